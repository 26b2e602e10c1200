import { useState } from 'react';
import type { PlayerRange } from '@altis/web';
import type { MomentView } from '../views.ts';

type Bounds = { readonly inFrame: number; readonly outFrame: number };

/** The in and out points on the desk: those of the selected moment until they are moved. */
export type BoundsDraft = {
  /** What the player shows. */
  readonly range: PlayerRange;
  /** Both points, when they are set and are not what is kept already. */
  readonly draft: Bounds | undefined;
  /** Whether the points belong to the selected moment. */
  readonly isForSelected: boolean;
  readonly change: (range: PlayerRange) => void;
  readonly reset: () => void;
};

/**
 * Points that leave the selected moment altogether begin a new one: then `onLeave` is called, and they stay.
 */
export function useBounds(selected: MomentView | undefined, onLeave: () => void): BoundsDraft {
  const [moved, setMoved] = useState<PlayerRange>();
  const range = moved ?? (selected === undefined ? {} : { inFrame: selected.inFrame, outFrame: selected.outFrame });
  const both = completeBounds(moved);
  const isKept = selected !== undefined && both?.inFrame === selected.inFrame && both.outFrame === selected.outFrame;
  return {
    range,
    draft: isKept ? undefined : both,
    isForSelected: selected !== undefined,
    change: (next) => {
      const isEmpty = next.inFrame === undefined && next.outFrame === undefined;
      setMoved(isEmpty ? undefined : next);
      if (selected !== undefined && !overlaps(next, selected)) onLeave();
    },
    reset: () => setMoved(undefined),
  };
}

function completeBounds({ inFrame, outFrame }: PlayerRange = {}): Bounds | undefined {
  return inFrame === undefined || outFrame === undefined ? undefined : { inFrame, outFrame };
}

function overlaps(range: PlayerRange, { inFrame, outFrame }: Bounds): boolean {
  const both = completeBounds(range);
  return both !== undefined && both.inFrame <= outFrame && both.outFrame >= inFrame;
}

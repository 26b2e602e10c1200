import type { Moment } from '../contract/moment.ts';
import type { ActionProfile } from './action-profile.ts';
import { planMoment, type Bounds, type Footage } from './plan-moment.ts';

/** The recording in which a moment is placed, and what is known of it there. */
export type Placing = {
  readonly session: string;
  readonly footage: Footage;
  /** Its identity, and bounds that a person set. */
  readonly known: { readonly moment: Moment; readonly trimmed: boolean } | undefined;
  readonly newId: () => string;
};

/** A moment as far as it follows from what happened, whatever the recording. */
type Happening = Omit<
  Moment,
  'id' | 'session' | 'importance' | 'state' | 'revision' | 'at' | 'actionFrame' | 'inFrame' | 'outFrame'
>;

/**
 * What happened as a moment of a recording; `undefined` when it happened outside of it. The revision is that of the known
 * moment plus one, or 1.
 */
export function placeMoment(
  happening: Happening,
  atMs: number,
  profile: Pick<ActionProfile, 'preMs' | 'postMs' | 'importance'>,
  { session, footage, known, newId }: Placing,
): Moment | undefined {
  const planned = planMoment(atMs, profile, footage);
  if (planned === undefined) return undefined;
  const bounds = known?.trimmed ? keepBounds(known.moment, planned) : planned;
  return {
    ...happening,
    id: known?.moment.id ?? newId(),
    session,
    importance: profile.importance,
    state: 'named',
    revision: (known?.moment.revision ?? 0) + 1,
    at: new Date(atMs).toISOString(),
    ...bounds,
  };
}

function keepBounds({ inFrame, outFrame }: Moment, { actionFrame }: Bounds): Bounds {
  return { actionFrame, inFrame, outFrame };
}

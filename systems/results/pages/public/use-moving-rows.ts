import { useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';

/** In this time a row comes nearer to its place by a factor of e; it is there after five times as long. */
const nearerMs = 85;
const appearMs = 240;

/** Rows on their way: how far they still have to go, and whether they have been seen since they were sent there. */
type Away = Map<HTMLElement, { readonly byPx: number; readonly isSeen: boolean }>;

/**
 * Lets the rows of a list glide to their new places when their order changes, and new rows fade in: put the ref on the
 * element around them and `data-row` with a key on each. They move by transform only, so that nothing else is pushed; a
 * row that has to turn round on its way goes on from where it is seen. Who asks for less motion sees the new order at once.
 */
export function useMovingRows<Element extends HTMLElement>(): RefObject<Element | null> {
  const list = useRef<Element>(null);
  const places = useRef<ReadonlyMap<string, number>>(new Map());
  const away = useRef<Away>(new Map());
  useLayoutEffect(() => {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
    const before = places.current;
    places.current = new Map(rows.map((row) => [row.dataset['row'] ?? '', row.offsetTop]));
    if (before.size === 0 || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    const isUnderWay = away.current.size > 0;
    for (const row of rows) {
      const from = before.get(row.dataset['row'] ?? '');
      if (from === undefined) {
        row.animate([{ opacity: 0 }, { opacity: 1 }], { duration: appearMs, easing: 'ease-out' });
      } else if (from !== row.offsetTop) {
        const byPx = (away.current.get(row)?.byPx ?? 0) + from - row.offsetTop;
        place(row, { byPx, isSeen: false }, away.current);
      }
    }
    if (!isUnderWay && away.current.size > 0) glide(away.current, performance.now());
  });
  return list;
}

// Frame by frame and not as an animation of the browser's: only so does it know, when the order changes again on the
// way, that a row stays where it is seen, and counts no shift of the layout. Hence the first frame after a change shows
// each row where it was.
function glide(away: Away, lastMs: number): void {
  requestAnimationFrame((nowMs) => {
    const rest = Math.exp(-Math.max(0, nowMs - lastMs) / nearerMs);
    for (const [row, { byPx, isSeen }] of away) {
      place(row, { byPx: isSeen ? byPx * rest : byPx, isSeen: true }, away);
    }
    if (away.size > 0) glide(away, nowMs);
  });
}

function place(row: HTMLElement, to: { byPx: number; isSeen: boolean }, away: Away): void {
  const isThere = Math.abs(to.byPx) < 0.5 || !row.isConnected;
  row.style.transform = isThere ? '' : `translateY(${to.byPx}px)`;
  if (isThere) away.delete(row);
  else away.set(row, to);
}

import { useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';

const moveMs = 420;
const appearMs = 240;

/**
 * Lets the rows of a list glide to their new places when their order changes, and new rows fade in: put the ref on the
 * element around them and `data-row` with a key on each. They move by transform only, so that nothing else is pushed.
 * People who ask for less motion see the new order at once.
 */
export function useMovingRows<Element extends HTMLElement>(): RefObject<Element | null> {
  const list = useRef<Element>(null);
  const places = useRef<ReadonlyMap<string, number>>(new Map());
  useLayoutEffect(() => {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
    const before = places.current;
    places.current = new Map(rows.map((row) => [row.dataset['row'] ?? '', row.offsetTop]));
    if (before.size === 0 || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    for (const row of rows) {
      const from = before.get(row.dataset['row'] ?? '');
      if (from === undefined) {
        row.animate([{ opacity: 0 }, { opacity: 1 }], { duration: appearMs, easing: 'ease-out' });
        continue;
      }
      if (from === row.offsetTop) continue;
      // A row that is still on its way goes on from where it is seen now.
      const byPx = from - row.offsetTop + new DOMMatrixReadOnly(getComputedStyle(row).transform).m42;
      for (const earlier of row.getAnimations()) earlier.cancel();
      row.animate([{ transform: `translateY(${byPx}px)` }, { transform: 'none' }], {
        duration: moveMs,
        easing: 'cubic-bezier(0.2, 0, 0, 1)',
      });
    }
  });
  return list;
}

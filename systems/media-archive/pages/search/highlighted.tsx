import type { ReactNode } from 'react';

export type TextRange = { readonly start: number; readonly end: number };

/** A text with the words that were searched for marked. */
export function Highlighted({ text, ranges }: { text: string; ranges: readonly TextRange[] }): ReactNode {
  const ordered = ranges.toSorted((left, right) => left.start - right.start);
  const parts = ordered.map(({ start, end }, place) => (
    <span key={start}>
      {text.slice(ordered[place - 1]?.end ?? 0, start)}
      <mark>{text.slice(start, end)}</mark>
    </span>
  ));
  return (
    <>
      {parts}
      {text.slice(ordered.at(-1)?.end ?? 0)}
    </>
  );
}

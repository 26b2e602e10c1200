import type { ReactNode } from 'react';
import type { UnitCompetitor } from '../../contract/index.ts';
import { keyFigures } from './key-figures.ts';
import styles from './mark-line.module.css';
import { useCodeWords } from './use-code-words.ts';

const shown = 4;

/** The newest marks of a competitor on one line, as many as there is room for: intermediate times, runs, or what the sport counts. */
export function MarkLine({ competitor }: { competitor: UnitCompetitor }): ReactNode {
  const words = useCodeWords();
  const marks = marksOf(competitor, words.detail).slice(0, shown);
  return (
    <span className={styles['line']}>
      {marks.map(({ label, value, note }) => (
        <span key={label} className={styles['mark']}>
          <bdi className={styles['label']}>{label}</bdi>
          <bdi className={styles['value']}>{value}</bdi>
          {note !== null && <bdi className={styles['note']}>{note}</bdi>}
        </span>
      ))}
    </span>
  );
}

type Mark = { readonly label: string; readonly value: string; readonly note: string | null };

function marksOf({ splits, items, details }: UnitCompetitor, word: (code: string) => string): Mark[] {
  if (splits.length > 0) {
    return splits
      .toReversed()
      .flatMap(({ position, result, rank }) =>
        result === null ? [] : [{ label: position, value: result, note: inBrackets(rank) }],
      );
  }
  if (items.length > 0) {
    const marks = items.flatMap(({ order, result, rank, invalidMark }, place) => {
      const value = invalidMark ?? result;
      return value === null ? [] : [{ label: order ?? String(place + 1), value, note: inBrackets(rank) }];
    });
    return marks.toReversed();
  }
  return keyFigures(details).map(({ code, value }) => ({ label: word(code), value, note: null }));
}

function inBrackets(rank: string | null): string | null {
  return rank === null ? null : `(${rank})`;
}

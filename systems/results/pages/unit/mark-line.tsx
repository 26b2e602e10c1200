import type { ReactNode } from 'react';
import { useText } from '@altis/web';
import type { UnitCompetitor } from '../../contract/index.ts';
import { publicMessages } from '../public/public-messages.ts';
import { isRelay } from './is-relay.ts';
import { keyFigures } from './key-figures.ts';
import styles from './mark-line.module.css';
import { useCodeWords } from './use-code-words.ts';

const shown = 4;

/** The newest marks of a competitor on one line, as many as there is room for: intermediate times, runs, or what the sport counts. */
export function MarkLine({ competitor }: { competitor: UnitCompetitor }): ReactNode {
  const words = useCodeWords();
  const t = useText(publicMessages);
  const numbered = (kind: 'split' | 'item', number: string): string => {
    if (!/^\d+$/.test(number)) return number;
    return t(kind === 'split' ? 'mark.split' : isRelay(competitor) ? 'mark.leg' : 'mark.round', { number });
  };
  const marks = marksOf(competitor, { numbered, detail: words.detail }).slice(0, shown);
  return (
    <span
      className={styles['line']}
      data-newest-first={competitor.splits.length > 0 || competitor.items.length > 0 || undefined}
    >
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

type Words = {
  readonly numbered: (kind: 'split' | 'item', number: string) => string;
  readonly detail: (code: string) => string;
};

/** The newest of splits and items first: that one must have room. */
function marksOf({ splits, items, details }: UnitCompetitor, words: Words): Mark[] {
  if (splits.length > 0) {
    return splits
      .toReversed()
      .flatMap(({ position, result, rank }) =>
        result === null ? [] : [{ label: words.numbered('split', position), value: result, note: inBrackets(rank) }],
      );
  }
  if (items.length > 0) {
    const marks = items.flatMap(({ order, result, rank, invalidMark }, place) => {
      const value = invalidMark ?? result;
      if (value === null) return [];
      return [{ label: words.numbered('item', order ?? String(place + 1)), value, note: inBrackets(rank) }];
    });
    return marks.toReversed();
  }
  return keyFigures(details).map(({ code, value }) => ({ label: words.detail(code), value, note: null }));
}

function inBrackets(rank: string | null): string | null {
  return rank === null ? null : `(${rank})`;
}

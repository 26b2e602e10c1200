import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '@altis/web';
import type { KeptInput, TimingDeed, TimingInput } from '../../contract/index.ts';
import { tablesMessages } from '../tables/tables-messages.ts';
import styles from './timing-page.module.css';

/** What was pressed, newest first; each can be taken back. */
export function PressLog(props: {
  inputs: readonly KeptInput[];
  waiting: readonly TimingInput[];
  press: (deed: TimingDeed) => void;
}): ReactNode {
  const t = useText(tablesMessages);
  const kept = new Set(props.inputs.map(({ id }) => id));
  const waiting = props.waiting.filter(({ id }) => !kept.has(id)).toReversed();
  if (props.inputs.length + waiting.length === 0) return null;
  return (
    <section className={styles['part']} aria-label={t('log')}>
      <h2>{t('log')}</h2>
      <ul className={styles['log']}>
        {waiting.map(({ id, pressedAt, deed }) => (
          <li key={id} data-waiting>
            <Line at={pressedAt} deed={deed} />
            <span className={styles['organisation']}>{t('log.waiting')}</span>
          </li>
        ))}
        {props.inputs.slice(0, 40).map(({ id, at, deed, by, isUndone }) => (
          <li key={id} data-undone={isUndone || undefined}>
            <Line at={at} deed={deed} />
            <span className={styles['organisation']}>{by}</span>
            {isUndone ? (
              <span className={styles['organisation']}>{t('log.undone')}</span>
            ) : (
              <Button size="compact-sm" variant="subtle" onClick={() => props.press({ kind: 'undo', input: id })}>
                {t('undo')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Line({ at, deed }: { at: string; deed: TimingDeed }): ReactNode {
  const t = useText(tablesMessages);
  const bib = 'bib' in deed ? (deed.bib ?? '') : '';
  const more = [
    deed.kind === 'mark' ? (deed.mark ?? '–') : '',
    deed.kind === 'split' ? `S${deed.point}` : '',
    deed.kind === 'rank' ? `→ ${deed.rank}` : '',
    deed.kind === 'penalty' || deed.kind === 'time' ? `${deed.timeMs / 1000} s` : '',
    deed.kind === 'status' ? t(`status.${deed.status}`) : '',
    'reason' in deed ? deed.reason : '',
  ];
  return (
    <>
      <time dateTime={at} dir="ltr">
        {new Date(at).toLocaleTimeString('en-GB')}
      </time>
      <span>
        {t(`deed.${deed.kind}`)} <b>{bib}</b> <bdi>{more.filter((part) => part !== '').join(' · ')}</bdi>
      </span>
    </>
  );
}

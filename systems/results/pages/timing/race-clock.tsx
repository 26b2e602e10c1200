import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { useText } from '@altis/web';
import type { TimedStarter } from '../../contract/index.ts';
import { tablesMessages } from '../tables/tables-messages.ts';
import styles from './timing-page.module.css';

/** Time since the first start, by the clock of the server. */
export function RaceClock({ starters, now }: { starters: readonly TimedStarter[]; now: () => number }): ReactNode {
  const t = useText(tablesMessages);
  const starts = starters.flatMap(({ startedAt }) => (startedAt === null ? [] : [Date.parse(startedAt)]));
  const isRunning = starters.some(({ state }) => state === 'running');
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), isRunning ? 100 : 1000);
    return () => clearInterval(timer);
  }, [isRunning]);
  const sinceMs = starts.length === 0 ? 0 : Math.max(0, now() - Math.min(...starts));
  const tenths = Math.floor(sinceMs / 100);
  const two = (value: number): string => String(value).padStart(2, '0');
  const text = `${Math.floor(tenths / 36_000)}:${two(Math.floor(tenths / 600) % 60)}:${two(Math.floor(tenths / 10) % 60)}.${tenths % 10}`;
  const count = (state: TimedStarter['state']): number => starters.filter((each) => each.state === state).length;
  return (
    <div className={styles['clock']}>
      <span className={styles['time']} role="timer" aria-label={t('clock')} dir="ltr">
        {text}
      </span>
      <span className={styles['counts']}>
        {t('counts', { running: count('running'), finished: count('finished'), total: starters.length })}
      </span>
    </div>
  );
}

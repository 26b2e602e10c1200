import { Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import { EmptyState, ErrorNotice, useFormat, useText } from '@altis/web';
import { publicMessages } from '../public/public-messages.ts';
import { MedalLines } from './medal-lines.tsx';
import styles from './medals-page.module.css';
import { useMedalList, type MedalFilter } from './use-medals.ts';

/** Medals as they were won, day by day. */
export function MedalList({ filter }: { filter: MedalFilter }): ReactNode {
  const t = useText(publicMessages);
  const { date } = useFormat('UTC');
  const query = useMedalList(filter);
  if (query.error !== null && !query.data) {
    return <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (!query.data) return <Skeleton height={420} role="status" aria-label={t('loading')} />;
  if (query.data.items.length === 0) {
    return <EmptyState title={t('medals.none')}>{t('medals.none.text')}</EmptyState>;
  }
  const days = Map.groupBy(query.data.items, ({ day }) => day);
  return [...days].map(([day, medals]) => (
    <section key={day} className={styles['section']}>
      <h2>{day === null ? t('day.unknown') : date(day, { dateStyle: 'full' })}</h2>
      <MedalLines medals={medals} />
    </section>
  ));
}

import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { EmptyState, ErrorNotice, useApi, useChanges, useFormat, useSearchParameter, useText } from '@altis/web';
import { results, type UnitSummary } from '../../contract/index.ts';
import { publicMessages } from '../public/public-messages.ts';
import { ResultsPage } from '../public/results-page.tsx';
import { UnitList } from '../public/unit-list.tsx';
import { ZoneSwitch } from '../public/zone-switch.tsx';
import { currentDay } from './current-day.ts';
import { DayTabs } from './day-tabs.tsx';
import { ScheduleFilters } from './schedule-filters.tsx';
import styles from './schedule-page.module.css';

/** The schedule of one logical day, by discipline and venue where the reader wishes; the address tells the choice. */
export function SchedulePage(): ReactNode {
  const t = useText(publicMessages);
  const api = useApi(results);
  useChanges(['results.units']);
  const games = useQuery(api.schedule.days.queryOptions());
  const days = games.data?.days ?? [];
  const wanted = useSearchParameter('day');
  const [openedAtMs] = useState(() => Date.now());
  const day = days.find((each) => each.day === wanted) ?? currentDay(days, games.data?.zone ?? 'UTC', openedAtMs);
  return (
    <ResultsPage title={t('tab.schedule')} actions={<ZoneSwitch day={day?.day} />}>
      {games.error !== null && !games.data && <ErrorNotice error={games.error} onRetry={() => void games.refetch()} />}
      {games.isPending && <Skeleton height={420} aria-label={t('loading')} />}
      {games.data && day === undefined && <EmptyState title={t('schedule.none')}>{t('schedule.none.text')}</EmptyState>}
      {day && (
        <>
          <DayTabs days={days} shown={day.day} />
          <ScheduleFilters day={day} />
          <Day day={day.day} />
        </>
      )}
    </ResultsPage>
  );
}

function Day({ day }: { day: string }): ReactNode {
  const t = useText(publicMessages);
  const { date } = useFormat('UTC');
  const [discipline, venue] = [useSearchParameter('discipline'), useSearchParameter('venue')];
  const filter = { day, ...(discipline?.length === 3 && { discipline }), ...(venue && { venue }) };
  const query = useQuery(useApi(results).schedule.day.queryOptions(filter));
  const title = date(day, { dateStyle: 'full' });
  return (
    <section className={styles['day']}>
      <h2>{title}</h2>
      {query.error !== null && !query.data && <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Skeleton height={420} aria-label={t('loading')} />}
      {query.data?.items.length === 0 && <EmptyState title={t('schedule.noneOfFilter')} />}
      {query.data && query.data.items.length > 0 && <UnitList label={title} units={inOrder(query.data.items)} />}
    </section>
  );
}

/** By start, then as the schedule orders those that start together or follow one another. */
function inOrder(units: readonly UnitSummary[]): UnitSummary[] {
  return units.toSorted(
    (left, right) =>
      (left.startsAt ?? '9').localeCompare(right.startsAt ?? '9') ||
      (left.order ?? Infinity) - (right.order ?? Infinity) ||
      left.rsc.localeCompare(right.rsc),
  );
}

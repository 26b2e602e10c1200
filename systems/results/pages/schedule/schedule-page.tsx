import { Skeleton } from '@mantine/core';
import { useState } from 'react';
import type { ComponentProps, ReactNode } from 'react';
import { EmptyState, ErrorNotice, useFormat, useSearchParameter, useText } from '@altis/web';
import { BookLink } from '../books/book-link.tsx';
import { DownloadMenu } from '../books/download-menu.tsx';
import { liveSnapshots } from '../live/live-snapshots.ts';
import { useLive } from '../live/use-live.ts';
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
  const games = useLive(liveSnapshots.schedule());
  const days = games.data?.days ?? [];
  const wanted = useSearchParameter('day');
  const [openedAtMs] = useState(() => Date.now());
  const day = days.find((each) => each.day === wanted) ?? currentDay(days, games.data?.zone ?? 'UTC', openedAtMs);
  if (day !== undefined) return <DaySchedule days={days} day={day} />;
  return (
    <ResultsPage title={t('tab.schedule')} actions={<ZoneSwitch day={undefined} units={[]} />}>
      <Waiting {...games} />
      {games.data && <EmptyState title={t('schedule.none')}>{t('schedule.none.text')}</EmptyState>}
    </ResultsPage>
  );
}

type Day = ComponentProps<typeof DayTabs>['days'][number] & ComponentProps<typeof ScheduleFilters>['day'];

function DaySchedule({ days, day }: { days: readonly Day[]; day: Day }): ReactNode {
  const t = useText(publicMessages);
  const { date } = useFormat('UTC');
  const [discipline, venue] = [useSearchParameter('discipline'), useSearchParameter('venue')];
  const query = useLive(liveSnapshots.day(day.day));
  const units = query.data?.items.filter(
    (unit) => (!discipline || unit.discipline === discipline) && (!venue || unit.venue === venue),
  );
  const title = date(day.day, { dateStyle: 'full' });
  return (
    <ResultsPage
      title={t('tab.schedule')}
      actions={
        <>
          <ZoneSwitch day={day.day} units={units ?? []} />
          <BookLink path={`days/${day.day}`} />
          <DownloadMenu path={`days/${day.day}`} kinds={['csv', 'json', 'ics']} />
        </>
      }
    >
      <DayTabs days={days} shown={day.day} />
      <ScheduleFilters day={day} />
      <section className={styles['day']}>
        <h2>{title}</h2>
        <Waiting {...query} />
        {units?.length === 0 && <EmptyState title={t('schedule.noneOfFilter')} />}
        {units && units.length > 0 && <UnitList label={title} units={units} />}
      </section>
    </ResultsPage>
  );
}

/** In place of what is not here: that it comes, or why not. */
function Waiting(props: { data: unknown; error: unknown; refetch: () => void }): ReactNode {
  const t = useText(publicMessages);
  if (props.data !== undefined) return null;
  if (props.error === null) return <Skeleton height={420} role="status" aria-label={t('loading')} />;
  return <ErrorNotice error={props.error} onRetry={props.refetch} />;
}

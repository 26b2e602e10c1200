import { Skeleton } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { EmptyState, ErrorNotice, useFormat, useSearchParameter, useText } from '@altis/web';
import { BookLink } from '../books/book-link.tsx';
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
  return (
    <ResultsPage
      title={t('tab.schedule')}
      actions={
        <>
          <ZoneSwitch day={day?.day} />
          {day && <BookLink path={`days/${day.day}`} />}
        </>
      }
    >
      <Waiting {...games} />
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
  const query = useLive(liveSnapshots.day(day));
  const units = query.data?.items.filter(
    (unit) => (!discipline || unit.discipline === discipline) && (!venue || unit.venue === venue),
  );
  const title = date(day, { dateStyle: 'full' });
  return (
    <section className={styles['day']}>
      <h2>{title}</h2>
      <Waiting {...query} />
      {units?.length === 0 && <EmptyState title={t('schedule.noneOfFilter')} />}
      {units && units.length > 0 && <UnitList label={title} units={units} />}
    </section>
  );
}

/** In place of what is not here: that it comes, or why not. */
function Waiting(props: { data: unknown; error: unknown; refetch: () => void }): ReactNode {
  const t = useText(publicMessages);
  if (props.data !== undefined) return null;
  if (props.error === null) return <Skeleton height={420} role="status" aria-label={t('loading')} />;
  return <ErrorNotice error={props.error} onRetry={props.refetch} />;
}

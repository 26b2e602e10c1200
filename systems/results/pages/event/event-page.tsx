import type { ReactNode } from 'react';
import { StatusBadge, useFormat, usePathParameter, useText } from '@altis/web';
import type { EventDetail } from '../../contract/index.ts';
import { BookLink } from '../books/book-link.tsx';
import { DownloadMenu } from '../books/download-menu.tsx';
import { liveSnapshots } from '../live/live-snapshots.ts';
import { useLive } from '../live/use-live.ts';
import { LoadingPage } from '../public/loading-page.tsx';
import { useLocalText } from '../public/local-text.tsx';
import { publicMessages } from '../public/public-messages.ts';
import { ResultsPage } from '../public/results-page.tsx';
import { useDisciplineName } from '../public/use-discipline-name.ts';
import { useShownOffsets } from '../public/use-shown-offsets.ts';
import { ZoneSwitch } from '../public/zone-switch.tsx';
import { Communications } from '../unit/circumstances.tsx';
import { FactFeed } from '../unit/fact-feed.tsx';
import { EventRounds } from './event-rounds.tsx';
import { Entries } from './entries.tsx';
import columns from '../public/columns.module.css';
import { eventStatusMarks } from './event-status.ts';
import { Podium } from './podium.tsx';
import { RecordList } from './record-list.tsx';

/** One event: its medals, how it went, records, and who is entered. */
export function EventPage(): ReactNode {
  const t = useText(publicMessages);
  const rsc = usePathParameter('rsc');
  const query = useLive(liveSnapshots.event(rsc));
  if (query.data) return <LoadedEvent event={query.data} />;
  const crumbs = [{ label: t('tab.disciplines'), to: '/results/disciplines' }];
  return <LoadingPage title={t('event')} breadcrumbs={crumbs} query={query} missing={t('event.missing')} />;
}

function LoadedEvent({ event }: { event: EventDetail }): ReactNode {
  const t = useText(publicMessages);
  const textOf = useLocalText();
  const disciplineName = useDisciplineName();
  const { date, list } = useFormat('UTC');
  const units = event.phases.flatMap((phase) => phase.units);
  const [usualOffset] = useShownOffsets(units);
  return (
    <ResultsPage
      title={textOf(event.name).text}
      description={list(event.days.map((day) => date(day, { weekday: 'short', day: 'numeric', month: 'long' })))}
      breadcrumbs={[
        { label: t('tab.disciplines'), to: '/results/disciplines' },
        { label: textOf(disciplineName(event.discipline)).text, to: `/results/disciplines/${event.discipline}` },
      ]}
      aside={<StatusBadge status={eventStatusMarks[event.status]}>{t(`event.${event.status}`)}</StatusBadge>}
      actions={
        <>
          <ZoneSwitch day={event.days[0]} units={units} />
          <BookLink path={`events/${event.rsc}`} />
          <DownloadMenu path={`events/${event.rsc}`} kinds={['csv', 'json', 'odf.zip']} />
        </>
      }
    >
      <div className={columns['columns']}>
        <div className={columns['column']}>
          <EventRounds event={event} usualOffset={usualOffset} />
          <Entries entries={event.entries} />
        </div>
        <div className={columns['column']}>
          {event.isMedalEvent && <Podium medals={event.medals} />}
          <RecordList records={event.records} />
          {event.facts.length > 0 && <FactFeed facts={event.facts} />}
          <Communications items={event.communications} />
        </div>
      </div>
    </ResultsPage>
  );
}

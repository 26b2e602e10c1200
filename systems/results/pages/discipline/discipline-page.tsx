import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { DataTable, StatusBadge, useApi, useChanges, useFormat, usePathParameter, useText } from '@altis/web';
import { results } from '../../contract/index.ts';
import { BookLink } from '../books/book-link.tsx';
import { eventStatusMarks } from '../event/event-status.ts';
import { LoadingPage } from '../public/loading-page.tsx';
import { LocalText, useLocalText } from '../public/local-text.tsx';
import { MedalMark } from '../public/medal-mark.tsx';
import { publicMessages } from '../public/public-messages.ts';
import { ResultsPage } from '../public/results-page.tsx';

/** One discipline with its events. */
export function DisciplinePage(): ReactNode {
  const t = useText(publicMessages);
  const textOf = useLocalText();
  const { date, list } = useFormat('UTC');
  useChanges(['results.units', 'results.medals']);
  const query = useQuery(useApi(results).disciplines.read.queryOptions({ code: usePathParameter('code') }));
  const crumbs = [{ label: t('tab.disciplines'), to: '/results/disciplines' }];
  if (!query.data) return <LoadingPage title={t('filter.discipline')} breadcrumbs={crumbs} query={query} />;
  return (
    <ResultsPage
      title={textOf(query.data.name).text}
      breadcrumbs={crumbs}
      actions={<BookLink path={`disciplines/${query.data.code}`} />}
    >
      <DataTable
        label={t('events')}
        rows={{ data: query.data.eventList }}
        rowKey={({ rsc }) => rsc}
        linkTo={({ rsc }) => `/results/events/${rsc}`}
        columns={[
          { id: 'name', title: t('event'), cell: ({ name }) => <LocalText name={name} /> },
          {
            id: 'medals',
            title: t('tab.medals'),
            isSecondary: true,
            cell: ({ isMedalEvent }) => isMedalEvent && <MedalMark medal="any" />,
          },
          {
            id: 'days',
            title: t('days'),
            isSecondary: true,
            cell: ({ days }) => list(days.map((day) => date(day, { day: 'numeric', month: 'short' }))),
          },
          {
            id: 'status',
            title: t('status'),
            cell: ({ status }) => <StatusBadge status={eventStatusMarks[status]}>{t(`event.${status}`)}</StatusBadge>,
          },
        ]}
      />
    </ResultsPage>
  );
}

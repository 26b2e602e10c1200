import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { DataTable, EmptyState, useApi, useChanges, useFormat, useText } from '@altis/web';
import { results } from '../../contract/index.ts';
import { LocalText } from '../public/local-text.tsx';
import { publicMessages } from '../public/public-messages.ts';
import { ResultsPage } from '../public/results-page.tsx';

/** The disciplines of the Games. */
export function DisciplinesPage(): ReactNode {
  const t = useText(publicMessages);
  const { number } = useFormat();
  useChanges(['results.register', 'results.units']);
  const query = useQuery(useApi(results).disciplines.list.queryOptions());
  return (
    <ResultsPage title={t('tab.disciplines')}>
      <DataTable
        label={t('tab.disciplines')}
        rows={{ ...query, data: query.data?.items }}
        rowKey={({ code }) => code}
        linkTo={({ code }) => `/results/disciplines/${code}`}
        empty={<EmptyState title={t('disciplines.none')}>{t('register.none.text')}</EmptyState>}
        columns={[
          { id: 'name', title: t('filter.discipline'), cell: ({ name }) => <LocalText name={name} /> },
          { id: 'events', title: t('events'), isFigure: true, cell: ({ events }) => number(events) },
          { id: 'units', title: t('units'), isFigure: true, cell: ({ units }) => number(units) },
        ]}
      />
    </ResultsPage>
  );
}

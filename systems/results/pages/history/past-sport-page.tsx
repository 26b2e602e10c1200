import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { DataTable, EmptyState, useApi, useFormat, usePathParameter, useText } from '@altis/web';
import { results } from '../../contract/index.ts';
import columns from '../public/columns.module.css';
import { LoadingPage } from '../public/loading-page.tsx';
import { ResultsPage } from '../public/results-page.tsx';
import { historyMessages } from './history-messages.ts';
import styles from './history.module.css';
import { PastLines } from './past-lines.tsx';

/** A sport through time: who won medals in it, and how many took part at each Games. */
export function PastSportPage(): ReactNode {
  const t = useText(historyMessages);
  const { number } = useFormat();
  const query = useQuery(useApi(results).history.sport.queryOptions({ code: usePathParameter('code') }));
  const crumbs = [{ label: t('title'), to: '/results/history' }];
  if (!query.data) return <LoadingPage title={t('sports')} breadcrumbs={crumbs} query={query} />;
  const { name, games, lines } = query.data;
  return (
    <ResultsPage title={name} breadcrumbs={crumbs}>
      <div className={styles['columns']}>
        <section className={columns['section']}>
          <h2>{t('table')}</h2>
          <PastLines label={t('table')} rows={{ ...query, data: lines }} />
        </section>
        <section className={columns['section']}>
          <h2>{t('games')}</h2>
          <DataTable
            label={t('games')}
            rows={{ ...query, data: games.toReversed() }}
            rowKey={({ code }) => code}
            linkTo={({ code }) => `/results/history/games/${code}`}
            empty={<EmptyState title={t('none')}>{t('none.text')}</EmptyState>}
            columns={[
              { id: 'games', title: t('games'), cell: ({ host, year }) => <bdi>{`${host} ${year}`}</bdi> },
              {
                id: 'organisations',
                title: t('organisations'),
                isFigure: true,
                cell: ({ organisations }) => number(organisations),
              },
              { id: 'people', title: t('people'), isFigure: true, cell: (each) => number(each.people) },
            ]}
          />
        </section>
      </div>
    </ResultsPage>
  );
}

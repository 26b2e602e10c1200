import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { DataTable, EmptyState, useApi, useFormat, useText } from '@altis/web';
import { results } from '../../contract/index.ts';
import columns from '../public/columns.module.css';
import { ResultsPage } from '../public/results-page.tsx';
import { historyMessages } from './history-messages.ts';
import { PastLines } from './past-lines.tsx';
import styles from './history.module.css';

type Season = 'all' | 'summer' | 'winter';

/** Past Games, and the medals of all of them; of those that are no more apart, or added to who followed. */
export function HistoryPage(): ReactNode {
  const t = useText(historyMessages);
  const { number } = useFormat();
  const api = useApi(results);
  const [season, choose] = useState<Season>('all');
  const [successors, count] = useState<'apart' | 'added'>('apart');
  const which = season === 'all' ? {} : { season };
  const games = useQuery(api.history.games.queryOptions(which));
  const table = useQuery(api.history.table.queryOptions({ ...which, successors }));
  if (season === 'all' && games.data?.items.length === 0) {
    return (
      <ResultsPage title={t('title')} description={t('text')}>
        <EmptyState title={t('none')}>{t('none.text')}</EmptyState>
      </ResultsPage>
    );
  }
  return (
    <ResultsPage title={t('title')} description={t('text')}>
      <div className={styles['choices']}>
        <SegmentedControl
          aria-label={t('season')}
          value={season}
          onChange={(value) => choose(value === 'summer' || value === 'winter' ? value : 'all')}
          data={(['all', 'summer', 'winter'] as const).map((value) => ({ value, label: t(value) }))}
        />
        <SegmentedControl
          aria-label={t('table')}
          value={successors}
          onChange={(value) => count(value === 'added' ? 'added' : 'apart')}
          data={(['apart', 'added'] as const).map((value) => ({ value, label: t(value) }))}
        />
      </div>
      <div className={styles['columns']}>
        <section className={columns['section']}>
          <h2>{t('table')}</h2>
          {successors === 'added' && <p className={styles['note']}>{t('added.text')}</p>}
          <PastLines label={t('table')} rows={{ ...table, data: table.data?.lines }} />
        </section>
        <section className={columns['section']}>
          <h2>{t('games')}</h2>
          <DataTable
            label={t('games')}
            rows={{ ...games, data: games.data?.items }}
            rowKey={({ code }) => code}
            linkTo={({ code }) => `/results/history/games/${code}`}
            empty={<EmptyState title={t('none')}>{t('none.text')}</EmptyState>}
            columns={[
              { id: 'games', title: t('games'), cell: ({ host, year }) => <bdi>{`${host} ${year}`}</bdi> },
              { id: 'season', title: t('season'), isSecondary: true, cell: (each) => t(each.season) },
              {
                id: 'organisations',
                title: t('organisations'),
                isFigure: true,
                cell: ({ organisations }) => number(organisations),
              },
            ]}
          />
        </section>
      </div>
    </ResultsPage>
  );
}

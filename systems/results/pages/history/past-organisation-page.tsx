import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { DataTable, EmptyState, PageLink, useApi, useFormat, usePathParameter, useText } from '@altis/web';
import { results } from '../../contract/index.ts';
import columns from '../public/columns.module.css';
import { LoadingPage } from '../public/loading-page.tsx';
import { OrganisationChip } from '../public/organisation-chip.tsx';
import { publicMessages } from '../public/public-messages.ts';
import { ResultsPage } from '../public/results-page.tsx';
import { historyMessages } from './history-messages.ts';
import styles from './history.module.css';
import { MedalChart } from './medal-chart.tsx';

const kinds = ['gold', 'silver', 'bronze', 'total'] as const;

/** An organisation through time: its medals at each Games, drawn and as a table, and by sport. */
export function PastOrganisationPage(): ReactNode {
  const t = useText(historyMessages);
  const words = useText(publicMessages);
  const { number } = useFormat();
  const query = useQuery(useApi(results).history.organisation.queryOptions({ code: usePathParameter('code') }));
  const crumbs = [{ label: t('title'), to: '/results/history' }];
  if (!query.data) return <LoadingPage title={words('organisation')} breadcrumbs={crumbs} query={query} />;
  const { code, name, successor, games, sports } = query.data;
  const empty = <EmptyState title={t('none')}>{t('none.text')}</EmptyState>;
  const figures = kinds.map((id) => ({
    id,
    title: words(id === 'total' ? 'medals.total' : `medal.${id}`),
    isFigure: true,
    cell: (line: Readonly<Record<typeof id, number>>) => number(line[id]),
  }));
  return (
    <ResultsPage
      title={name}
      breadcrumbs={crumbs}
      aside={<OrganisationChip code={code} />}
      description={
        successor !== null && (
          <PageLink to={`/results/history/organisations/${successor.code}`}>
            {t('followed', { name: successor.name })}
          </PageLink>
        )
      }
    >
      <MedalChart label={t('chart')} games={games} />
      <div className={styles['columns']}>
        <section className={columns['section']}>
          <h2>{t('chart')}</h2>
          <DataTable
            label={t('chart')}
            rows={{ ...query, data: games.toReversed() }}
            rowKey={(each) => each.code}
            linkTo={(each) => `/results/history/games/${each.code}`}
            empty={empty}
            columns={[
              { id: 'games', title: t('games'), cell: ({ host, year }) => <bdi>{`${host} ${year}`}</bdi> },
              ...figures,
            ]}
          />
        </section>
        <section className={columns['section']}>
          <h2>{t('bySport')}</h2>
          <DataTable
            label={t('bySport')}
            rows={{ ...query, data: sports }}
            rowKey={(each) => each.code}
            linkTo={(each) => `/results/history/sports/${each.code}`}
            empty={empty}
            columns={[{ id: 'sport', title: t('sports'), cell: (each) => <bdi>{each.name}</bdi> }, ...figures]}
          />
        </section>
      </div>
    </ResultsPage>
  );
}

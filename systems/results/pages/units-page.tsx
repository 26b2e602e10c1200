import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { DataTable, EmptyState, Page, useApi, useChanges, useFormat, useText } from '@altis/web';
import { results, type UnitSummary } from '../contract/index.ts';
import { pageMessages } from './page-messages.ts';
import { UnitStatus } from './unit-status.tsx';
import styles from './units-page.module.css';
import { useUnitName } from './use-unit-name.ts';

/** All units by day, the latest day first. */
export function UnitsPage(): ReactNode {
  const t = useText(pageMessages);
  const { date } = useFormat('UTC');
  useChanges(['results.units']);
  const query = useQuery(useApi(results).units.list.queryOptions({ limit: 200 }));
  const days = Map.groupBy(query.data?.items ?? [], ({ day }) => day);
  return (
    <Page title={t('units')} description={t('units.text')}>
      {days.size === 0 ? (
        <UnitTable
          label={t('units')}
          rows={{ ...query, data: query.data?.items }}
          empty={<EmptyState title={t('units.none')}>{t('units.none.text')}</EmptyState>}
        />
      ) : (
        [...days].map(([day, units]) => {
          const title = day === null ? t('units.dayUnknown') : date(day, { dateStyle: 'full' });
          return (
            <section key={day} className={styles['day']}>
              <h2>{title}</h2>
              <UnitTable label={title} rows={{ data: units }} />
            </section>
          );
        })
      )}
    </Page>
  );
}

function UnitTable(props: {
  label: string;
  rows: Parameters<typeof DataTable<UnitSummary>>[0]['rows'];
  empty?: ReactNode;
}): ReactNode {
  const t = useText(pageMessages);
  const { time } = useFormat();
  const nameOf = useUnitName();
  return (
    <DataTable
      label={props.label}
      rows={props.rows}
      empty={props.empty}
      rowKey={({ rsc }) => rsc}
      linkTo={({ rsc }) => `/results/units/${rsc}`}
      columns={[
        { id: 'unit', title: t('unit'), cell: ({ name }) => <bdi>{nameOf(name)}</bdi> },
        { id: 'discipline', title: t('discipline'), cell: ({ discipline }) => discipline, isSecondary: true },
        {
          id: 'start',
          title: t('start'),
          isFigure: true,
          cell: ({ startsAt }) => (startsAt === null ? '' : time(startsAt, { timeStyle: 'short' })),
        },
        { id: 'venue', title: t('venue'), cell: ({ venueName }) => <bdi>{venueName}</bdi>, isSecondary: true },
        { id: 'status', title: t('status'), cell: (unit) => <UnitStatus {...unit} /> },
      ]}
    />
  );
}

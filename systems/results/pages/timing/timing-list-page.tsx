import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { DataTable, EmptyState, Page, PageLink, useApi, useFormat, useText } from '@altis/web';
import { results } from '../../contract/index.ts';
import { pageMessages } from '../page-messages.ts';
import { useLocalText } from '../public/local-text.tsx';
import { useDisciplineName } from '../public/use-discipline-name.ts';
import { tablesMessages } from '../tables/tables-messages.ts';
import { UnitStatus } from '../unit-status.tsx';

/** Which competition is timed. */
export function TimingListPage(): ReactNode {
  const t = useText(tablesMessages);
  const shared = useText(pageMessages);
  const textOf = useLocalText();
  const disciplineName = useDisciplineName();
  const { dateTime } = useFormat();
  const query = useQuery(useApi(results).units.list.queryOptions({ limit: 100 }));
  return (
    <Page title={t('timing')} description={t('timing.text')} breadcrumbs={[{ label: shared('units'), to: '/results' }]}>
      <DataTable
        label={t('timing')}
        rows={{ ...query, data: query.data?.items }}
        rowKey={({ rsc }) => rsc}
        linkTo={({ rsc }) => `/results/timing/${rsc}`}
        empty={
          <EmptyState title={t('timing.none')}>
            <PageLink to="/results/tables">{t('tables')}</PageLink>
          </EmptyState>
        }
        columns={[
          { id: 'name', title: t('event'), cell: ({ name }) => textOf(name).text },
          {
            id: 'discipline',
            title: t('discipline'),
            isSecondary: true,
            cell: (unit) => textOf(disciplineName(unit.discipline)).text,
          },
          { id: 'start', title: t('startsAt'), cell: ({ startsAt }) => (startsAt === null ? '' : dateTime(startsAt)) },
          { id: 'status', title: t('status'), cell: (unit) => <UnitStatus {...unit} /> },
        ]}
      />
    </Page>
  );
}

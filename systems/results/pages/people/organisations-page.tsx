import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { DataTable, EmptyState, useApi, useChanges, useFormat, useText } from '@altis/web';
import { results } from '../../contract/index.ts';
import { LocalText } from '../public/local-text.tsx';
import { OrganisationChip } from '../public/organisation-chip.tsx';
import { publicMessages } from '../public/public-messages.ts';
import { ResultsPage } from '../public/results-page.tsx';
import { MedalTally } from './medal-tally.tsx';

/** The organisations that take part, with their athletes and medals. */
export function OrganisationsPage(): ReactNode {
  const t = useText(publicMessages);
  const { number } = useFormat();
  useChanges(['results.register', 'results.medals']);
  const query = useQuery(useApi(results).organisations.list.queryOptions());
  return (
    <ResultsPage title={t('tab.organisations')}>
      <DataTable
        label={t('tab.organisations')}
        rows={{ ...query, data: query.data?.items }}
        rowKey={({ code }) => code}
        linkTo={({ code }) => `/results/organisations/${code}`}
        empty={<EmptyState title={t('organisations.none')}>{t('register.none.text')}</EmptyState>}
        columns={[
          { id: 'name', title: t('organisation'), cell: ({ name }) => <LocalText name={name} /> },
          { id: 'code', title: t('organisation.code'), cell: ({ code }) => <OrganisationChip code={code} /> },
          {
            id: 'athletes',
            title: t('tab.athletes'),
            isFigure: true,
            cell: ({ athletes }) => number(athletes),
          },
          {
            id: 'medals',
            title: t('tab.medals'),
            isSecondary: true,
            cell: ({ medals }) => <MedalTally medals={medals} />,
          },
        ]}
      />
    </ResultsPage>
  );
}

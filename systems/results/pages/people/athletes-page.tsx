import { Button, NativeSelect } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { DataTable, EmptyState, useApi, useChanges, useFormat, useSearchParameter, useText } from '@altis/web';
import { results } from '../../contract/index.ts';
import { PersonText } from '../public/competitor-name.tsx';
import { useLocalText } from '../public/local-text.tsx';
import { OrganisationChip } from '../public/organisation-chip.tsx';
import { publicMessages } from '../public/public-messages.ts';
import { ResultsPage } from '../public/results-page.tsx';
import { useDisciplineName } from '../public/use-discipline-name.ts';
import styles from './people.module.css';

const pageSize = 100;

/** Athletes by family name, of all or of an organisation or discipline; the search above finds one by name. */
export function AthletesPage(): ReactNode {
  const t = useText(publicMessages);
  const textOf = useLocalText();
  const disciplineName = useDisciplineName();
  const { list, number } = useFormat();
  const [organisation, discipline] = [useSearchParameter('organisation'), useSearchParameter('discipline')];
  const query = useAthletes(organisation, discipline);
  const total = query.data?.pages[0]?.total;
  return (
    <ResultsPage
      title={t('tab.athletes')}
      aside={total !== undefined && <span className={styles['count']}>{number(total)}</span>}
    >
      <Filters organisation={organisation ?? ''} discipline={discipline ?? ''} />
      <DataTable
        label={t('tab.athletes')}
        rows={{ ...query, data: query.data?.pages.flatMap(({ items }) => items) }}
        rowKey={({ code }) => code}
        linkTo={({ code }) => `/results/athletes/${encodeURIComponent(code)}`}
        empty={<EmptyState title={t('athletes.none')} />}
        columns={[
          { id: 'name', title: t('list.name'), cell: ({ name }) => <PersonText name={name} /> },
          {
            id: 'organisation',
            title: t('organisation'),
            cell: (athlete) => <OrganisationChip code={athlete.organisation} />,
          },
          {
            id: 'disciplines',
            title: t('filter.discipline'),
            isSecondary: true,
            cell: ({ disciplines }) => list(disciplines.map((code) => textOf(disciplineName(code)).text)),
          },
          {
            id: 'local',
            title: t('athlete.localName'),
            isSecondary: true,
            cell: ({ name }) => <bdi>{name.local}</bdi>,
          },
        ]}
      />
      {query.hasNextPage && (
        <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('athletes.more')}
        </Button>
      )}
    </ResultsPage>
  );
}

function useAthletes(organisation: string | undefined, discipline: string | undefined) {
  const { list } = useApi(results).participants;
  const filter = {
    limit: pageSize,
    ...(organisation && { organisation }),
    ...(discipline?.length === 3 && { discipline }),
  };
  useChanges(['results.register']);
  return useInfiniteQuery({
    queryKey: list.queryKey(filter),
    queryFn: ({ pageParam, signal }) => list({ ...filter, ...(pageParam && { after: pageParam }) }, { signal }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
}

function Filters({ organisation, discipline }: { organisation: string; discipline: string }): ReactNode {
  const t = useText(publicMessages);
  const textOf = useLocalText();
  const navigate = useNavigate();
  const api = useApi(results);
  const organisations = useQuery(api.organisations.list.queryOptions()).data?.items ?? [];
  const disciplines = useQuery(api.disciplines.list.queryOptions()).data?.items ?? [];
  const change = (next: { organisation?: string; discipline?: string }): void => {
    const chosen = Object.entries({ organisation, discipline, ...next }).filter(([, value]) => value !== '');
    const search = new URLSearchParams(chosen).toString();
    void navigate({ href: search === '' ? '/results/athletes' : `/results/athletes?${search}`, resetScroll: false });
  };
  return (
    <div className={styles['filters']}>
      <NativeSelect
        aria-label={t('organisation')}
        value={organisation}
        onChange={({ currentTarget }) => change({ organisation: currentTarget.value })}
        data={[
          { value: '', label: t('filter.allOrganisations') },
          ...organisations.map(({ code, name }) => ({ value: code, label: textOf(name).text })),
        ]}
      />
      <NativeSelect
        aria-label={t('filter.discipline')}
        value={discipline}
        onChange={({ currentTarget }) => change({ discipline: currentTarget.value })}
        data={[
          { value: '', label: t('filter.allDisciplines') },
          ...disciplines.map(({ code, name }) => ({ value: code, label: textOf(name).text })),
        ]}
      />
    </div>
  );
}

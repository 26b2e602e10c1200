import { NativeSelect, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useApi, useFormat, useSearchParameter, useText } from '@altis/web';
import { results } from '../../contract/index.ts';
import { BookLink } from '../books/book-link.tsx';
import { useLocalText } from '../public/local-text.tsx';
import { publicMessages } from '../public/public-messages.ts';
import { ResultsPage } from '../public/results-page.tsx';
import { MedalList } from './medal-list.tsx';
import { MedalTable } from './medal-table.tsx';
import styles from './medals-page.module.css';

const parameters = ['view', 'by', 'discipline', 'day'] as const;

/** The medals: the table of organisations and the list of those who won them, of all or of a discipline or day. */
export function MedalsPage(): ReactNode {
  const t = useText(publicMessages);
  const textOf = useLocalText();
  const api = useApi(results);
  const { date } = useFormat('UTC');
  const [chosen, change] = useChoice();
  const disciplines = useQuery(api.disciplines.list.queryOptions()).data?.items ?? [];
  const days = useQuery(api.schedule.days.queryOptions()).data?.days ?? [];
  const filter = {
    ...(chosen.discipline?.length === 3 && { discipline: chosen.discipline }),
    ...(chosen.day !== undefined && { day: chosen.day }),
  };
  return (
    <ResultsPage title={t('tab.medals')} actions={<BookLink path="medals" />}>
      <div className={styles['choices']}>
        <SegmentedControl
          aria-label={t('medals.view')}
          value={chosen.view === 'list' ? 'list' : 'table'}
          onChange={(view) => change({ view: view === 'list' ? 'list' : undefined })}
          data={[
            { value: 'table', label: t('medals.table') },
            { value: 'list', label: t('medals.list') },
          ]}
        />
        <NativeSelect
          aria-label={t('filter.discipline')}
          value={chosen.discipline ?? ''}
          onChange={({ currentTarget }) => change({ discipline: currentTarget.value })}
          data={[
            { value: '', label: t('filter.allDisciplines') },
            ...disciplines.map(({ code, name }) => ({ value: code, label: textOf(name).text })),
          ]}
        />
        <NativeSelect
          aria-label={t('filter.day')}
          value={chosen.day ?? ''}
          onChange={({ currentTarget }) => change({ day: currentTarget.value })}
          data={[
            { value: '', label: t('filter.allDays') },
            ...days.map(({ day }) => ({
              value: day,
              label: date(day, { weekday: 'short', day: 'numeric', month: 'short' }),
            })),
          ]}
        />
      </div>
      {chosen.view === 'list' ? (
        <MedalList filter={filter} />
      ) : (
        <MedalTable
          filter={filter}
          by={chosen.by === 'total' ? 'total' : 'gold'}
          onBy={(by) => change({ by: by === 'total' ? by : undefined })}
        />
      )}
    </ResultsPage>
  );
}

type Choice = Partial<Record<(typeof parameters)[number], string>>;

/** What the address of the page tells, and the way to another. */
function useChoice(): readonly [Choice, (change: Readonly<Record<string, string | undefined>>) => void] {
  const navigate = useNavigate();
  const [view, by, discipline, day] = [
    useSearchParameter('view'),
    useSearchParameter('by'),
    useSearchParameter('discipline'),
    useSearchParameter('day'),
  ];
  const all: Readonly<Record<string, string | undefined>> = { view, by, discipline, day };
  const chosen = Object.fromEntries(parameters.flatMap((name) => (all[name] ? [[name, all[name]]] : [])));
  return [
    chosen,
    (change) => {
      const next = Object.entries({ ...chosen, ...change }).flatMap(([name, value]) => (value ? [[name, value]] : []));
      const search = new URLSearchParams(next).toString();
      void navigate({ href: search === '' ? '/results/medals' : `/results/medals?${search}`, resetScroll: false });
    },
  ];
}

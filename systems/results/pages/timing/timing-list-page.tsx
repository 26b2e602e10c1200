import { Button, SegmentedControl } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { DataTable, EmptyState, Page, PageLink, useApi, useChanges, useFormat, useText } from '@altis/web';
import { results, type TimedUnitSummary } from '../../contract/index.ts';
import { pageMessages } from '../page-messages.ts';
import { useLocalText } from '../public/local-text.tsx';
import { useDisciplineName } from '../public/use-discipline-name.ts';
import { tablesMessages } from '../tables/tables-messages.ts';
import { UnitStatus } from '../unit-status.tsx';
import { TimingFilter, type TimingFilters } from './timing-filter.tsx';
import styles from './timing-page.module.css';

const settledMs = 250;

/** Which competition is timed: those that were made here; all others where somebody asks for them. */
export function TimingListPage(): ReactNode {
  const t = useText(tablesMessages);
  const shared = useText(pageMessages);
  const { dateTime } = useFormat();
  const [isAll, setAll] = useState(false);
  const [filters, setFilters] = useState<TimingFilters>({ text: '', discipline: '', day: '' });
  const [settled] = useDebouncedValue(filters, settledMs);
  const asked = Object.fromEntries(
    Object.entries({ ...settled, text: settled.text.trim() }).filter(([, value]) => value !== ''),
  );
  useChanges(['results.units']);
  // Nobody sees the filters beside their own: there they must hide nothing.
  const list = useApi(results).timing.list.queryOptions(isAll ? { whose: 'all', ...asked } : { whose: 'own' });
  const query = useQuery({ ...list, placeholderData: keepPreviousData });
  return (
    <Page title={t('timing')} description={t('timing.text')} breadcrumbs={[{ label: shared('units'), to: '/results' }]}>
      <div className={styles['filters']}>
        <SegmentedControl
          aria-label={t('timing.whose')}
          value={isAll ? 'all' : 'own'}
          onChange={(value) => setAll(value === 'all')}
          data={(['own', 'all'] as const).map((value) => ({ value, label: t(`timing.${value}`) }))}
        />
        {isAll && <TimingFilter filters={filters} onChange={(part) => setFilters({ ...filters, ...part })} />}
      </div>
      <DataTable
        label={t('timing')}
        rows={{ ...query, data: query.data?.items }}
        rowKey={({ rsc }) => rsc}
        linkTo={({ rsc }) => `/results/timing/${rsc}`}
        empty={
          <EmptyState title={t(isAll ? 'timing.nothing' : 'timing.none')}>
            <div className={styles['buttons']}>
              <Button component={PageLink} to="/results/tables">
                {t('tables')}
              </Button>
              {!isAll && (
                <Button variant="default" onClick={() => setAll(true)}>
                  {t('timing.all')}
                </Button>
              )}
            </div>
          </EmptyState>
        }
        columns={[
          { id: 'name', title: t('event'), cell: (unit) => <What unit={unit} /> },
          { id: 'start', title: t('startsAt'), cell: ({ startsAt }) => (startsAt === null ? '' : dateTime(startsAt)) },
          { id: 'status', title: t('status'), cell: (unit) => <UnitStatus {...unit} /> },
        ]}
      />
    </Page>
  );
}

/** Event and unit, and the sport; and where somebody else sends the results, who: timing it would take over. */
function What({ unit: { name, eventName, discipline, sender } }: { unit: TimedUnitSummary }): ReactNode {
  const t = useText(tablesMessages);
  const textOf = useLocalText();
  const disciplineName = useDisciplineName();
  const [event, own] = [textOf(eventName).text, textOf(name).text];
  return (
    <span className={styles['what']}>
      <bdi>{own.startsWith(event) ? own : `${event}, ${own}`}</bdi>
      <bdi className={styles['organisation']}>{textOf(disciplineName(discipline)).text}</bdi>
      {sender !== null && <span className={styles['sender']}>{t('timing.sender', { sender })}</span>}
    </span>
  );
}

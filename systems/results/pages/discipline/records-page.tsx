import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { EmptyState, ErrorNotice, useApi, useChanges, useText } from '@altis/web';
import { results } from '../../contract/index.ts';
import { RecordLines } from '../event/record-list.tsx';
import { LocalText } from '../public/local-text.tsx';
import { publicMessages } from '../public/public-messages.ts';
import { ResultsPage } from '../public/results-page.tsx';
import { useDisciplineName } from '../public/use-discipline-name.ts';
import styles from './records-page.module.css';

/** Records by discipline; those of these Games are marked. */
export function RecordsPage(): ReactNode {
  const t = useText(publicMessages);
  const disciplineName = useDisciplineName();
  useChanges(['results.units']);
  const query = useQuery(useApi(results).records.list.queryOptions({}));
  const disciplines = Map.groupBy(query.data?.items ?? [], ({ code }) => code.slice(0, 3));
  return (
    <ResultsPage title={t('tab.records')}>
      {query.error !== null && !query.data && <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Skeleton height={420} role="status" aria-label={t('loading')} />}
      {query.data?.items.length === 0 && <EmptyState title={t('records.none')}>{t('records.none.text')}</EmptyState>}
      {[...disciplines].map(([code, records]) => (
        <section key={code} className={styles['section']}>
          <h2>
            <LocalText name={disciplineName(code)} />
          </h2>
          <RecordLines records={records} />
        </section>
      ))}
    </ResultsPage>
  );
}

import { Button, SegmentedControl } from '@mantine/core';
import {
  EmptyState,
  ErrorNotice,
  FilterChips,
  Page,
  PageLink,
  SearchBox,
  useChanges,
  useFormat,
  useSession,
  useText,
} from '@altis/web';
import type { ReactNode } from 'react';
import { pageMessages } from '../page-messages.ts';
import { FacetColumn } from './facet-column.tsx';
import { ResultGrid } from './result-grid.tsx';
import styles from './search-page.module.css';
import { searchPath, type ConditionField } from './search-state.ts';
import { Suggestions } from './suggestions.tsx';
import { useFilterFields } from './use-filter-fields.tsx';
import { useLabels } from './use-labels.ts';
import { useResults } from './use-results.ts';
import { useSearch } from './use-search.ts';

/** Finds clips and recordings by words in any script and by chips; new and corrected ones appear by themselves. */
export function SearchPage(): ReactNode {
  const t = useText(pageMessages);
  const { search, language, change } = useSearch();
  const { query, first, items } = useResults(search, language);
  const fields = useFilterFields(first?.facets ?? {}, language);
  const labels = useLabels(first?.facets);
  useChanges(['media-archive.items']);

  const isUnfiltered = search.text === '' && search.conditions.length === 0;
  return (
    <Page title={t('search')} description={t('search.description')}>
      <div className={styles['desk']}>
        <div className={styles['query']}>
          <SearchBox
            value={search.text}
            onChange={(text) => change({ text })}
            label={t('search.label')}
            placeholder={t('search.placeholder')}
          />
          <Suggestions search={search} language={language} onChange={change} />
          <FilterChips
            chips={search.conditions.map(({ field, value }) => ({ field, value, label: labels.of(field, value) }))}
            fields={fields}
            onChange={(chips) => {
              for (const { field, value, label } of chips) labels.learn(field, value, label);
              change({ conditions: chips.map(({ field, value }) => ({ field: field as ConditionField, value })) });
            }}
          />
        </div>
        {query.error !== null && first === undefined ? (
          <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          first?.total.count === 0 && <NothingFound isEmpty={isUnfiltered} />
        )}
        {first !== undefined && first.total.count > 0 && (
          <div className={styles['found']}>
            <FacetColumn facets={first.facets} search={search} onChange={change} />
            <div className={styles['results']}>
              <div className={styles['bar']}>
                <Total count={first.total.count} isExact={first.total.isExact} />
                {search.text !== '' && (
                  <SegmentedControl
                    size="xs"
                    aria-label={t('order')}
                    value={search.order}
                    onChange={(order) => change({ order })}
                    data={(['relevance', 'newest'] as const).map((value) => ({ value, label: t(`order.${value}`) }))}
                  />
                )}
              </div>
              <ResultGrid items={items} isBusy={query.isPlaceholderData} />
              {query.hasNextPage && (
                <Button
                  variant="default"
                  className={styles['more'] ?? ''}
                  loading={query.isFetchingNextPage}
                  onClick={() => void query.fetchNextPage()}
                >
                  {t('more')}
                </Button>
              )}
            </div>
          </div>
        )}
      </div>
    </Page>
  );
}

function Total({ count, isExact }: { count: number; isExact: boolean }): ReactNode {
  const t = useText(pageMessages);
  const { number } = useFormat();
  const shown = number(count);
  return (
    <p className={styles['total']} role="status">
      {isExact ? t('total', { count, shown }) : t('total.least', { shown })}
    </p>
  );
}

function NothingFound({ isEmpty }: { isEmpty: boolean }): ReactNode {
  const t = useText(pageMessages);
  const { may } = useSession();
  if (!isEmpty) {
    return (
      <EmptyState
        title={t('nothing')}
        action={
          <Button component={PageLink} to={searchPath({})} variant="default">
            {t('nothing.clear')}
          </Button>
        }
      >
        {t('nothing.text')}
      </EmptyState>
    );
  }
  const action = may('media-archive.import.create') && (
    <Button component={PageLink} to="/archive/import">
      {t('import')}
    </Button>
  );
  return (
    <EmptyState title={t('empty')} action={action}>
      {t('empty.text')}
    </EmptyState>
  );
}

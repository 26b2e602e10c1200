import { UnstyledButton } from '@mantine/core';
import { useApi, useText } from '@altis/web';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { facetNames, mediaArchive } from '../../contract/index.ts';
import { pageMessages } from '../page-messages.ts';
import type { SearchState } from './search-state.ts';
import styles from './suggestions.module.css';

/** What the words typed may mean exactly: a press makes a chip of the last word and takes it out of the text. */
export function Suggestions(props: {
  search: SearchState;
  language: string;
  onChange: (next: Partial<SearchState>) => void;
}): ReactNode {
  const t = useText(pageMessages);
  const { search, language } = props;
  const prefix = search.text.trim().slice(0, 80);
  const query = useQuery({
    ...useApi(mediaArchive).search.suggest.queryOptions({ prefix, language, limit: 6 }),
    enabled: prefix !== '',
    placeholderData: keepPreviousData,
  });
  const isChosen = (facet: string, value: string): boolean =>
    search.conditions.some((condition) => condition.field === facet && condition.value === value);
  const items = prefix === '' ? [] : (query.data?.items ?? []).filter(({ facet, value }) => !isChosen(facet, value));
  if (items.length === 0) return null;
  return (
    <div className={styles['suggestions']} role="group" aria-label={t('suggestions')}>
      <span aria-hidden="true">{t('suggestions')}</span>
      {items.map(({ facet, value, label }) => {
        const field = facetNames.find((each) => each === facet);
        return (
          field && (
            <UnstyledButton
              key={`${facet} ${value}`}
              className={styles['suggestion'] ?? ''}
              onClick={() => props.onChange({ text: '', conditions: [...search.conditions, { field, value }] })}
            >
              <span className={styles['field']}>{t(`field.${field}`)}</span> <bdi>{label}</bdi>
            </UnstyledButton>
          )
        );
      })}
    </div>
  );
}

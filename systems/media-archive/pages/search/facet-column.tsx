import { UnstyledButton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useFormat, useText } from '@altis/web';
import type { ReactNode } from 'react';
import { facetNames } from '../../contract/index.ts';
import { pageMessages } from '../page-messages.ts';
import type { FoundPage } from '../views.ts';
import styles from './facet-column.module.css';
import type { SearchState } from './search-state.ts';

const mostShown = 8;

/** How the results divide, facet by facet; a press adds the value to the search or takes it out. */
export function FacetColumn(props: {
  facets: FoundPage['facets'];
  search: SearchState;
  onChange: (next: Partial<SearchState>) => void;
}): ReactNode {
  const t = useText(pageMessages);
  const isWide = useMediaQuery('(min-width: 62em)', true);
  const { facets, search } = props;
  const shown = facetNames.filter((facet) => (facets[facet]?.length ?? 0) > 0);
  const lists = shown.map((facet) => (
    <FacetValues
      key={facet}
      facet={facet}
      values={(facets[facet] ?? []).slice(0, mostShown)}
      search={search}
      onChange={props.onChange}
    />
  ));
  if (isWide) {
    return (
      <nav className={styles['facets']} aria-label={t('facets')}>
        {lists}
      </nav>
    );
  }
  return (
    <details className={styles['folded']}>
      <summary>{t('facets')}</summary>
      <div className={styles['facets']}>{lists}</div>
    </details>
  );
}

function FacetValues(props: {
  facet: (typeof facetNames)[number];
  values: FoundPage['facets'][string];
  search: SearchState;
  onChange: (next: Partial<SearchState>) => void;
}): ReactNode {
  const t = useText(pageMessages);
  const { number } = useFormat();
  const { facet, values, search } = props;
  const { conditions } = search;
  return (
    <section className={styles['facet']}>
      <h2>{t(`field.${facet}`)}</h2>
      {values.map(({ value, label, count }) => {
        const isChosen = conditions.some((each) => each.field === facet && each.value === value);
        const others = conditions.filter((each) => each.field !== facet || each.value !== value);
        return (
          <UnstyledButton
            key={value}
            className={styles['value'] ?? ''}
            aria-pressed={isChosen}
            onClick={() => props.onChange({ conditions: isChosen ? others : [...conditions, { field: facet, value }] })}
          >
            <bdi>{facet === 'kind' ? t(value === 'clip' ? 'kind.clip' : 'kind.asset') : label}</bdi>
            <span className={styles['count']}>{number(count)}</span>
          </UnstyledButton>
        );
      })}
    </section>
  );
}

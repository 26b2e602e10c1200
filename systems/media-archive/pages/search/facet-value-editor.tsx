import { Select } from '@mantine/core';
import { useApi, useText } from '@altis/web';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { mediaArchive, type facetNames } from '../../contract/index.ts';
import { pageMessages } from '../page-messages.ts';

type Choice = { readonly value: string; readonly label: string };

/** Chooses a value of a facet: those of the present results, or what fits the letters typed. */
export function FacetValueEditor(props: {
  facet: (typeof facetNames)[number];
  value: string;
  counted: readonly Choice[];
  language: string;
  done: (value: string | undefined, label?: string) => void;
}): ReactNode {
  const t = useText(pageMessages);
  const { facet, language, counted } = props;
  const [typed, setTyped] = useState('');
  const prefix = typed.trim();
  const suggestions = useQuery({
    ...useApi(mediaArchive).search.suggest.queryOptions({ prefix, facet, language, limit: 20 }),
    enabled: prefix !== '' && facet !== 'kind',
    placeholderData: keepPreviousData,
  });
  const isSuggested = prefix !== '' && facet !== 'kind';
  const choices = isSuggested ? (suggestions.data?.items ?? []) : facet === 'kind' ? kinds(t) : counted;
  const distinct = [...new Map(choices.map(({ value, label }) => [value, { value, label }])).values()];
  return (
    <Select
      label={t(`field.${facet}`)}
      placeholder={t('value.placeholder')}
      data={distinct}
      searchable
      data-autofocus
      searchValue={typed}
      onSearchChange={setTyped}
      // The server has chosen already, also by names in other scripts.
      filter={({ options }) => options}
      nothingFoundMessage={t('value.none')}
      onChange={(value, option) => props.done(value ?? undefined, option?.label)}
      comboboxProps={{ withinPortal: false }}
      maxDropdownHeight={280}
    />
  );
}

function kinds(t: (key: 'kind.clip' | 'kind.asset') => string): Choice[] {
  return (['clip', 'asset'] as const).map((value) => ({ value, label: t(`kind.${value}`) }));
}

import { Combobox, Loader, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactNode } from 'react';
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import { useApi, useText } from '@altis/web';
import { results, type Found } from '../../contract/index.ts';
import { OrganisationChip } from './organisation-chip.tsx';
import { publicMessages } from './public-messages.ts';
import styles from './result-search.module.css';

const pauseMs = 180;
const shown = 12;

/** Search over everything that the results know, by kind, while one types; Enter or a click opens what was found. */
export function ResultSearch(): ReactNode {
  const t = useText(publicMessages);
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const { items, isLoading, isSettled } = useFound(text);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const open = (key: string): void => {
    const found = items.find((each) => keyOf(each) === key);
    if (found === undefined) return;
    setText('');
    combobox.closeDropdown();
    void navigate({ href: pathOf(found) });
  };
  return (
    <search className={styles['search']}>
      <Combobox store={combobox} onOptionSubmit={open} position="bottom-end" width="min(440px, calc(100vw - 24px))">
        <Combobox.Target>
          <TextInput
            type="search"
            aria-label={t('search')}
            placeholder={t('search.hint')}
            value={text}
            leftSection={isLoading ? <Loader size={15} aria-hidden="true" /> : <IconSearch size={17} />}
            onChange={({ currentTarget }) => {
              setText(currentTarget.value);
              combobox.openDropdown();
              combobox.resetSelectedOption();
            }}
            onFocus={() => text.trim() !== '' && combobox.openDropdown()}
            onBlur={() => combobox.closeDropdown()}
          />
        </Combobox.Target>
        <Combobox.Dropdown hidden={text.trim() === '' || !isSettled}>
          <Combobox.Options aria-label={t('search.found')} mah={420} style={{ overflowY: 'auto' }}>
            {items.length === 0 && <Combobox.Empty>{t('search.none', { text: text.trim() })}</Combobox.Empty>}
            {[...Map.groupBy(items, ({ kind }) => kind)].map(([kind, group]) => (
              <Combobox.Group key={kind} label={t(`found.${kind}`)}>
                {group.map((found) => (
                  <Combobox.Option key={keyOf(found)} value={keyOf(found)} className={styles['option'] ?? ''}>
                    <span className={styles['title']}>
                      <bdi>{found.title}</bdi>
                      <bdi className={styles['subtitle']}>{found.subtitle}</bdi>
                    </span>
                    {found.kind !== 'organisation' && <OrganisationChip code={found.organisation} />}
                  </Combobox.Option>
                ))}
              </Combobox.Group>
            ))}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
    </search>
  );
}

function useFound(text: string): { items: readonly Found[]; isLoading: boolean; isSettled: boolean } {
  const [q] = useDebouncedValue(text.trim(), pauseMs);
  const query = useQuery({
    ...useApi(results).search.queryOptions({ q, limit: shown }),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  });
  return { items: query.data?.items ?? [], isLoading: query.isFetching, isSettled: query.data !== undefined };
}

function keyOf({ kind, code }: Found): string {
  return `${kind} ${code}`;
}

function pathOf({ kind, code }: Found): string {
  const own = encodeURIComponent(code);
  if (kind === 'venue') return `/results?venue=${own}`;
  return `/results/${folders[kind]}/${own}`;
}

const folders = {
  athlete: 'athletes',
  official: 'athletes',
  team: 'teams',
  organisation: 'organisations',
  discipline: 'disciplines',
  event: 'events',
  unit: 'units',
} as const;

import { Select, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { results } from '@altis/results/contract';
import { useApi, useFormat, useLanguage, useSession, useText } from '@altis/web';
import type { ApiOf } from '@altis/web';
import { pageMessages } from '../page-messages.ts';

export type UnitView = Awaited<ReturnType<ApiOf<typeof results.contract>['units']['list']>>['items'][number];

const rscLength = 34;

/** Chooses a unit of the results by its name, or takes an RSC as it is typed. */
export function UnitSelect(props: {
  value: string | undefined;
  onChange: (rsc: string | undefined, unit: UnitView | undefined) => void;
  error: string | undefined;
}): ReactNode {
  const { value } = props;
  const t = useText(pageMessages);
  const { language } = useLanguage();
  const format = useFormat();
  const mayRead = useSession().may('results.unit.read');
  const api = useApi(results);
  const units = useQuery({ ...api.units.list.queryOptions({ limit: 200 }), enabled: mayRead });
  const [typed, setTyped] = useState('');

  const items = units.data?.items ?? [];
  const isKnown = (rsc: string): boolean => items.some((unit) => unit.rsc === rsc);
  const own = rscIn(typed) ?? value;
  const data = [
    ...items.map((unit) => ({ value: unit.rsc, label: unitName(unit, language) })),
    ...(own === undefined || isKnown(own) ? [] : [{ value: own, label: own }]),
  ];
  return (
    <Select
      label={t('unit')}
      description={t('unit.text')}
      placeholder={t('unit.placeholder')}
      data={data}
      value={value ?? null}
      onChange={(rsc) =>
        props.onChange(
          rsc ?? undefined,
          items.find((unit) => unit.rsc === rsc),
        )
      }
      searchable
      clearable
      required
      maxDropdownHeight={320}
      searchValue={typed}
      onSearchChange={setTyped}
      // An RSC is found too, although the list shows names.
      filter={({ options, search }) =>
        options.filter(
          (option) =>
            'value' in option && `${option.label} ${option.value}`.toLowerCase().includes(search.trim().toLowerCase()),
        )
      }
      renderOption={({ option }) => {
        const unit = items.find(({ rsc }) => rsc === option.value);
        return (
          <div>
            <Text size="sm">{unit ? option.label : t('unit.use')}</Text>
            <Text size="xs" c="dimmed">
              <bdi dir="ltr">{option.value}</bdi>
              {typeof unit?.startsAt === 'string' && (
                <> · {format.dateTime(unit.startsAt, { dateStyle: 'medium', timeStyle: 'short' })}</>
              )}
            </Text>
          </div>
        );
      }}
      nothingFoundMessage={nothingFound(typed, t)}
      error={props.error}
    />
  );
}

/** The name of a unit in a language, as far as the feed has it. */
export function unitName({ name, rsc }: Pick<UnitView, 'name' | 'rsc'>, language: string): string {
  return name[language] ?? name['en'] ?? Object.values(name)[0] ?? rsc;
}

function rscIn(text: string): string | undefined {
  const rsc = text.trim().toUpperCase();
  return rsc.length === rscLength && /^[A-Z0-9-]+$/.test(rsc) ? rsc : undefined;
}

function nothingFound(
  typed: string,
  t: (key: 'unit.none' | 'unit.length' | 'unit.characters', values?: { length: number }) => string,
): string {
  const text = typed.trim();
  if (text.includes(' ') || text.length < 12) return t('unit.none');
  return /^[A-Za-z0-9-]+$/.test(text) ? t('unit.length', { length: text.length }) : t('unit.characters');
}

import { NativeSelect, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '@altis/web';
import { tablesMessages } from '../tables/tables-messages.ts';
import { useDisciplineChoices } from '../tables/use-discipline-choices.ts';

/** What narrows the list down; an empty text asks for nothing. */
export type TimingFilters = { readonly text: string; readonly discipline: string; readonly day: string };

/** Text, sport and day. */
export function TimingFilter(props: {
  filters: TimingFilters;
  onChange: (part: Partial<TimingFilters>) => void;
}): ReactNode {
  const t = useText(tablesMessages);
  const disciplines = useDisciplineChoices();
  const { filters, onChange } = props;
  return (
    <>
      <TextInput
        type="search"
        label={t('timing.search')}
        value={filters.text}
        onChange={({ currentTarget }) => onChange({ text: currentTarget.value })}
      />
      <NativeSelect
        label={t('discipline')}
        value={filters.discipline}
        onChange={({ currentTarget }) => onChange({ discipline: currentTarget.value })}
        data={[{ value: '', label: t('timing.anyDiscipline') }, ...disciplines]}
      />
      <TextInput
        type="date"
        label={t('day')}
        value={filters.day}
        onChange={({ currentTarget }) => onChange({ day: currentTarget.value })}
      />
    </>
  );
}

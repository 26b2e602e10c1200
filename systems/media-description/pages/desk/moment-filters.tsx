import { Switch, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { FilterChips, useText } from '@altis/web';
import type { FilterChip } from '@altis/web';
import { useActionName } from '../action-name.ts';
import { pageMessages } from '../page-messages.ts';
import type { MomentView } from '../views.ts';
import { filterFields, filterOptions } from './filter-moments.ts';
import styles from './moment-filters.module.css';

/** The filters of the list as chips, and whether withdrawn moments are shown. */
export function MomentFilters(props: {
  /** What occurs in these is offered. */
  moments: readonly MomentView[];
  chips: readonly FilterChip[];
  onChange: (chips: readonly FilterChip[]) => void;
  withdrawn: { readonly count: number; readonly isShown: boolean; readonly show: (isShown: boolean) => void };
}): ReactNode {
  const { moments, chips, withdrawn } = props;
  const t = useText(pageMessages);
  const labelOf = useFilterLabel(moments);
  const fields = filterFields.map((field) => ({
    field,
    title: t(`filter.${field}`),
    edit: (_value: string, done: (value: string | undefined, label?: string) => void) => (
      <Options
        label={t(`filter.${field}`)}
        options={filterOptions(moments, field).map((option) => ({ ...option, label: labelOf(field, option.value) }))}
        onChoose={(value) => done(value, labelOf(field, value))}
      />
    ),
  }));
  const change = (next: readonly FilterChip[]): void =>
    props.onChange(next.filter((chip, place) => place === next.findIndex((each) => isSame(each, chip))));
  return (
    <div className={styles['filters']}>
      <FilterChips
        chips={chips.map((chip) => ({ ...chip, label: labelOf(chip.field, chip.value) }))}
        fields={fields}
        onChange={change}
      />
      {withdrawn.count > 0 && (
        <Switch
          size="xs"
          label={t('withdrawn.show', { count: withdrawn.count })}
          checked={withdrawn.isShown}
          onChange={(event) => withdrawn.show(event.currentTarget.checked)}
        />
      )}
    </div>
  );
}

function useFilterLabel(moments: readonly MomentView[]): (field: string, value: string) => string {
  const t = useText(pageMessages);
  const actionName = useActionName();
  return (field, value) => {
    if (field === 'importance') return t('importance.least', { importance: Number(value) });
    if (field === 'action') return actionName(value);
    if (field === 'organisation') return value;
    const athlete = moments.flatMap(({ athletes }) => athletes).find(({ code }) => code === value);
    return athlete === undefined ? value : `${athlete.name} (${athlete.organisation})`;
  };
}

function Options(props: {
  label: string;
  options: readonly { readonly value: string; readonly label: string; readonly count: number }[];
  onChoose: (value: string) => void;
}): ReactNode {
  const t = useText(pageMessages);
  if (props.options.length === 0) return <span>{t('filter.nothing')}</span>;
  return (
    <ul className={styles['options']} aria-label={props.label}>
      {props.options.map(({ value, label, count }, place) => (
        <li key={value}>
          <UnstyledButton
            className={styles['option'] ?? ''}
            data-autofocus={place === 0 || undefined}
            onClick={() => props.onChoose(value)}
          >
            <bdi>{label}</bdi>
            <span>{count}</span>
          </UnstyledButton>
        </li>
      ))}
    </ul>
  );
}

function isSame(left: FilterChip, right: FilterChip): boolean {
  return left.field === right.field && left.value === right.value;
}

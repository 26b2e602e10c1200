import type { FilterChip } from '@altis/web';
import type { MomentView } from '../views.ts';

export const filterFields = ['importance', 'action', 'athlete', 'organisation'] as const;
export type FilterFieldName = (typeof filterFields)[number];

/** The moments that fit the chips: any of one field, all fields together. Importance means "at least". */
export function filterMoments(moments: readonly MomentView[], chips: readonly FilterChip[]): readonly MomentView[] {
  return moments.filter((moment) =>
    filterFields.every((field) => {
      const wanted = chips.filter((chip) => chip.field === field);
      return wanted.length === 0 || wanted.some(({ value }) => fits(moment, field, value));
    }),
  );
}

export type FilterOption = { readonly value: string; readonly count: number };

/** The values of a field that occur, the most frequent first; importance from the highest. */
export function filterOptions(moments: readonly MomentView[], field: FilterFieldName): readonly FilterOption[] {
  const values =
    field === 'importance' ? ['5', '4', '3', '2'] : [...new Set(moments.flatMap((each) => valuesOf(each, field)))];
  const options = values.map((value) => ({ value, count: moments.filter((each) => fits(each, field, value)).length }));
  if (field === 'importance') return options;
  return options.sort((left, right) => right.count - left.count || left.value.localeCompare(right.value));
}

function fits(moment: MomentView, field: FilterFieldName, value: string): boolean {
  if (field === 'importance') return moment.importance >= Number(value);
  return valuesOf(moment, field).includes(value);
}

function valuesOf(moment: MomentView, field: Exclude<FilterFieldName, 'importance'>): readonly string[] {
  if (field === 'action') return [moment.action];
  return field === 'organisation' ? moment.organisations : moment.athletes.map(({ code }) => code);
}

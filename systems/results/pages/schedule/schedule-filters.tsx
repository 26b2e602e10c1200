import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useApi, useSearchParameter, useText } from '@altis/web';
import { results } from '../../contract/index.ts';
import { useLocalText } from '../public/local-text.tsx';
import { publicMessages } from '../public/public-messages.ts';
import { useDisciplineName } from '../public/use-discipline-name.ts';
import styles from './schedule-page.module.css';
import { useScheduleLink } from './use-schedule-link.ts';

type Day = { readonly day: string; readonly disciplines: readonly string[]; readonly venues: readonly string[] };

/** Which discipline and venue the schedule is about. */
export function ScheduleFilters({ day }: { day: Day }): ReactNode {
  const t = useText(publicMessages);
  const navigate = useNavigate();
  const linkTo = useScheduleLink();
  const textOf = useLocalText();
  const disciplineName = useDisciplineName();
  const venues = useQuery(useApi(results).venues.list.queryOptions()).data?.items ?? [];
  const change = (choice: Parameters<typeof linkTo>[0]): void =>
    void navigate({ href: linkTo(choice), resetScroll: false });
  const venueName = (code: string): string =>
    textOf(venues.find((each) => each.code === code)?.name ?? { en: code }).text;
  return (
    <div className={styles['filters']}>
      <Choice
        label={t('filter.discipline')}
        all={t('filter.allDisciplines')}
        value={useSearchParameter('discipline') ?? ''}
        options={day.disciplines.map((code) => ({ value: code, label: textOf(disciplineName(code)).text }))}
        onChange={(discipline) => change({ discipline })}
      />
      <Choice
        label={t('filter.venue')}
        all={t('filter.allVenues')}
        value={useSearchParameter('venue') ?? ''}
        options={day.venues.map((code) => ({ value: code, label: venueName(code) }))}
        onChange={(venue) => change({ venue })}
      />
    </div>
  );
}

function Choice(props: {
  label: string;
  all: string;
  value: string;
  options: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
}): ReactNode {
  // A choice of another day stays chosen, and can be taken back, where this day has nothing of it.
  const isElsewhere = props.value !== '' && !props.options.some(({ value }) => value === props.value);
  return (
    <NativeSelect
      aria-label={props.label}
      value={props.value}
      onChange={({ currentTarget }) => props.onChange(currentTarget.value)}
      data={[
        { value: '', label: props.all },
        ...props.options,
        ...(isElsewhere ? [{ value: props.value, label: props.value }] : []),
      ]}
    />
  );
}

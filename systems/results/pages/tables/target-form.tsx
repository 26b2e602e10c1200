import { Button, NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { ErrorNotice, useAction, useApi, useText } from '@altis/web';
import { results, type TableReading, type TableTarget } from '../../contract/index.ts';
import { useLocalText } from '../public/local-text.tsx';
import { Confirmations, toConfirm } from './confirmations.tsx';
import { KeepMapping } from './keep-mapping.tsx';
import { Plan } from './plan.tsx';
import styles from './tables-page.module.css';
import { tablesMessages } from './tables-messages.ts';
import { useDisciplineChoices } from './use-discipline-choices.ts';
import { useTarget } from './use-target.ts';
import type { WrittenList } from './written.tsx';

/** What a list is of, what will be written, and the button that writes it. */
export function TargetForm(props: { table: TableReading; onWritten: (list: WrittenList) => void }): ReactNode {
  const t = useText(tablesMessages);
  const { table } = props;
  const { tables } = useApi(results);
  const [target, change] = useTarget(table);
  const isComplete =
    target.place !== '' &&
    target.day !== '' &&
    target.startsAt !== '' &&
    (target.event.rsc !== null || target.event.name !== '') &&
    (target.event.rsc !== null || target.discipline.code !== null || target.discipline.name !== '');
  const input = { id: table.id, mapping: table.mapping, target };
  const plan = useQuery({ ...tables.plan.queryOptions(input), enabled: isComplete && table.good > 0, retry: false });
  const write = useAction(tables.write, { quiet: true });
  const [confirmed, setConfirmed] = useState<string[]>([]);
  const stands = plan.data && { ...plan.data, left: table.rows - table.good };
  const { leave, replace, takeOver } = stands ? toConfirm(stands) : { leave: null, replace: null, takeOver: null };
  const isOpen = [leave, replace, takeOver].some((each) => each !== null && !confirmed.includes(each));
  const submit = async (): Promise<void> => {
    const answer = await write.run({ ...input, mayReplace: replace !== null, mayTakeOver: takeOver !== null });
    if (answer !== undefined) props.onWritten({ ...answer, kind: target.kind });
    // What stands there may be something else by now.
    else void plan.refetch();
  };
  return (
    <form
      className={styles['part']}
      aria-labelledby="target-heading"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div className={styles['heading']}>
        <h2 id="target-heading">
          <span className={styles['step']}>2</span> {t('target')}
        </h2>
      </div>
      <Fields target={target} change={change} />
      <div className={styles['heading']}>
        <h2>
          <span className={styles['step']}>3</span> {t('plan')}
        </h2>
      </div>
      {!isComplete && <p className={styles['hint']}>{t('plan.incomplete')}</p>}
      {isComplete && plan.error !== null && <ErrorNotice error={plan.error} />}
      {isComplete && plan.data && <Plan plan={plan.data} />}
      {isComplete && stands && <Confirmations stands={stands} confirmed={confirmed} onChange={setConfirmed} />}
      {write.error !== null && <ErrorNotice error={write.error} />}
      <div className={styles['actions']}>
        <Button
          type="submit"
          size="md"
          loading={write.isRunning}
          disabled={!isComplete || plan.data === undefined || isOpen}
        >
          {t('write', { count: table.teamCount || table.good })}
        </Button>
        <KeepMapping table={table} />
      </div>
    </form>
  );
}

type FieldsProps = { target: TableTarget; change: (part: Partial<TableTarget>) => void };

function Fields({ target, change }: FieldsProps): ReactNode {
  const t = useText(tablesMessages);
  const zones = Intl.supportedValuesOf('timeZone');
  const { schedule } = useApi(results);
  const days = useQuery(schedule.days.queryOptions({}));
  const isFirst = days.data !== undefined && days.data.days.length === 0;
  const text = (part: 'day' | 'startsAt' | 'place' | 'zone') => (event: { currentTarget: { value: string } }) =>
    change({ [part]: event.currentTarget.value });
  return (
    <div className={styles['fields']}>
      <SegmentedControl
        aria-label={t('kind')}
        value={target.kind}
        onChange={(value) => change({ kind: value === 'results' ? 'results' : 'start-list' })}
        data={[
          { value: 'start-list', label: t('kind.start-list') },
          { value: 'results', label: t('kind.results') },
        ]}
      />
      {target.kind === 'results' && (
        <SegmentedControl
          aria-label={t('status')}
          value={target.status}
          onChange={(value) => change({ status: value === 'OFFICIAL' ? 'OFFICIAL' : 'UNOFFICIAL' })}
          data={[
            { value: 'OFFICIAL', label: t('status.OFFICIAL') },
            { value: 'UNOFFICIAL', label: t('status.UNOFFICIAL') },
          ]}
        />
      )}
      {isFirst && (
        <TextInput
          label={t('competition')}
          description={t('competition.text')}
          value={target.competition ?? ''}
          onChange={(event) => change({ competition: event.currentTarget.value })}
        />
      )}
      <EventFields target={target} change={change} />
      <TextInput type="date" required label={t('day')} value={target.day} onChange={text('day')} />
      <TextInput type="time" required label={t('startsAt')} value={target.startsAt} onChange={text('startsAt')} />
      <TextInput
        required
        label={t('place')}
        placeholder={t('place.hint')}
        value={target.place}
        onChange={text('place')}
      />
      <NativeSelect
        label={t('zone')}
        value={target.zone}
        onChange={text('zone')}
        data={zones.includes(target.zone) ? zones : [target.zone, ...zones]}
      />
    </div>
  );
}

function EventFields({ target, change }: FieldsProps): ReactNode {
  const t = useText(tablesMessages);
  const textOf = useLocalText();
  const { events } = useApi(results);
  const known = useQuery(events.list.queryOptions({}));
  const disciplines = useDisciplineChoices();
  const { discipline, event } = target;
  const choices = (known.data?.items ?? []).map(({ rsc, name, discipline: of }) => {
    return { value: rsc, label: `${of} · ${textOf(name).text}` };
  });
  const chooseEvent = (rsc: string): void => {
    const found = known.data?.items.find((each) => each.rsc === rsc);
    const name = found === undefined ? '' : textOf(found.name).text;
    change({ event: { ...event, rsc: found?.rsc ?? null, name } });
  };
  return (
    <>
      {choices.length > 0 && (
        <NativeSelect
          label={t('event')}
          value={event.rsc ?? ''}
          onChange={({ currentTarget }) => chooseEvent(currentTarget.value)}
          data={[{ value: '', label: t('event.new') }, ...choices]}
        />
      )}
      {event.rsc === null && (
        <>
          {disciplines.length > 0 && (
            <NativeSelect
              label={t('discipline')}
              value={discipline.code ?? ''}
              onChange={({ currentTarget: { value } }) =>
                change({ discipline: { code: value === '' ? null : value, name: '' } })
              }
              data={[{ value: '', label: t('discipline.other') }, ...disciplines]}
            />
          )}
          {discipline.code === null && (
            <TextInput
              required
              label={t('discipline.name')}
              placeholder={t('discipline.hint')}
              value={discipline.name}
              onChange={({ currentTarget }) => change({ discipline: { code: null, name: currentTarget.value } })}
            />
          )}
          <TextInput
            required
            label={t('event.name')}
            placeholder={t('event.hint')}
            value={event.name}
            onChange={({ currentTarget }) => change({ event: { ...event, name: currentTarget.value } })}
          />
          <NativeSelect
            label={t('gender')}
            value={event.gender}
            onChange={({ currentTarget: { value } }) => {
              const gender = (['M', 'W', 'X', 'O'] as const).find((each) => each === value) ?? 'O';
              change({ event: { ...event, gender } });
            }}
            data={(['O', 'W', 'M', 'X'] as const).map((value) => ({ value, label: t(`gender.${value}`) }))}
          />
        </>
      )}
    </>
  );
}

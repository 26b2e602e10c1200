import { Button, SegmentedControl, Skeleton } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { ErrorNotice, Notice, Page, PageLink, StatusBadge, usePathParameter, useText } from '@altis/web';
import type { TimedStarter, TimingState } from '../../contract/index.ts';
import { pageMessages } from '../page-messages.ts';
import { tablesMessages } from '../tables/tables-messages.ts';
import { AwardMedals } from './award-medals.tsx';
import { DecisionDialog } from './decision-dialog.tsx';
import { PressLog } from './press-log.tsx';
import { PressPad } from './press-pad.tsx';
import { RaceClock } from './race-clock.tsx';
import { StandingList } from './standing-list.tsx';
import styles from './timing-page.module.css';
import { Unassigned } from './unassigned.tsx';
import { useTiming, type Timing } from './use-timing.ts';

/** The timing console of a unit. */
export function TimingPage(): ReactNode {
  const t = useText(tablesMessages);
  const shared = useText(pageMessages);
  const unit = usePathParameter('rsc');
  const timing = useTiming(unit);
  const { state } = timing;
  return (
    <Page
      title={state === undefined ? t('timing') : `\u2068${state.name}\u2069`}
      breadcrumbs={[
        { label: shared('units'), to: '/results' },
        { label: t('timing'), to: '/results/timing' },
      ]}
      actions={
        <Button component={PageLink} to={`/results/units/${unit}`} variant="default">
          {t('written.page')}
        </Button>
      }
      aside={<Connection timing={timing} />}
    >
      {timing.error !== null && state === undefined && <ErrorNotice error={timing.error} />}
      {state === undefined && timing.error === null && <Skeleton height={320} aria-label={t('loading')} />}
      {state !== undefined && <Console timing={timing} state={state} />}
    </Page>
  );
}

/** Whether every press has reached the server. */
function Connection({ timing: { waiting, sendError } }: { timing: Timing }): ReactNode {
  const t = useText(tablesMessages);
  if (waiting.length === 0) return <StatusBadge status="ok">{t('queue.none')}</StatusBadge>;
  return (
    <StatusBadge status={sendError === null ? 'busy' : 'warn'}>{t('queue', { count: waiting.length })}</StatusBadge>
  );
}

const statuses = ['LIVE', 'UNOFFICIAL', 'OFFICIAL'] as const;

function Console({ timing, state }: { timing: Timing; state: TimingState }): ReactNode {
  const t = useText(tablesMessages);
  const [decided, setDecided] = useState<TimedStarter>();
  if (state.starters.length === 0) {
    return (
      <Notice tone="warn" title={t('timing.noStartList')}>
        <PageLink to="/results/tables">{t('tables')}</PageLink>
      </Notice>
    );
  }
  const { sender } = state;
  if (sender !== null && !timing.isTakingOver) {
    return (
      <>
        <Notice tone="warn" title={t('stands.sender', { sender })}>
          {t('stands.sender.text', { sender })}
        </Notice>
        <div className={styles['starts']}>
          <Button onClick={timing.takeOver}>{t('stands.sender.confirm', { sender })}</Button>
        </div>
      </>
    );
  }
  const setStatus = (value: string): void => {
    const status = statuses.find((each) => each === value);
    if (status !== undefined) timing.press({ kind: 'status', status });
  };
  return (
    <>
      {timing.sendError !== null && timing.waiting.length > 0 && <ErrorNotice error={timing.sendError} />}
      <div className={styles['head']}>
        <RaceClock starters={state.starters} now={timing.now} />
        <SegmentedControl
          aria-label={t('status')}
          value={state.status}
          onChange={setStatus}
          data={[
            ...(statuses.some((each) => each === state.status)
              ? []
              : [{ value: state.status, label: t('status.START_LIST'), disabled: true }]),
            ...statuses.map((value) => ({ value, label: t(`status.${value}`) })),
          ]}
        />
      </div>
      {state.status === 'OFFICIAL' && <AwardMedals unit={state.unit} />}
      <div className={styles['columns']}>
        <div className={styles['column']}>
          <PressPad starters={state.starters} press={timing.press} />
          <Unassigned state={state} press={timing.press} />
        </div>
        <div className={styles['column']}>
          <StandingList starters={state.starters} onDecide={setDecided} />
          <PressLog inputs={state.inputs} waiting={timing.waiting} press={timing.press} />
        </div>
      </div>
      {decided !== undefined && (
        <DecisionDialog starter={decided} press={timing.press} onClose={() => setDecided(undefined)} />
      )}
    </>
  );
}

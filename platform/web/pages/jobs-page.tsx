import { Button, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { jobs } from '@altis/jobs/contract';
import { useAction } from '../api/use-action.ts';
import { useApi } from '../api/use-api.ts';
import type { ApiOf } from '../api/api-of.ts';
import { DataTable } from '../components/data-table.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { Page } from '../components/page.tsx';
import { ProgressLine } from '../components/progress-line.tsx';
import { StatusBadge } from '../components/status-badge.tsx';
import { useFormat } from '../language/use-format.ts';
import { shellMessages } from '../language/shell-messages.ts';
import { useText } from '../language/use-text.ts';
import { useSession } from '../session/use-session.ts';

type Job = Awaited<ReturnType<ApiOf<typeof jobs.contract>['list']>>['items'][number];
type State = Job['state'];

const filters = ['all', 'running', 'waiting', 'failed', 'done'] as const;
const status = { waiting: 'idle', running: 'busy', done: 'ok', failed: 'bad', cancelled: 'warn' } as const;

/** Background work: what runs, how far it is, why something failed. */
export function JobsPage(): ReactNode {
  const t = useText(shellMessages);
  const format = useFormat();
  const api = useApi(jobs);
  const { may } = useSession();
  const [state, setState] = useState<State | 'all'>('all');
  const list = useQuery({
    ...api.list.queryOptions({ limit: 100, ...(state === 'all' ? {} : { state }) }),
    refetchInterval: 2000,
  });
  const cancel = useAction(api.cancel, { done: t('jobs.cancelled') });
  const retry = useAction(api.retry);

  return (
    <Page title={t('jobs.title')} description={t('jobs.description')}>
      <SegmentedControl
        aria-label={t('jobs.state')}
        value={state}
        onChange={setState}
        data={filters.map((value) => ({ value, label: t(`jobs.filter.${value}`) }))}
        style={{ alignSelf: 'flex-start', maxWidth: '100%' }}
      />
      <DataTable<Job>
        label={t('jobs.title')}
        rows={{ data: list.data?.items, error: list.error, refetch: list.refetch }}
        rowKey={(job) => job.id}
        empty={<EmptyState title={t('jobs.none')}>{t('jobs.none.text')}</EmptyState>}
        columns={[
          { id: 'title', title: t('jobs.job'), cell: (job) => job.title },
          { id: 'system', title: t('status.system'), cell: (job) => job.system, isSecondary: true },
          { id: 'state', title: t('jobs.state'), cell: (job) => <JobState job={job} /> },
          { id: 'created', title: t('jobs.created'), cell: (job) => format.time(job.createdAt), isSecondary: true },
          {
            id: 'time',
            title: t('jobs.time'),
            isFigure: true,
            isSecondary: true,
            cell: (job) => (job.startedAt === null ? '' : format.duration(lastedMs(job))),
          },
          {
            id: 'change',
            title: t('list.actions'),
            hidesTitle: true,
            cell: ({ id, state: now }) => {
              if (now === 'done' || !may('platform.jobs.manage')) return null;
              const hasEnded = now === 'failed' || now === 'cancelled';
              return (
                <Button
                  variant="default"
                  size="compact-sm"
                  onClick={() => void (hasEnded ? retry : cancel).run({ id })}
                >
                  {t(hasEnded ? 'retry' : 'jobs.cancel')}
                </Button>
              );
            },
          },
        ]}
      />
    </Page>
  );
}

function JobState({ job }: { job: Job }): ReactNode {
  const t = useText(shellMessages);
  if (job.state === 'running') {
    return <ProgressLine label={t('jobs.state.running')} fraction={job.fraction} note={job.note ?? undefined} />;
  }
  return (
    <>
      <StatusBadge status={status[job.state]}>{t(`jobs.state.${job.state}`)}</StatusBadge>
      {job.reason !== null && <div>{[job.reason, job.remedy].filter(Boolean).join(' ')}</div>}
    </>
  );
}

function lastedMs(job: Job): number {
  return new Date(job.endedAt ?? Date.now()).getTime() - new Date(job.startedAt ?? job.createdAt).getTime();
}

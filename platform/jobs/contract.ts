import { oc } from '@orpc/contract';
import * as z from 'zod';

const route = oc.$meta({ permission: 'none' });

const JobState = z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']);

export const JobItem = z.object({
  id: z.string(),
  system: z.string(),
  name: z.string(),
  title: z.string().describe('What the job is about, for people.'),
  state: JobState,
  fraction: z.number().min(0).max(1),
  note: z.string().nullable(),
  reason: z.string().nullable().describe('Why it failed.'),
  remedy: z.string().nullable(),
  createdAt: z.string(),
  startedAt: z.string().nullable(),
  endedAt: z.string().nullable(),
});

const contract = {
  list: route
    .route({ method: 'GET', path: '/runs', summary: 'Background jobs, newest first' })
    .meta({ permission: 'platform.jobs.read' })
    .input(
      z.object({
        state: JobState.optional(),
        limit: z.coerce.number().int().min(1).max(200).default(50),
        before: z.string().max(100).refine(isPlace, 'Give `next` of the page before.').optional(),
      }),
    )
    .output(z.object({ items: z.array(JobItem), next: z.string().nullable() })),
  cancel: route
    .route({ method: 'POST', path: '/runs/{id}/cancel', summary: 'Cancel a waiting or running job' })
    .meta({ permission: 'platform.jobs.manage' })
    .input(z.object({ id: z.uuid() }))
    .output(z.object({})),
  retry: route
    .route({ method: 'POST', path: '/runs/{id}/retry', summary: 'Run a failed or cancelled job again' })
    .meta({ permission: 'platform.jobs.manage' })
    .input(z.object({ id: z.uuid() }))
    .output(z.object({})),
};

/** A page ends at an instant and a job. */
function isPlace(text: string): boolean {
  const [at, id, ...more] = text.split('|');
  return z.iso.datetime().safeParse(at).success && z.guid().safeParse(id).success && more.length === 0;
}

/** The published contract of the job queue, under `/api/jobs`. */
export const jobs = { name: 'jobs', contract } as const;

import type { JobView } from '@altis/jobs';
import type { Room } from '@altis/system';
import type * as z from 'zod';
import type { Session } from '../contract/index.ts';
import type { StoredSession } from '../store/sessions.ts';
import type { Tables } from '../store/tables.ts';

/** A session as the contract shows it; how its preparation goes, or why it failed, comes from the job. */
export async function presentSession(room: Room<Tables>, session: StoredSession): Promise<z.infer<typeof Session>> {
  const { id, unit, discipline, title, file_name: fileName, state, job, video } = session;
  const preparation = state === 'ready' ? ready : preparationBy(await runOf(room, job), fileName);
  return {
    id,
    unit,
    discipline,
    title,
    fileName,
    job,
    ...preparation,
    startsAt: session.starts_at.toISOString(),
    createdAt: session.created_at.toISOString(),
    video: video && {
      durationMs: video.durationMs,
      frameCount: video.frameCount,
      frameRate: video.frameRate,
      isVariableFrameRate: video.isVariableFrameRate,
      width: video.width,
      height: video.height,
      codec: video.codec,
      hasAudio: video.hasAudio,
      storyboard: video.tiles,
    },
  };
}

type Preparation = Pick<z.infer<typeof Session>, 'state' | 'fraction' | 'reason' | 'remedy'>;

const ready: Preparation = { state: 'ready', fraction: 1, reason: null, remedy: null };

function preparationBy(run: JobView | undefined, fileName: string): Preparation {
  const fraction = run?.fraction ?? 0;
  if (run?.state === 'failed') return { state: 'failed', fraction, reason: run.reason, remedy: run.remedy };
  if (run?.state !== 'cancelled') return { state: 'preparing', fraction, reason: null, remedy: null };
  const reason = `The preparation of ${fileName} was cancelled.`;
  return { state: 'failed', fraction, reason, remedy: 'Try it again on the page of jobs.' };
}

async function runOf(room: Room<Tables>, job: string | null): Promise<JobView | undefined> {
  return job === null ? undefined : (await room.jobs.read([job]))[0];
}

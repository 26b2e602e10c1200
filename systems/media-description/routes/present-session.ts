import type { Room } from '@altis/system';
import type * as z from 'zod';
import type { Session } from '../contract/index.ts';
import type { StoredSession } from '../store/sessions.ts';
import type { Tables } from '../store/tables.ts';

/** A session as the contract shows it; its preparation's progress comes from the job. */
export async function presentSession(room: Room<Tables>, session: StoredSession): Promise<z.infer<typeof Session>> {
  const { id, unit, discipline, title, file_name: fileName, state, reason, remedy, job, video } = session;
  return {
    id,
    unit,
    discipline,
    title,
    fileName,
    state,
    reason,
    remedy,
    job,
    startsAt: session.starts_at.toISOString(),
    createdAt: session.created_at.toISOString(),
    fraction: state === 'ready' ? 1 : await progressOf(room, job),
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

async function progressOf(room: Room<Tables>, job: string | null): Promise<number> {
  if (job === null) return 0;
  const [run] = await room.jobs.read([job]);
  return run?.fraction ?? 0;
}

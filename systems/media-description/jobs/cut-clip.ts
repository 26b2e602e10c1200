import { join } from 'node:path';
import { runInTransaction } from '@altis/database';
import { announce, publish } from '@altis/events';
import { defineJob, type Job } from '@altis/jobs';
import { inScratchFolder, type Room } from '@altis/system';
import * as z from 'zod';
import { ClipCut } from '../contract/events.ts';
import type { MomentClip } from '../contract/moment.ts';
import { frameIndexOf } from '../describe/footage.ts';
import { findMoment, writeClip, type StoredMoment } from '../store/moments.ts';
import { findSession, isPrepared, lockSession, type PreparedSession } from '../store/sessions.ts';
import type { Tables } from '../store/tables.ts';

const Input = z.object({ moment: z.string(), inFrame: z.number().int(), outFrame: z.number().int() });
type Input = z.infer<typeof Input>;

/** Cuts a moment's clip out of the recording itself, to the frame. */
export function cutClip(room: Room<Tables>): Job {
  return defineJob({
    name: 'cut-clip',
    input: Input,
    concurrency: 2,
    async run(input, { signal, progress }) {
      const stored = await findMoment(room.db, input.moment);
      const session = stored && (await findSession(room.db, stored.session));
      if (stored === undefined || session === undefined || !isPrepared(session) || !isWanted(stored, input)) return;
      await keep(room, session.id, input, await cut(room, session, input, { signal, progress }));
    },
  });
}

/** Bounds may have changed, or the moment may be withdrawn, since the job was enqueued: then another job cuts, or none. */
function isWanted(stored: StoredMoment | undefined, { inFrame, outFrame }: Input): stored is StoredMoment {
  return stored?.state === 'named' && stored.in_frame === inFrame && stored.out_frame === outFrame;
}

async function cut(
  room: Room<Tables>,
  session: PreparedSession,
  { inFrame, outFrame }: Input,
  run: { signal: AbortSignal; progress: (fraction: number) => void },
): Promise<MomentClip> {
  const { media, storage } = room;
  const index = await frameIndexOf(room, session.video.frameIndex);
  const source = await storage.localPath(session.original);
  const options = { displayName: session.file_name, signal: run.signal };
  try {
    return await inScratchFolder(room, async (folder) => {
      const clipPath = join(folder, 'clip.mp4');
      const range = { inFrame, outFrame, index };
      const cutting = { ...options, maxWidthPx: 1920, progress: run.progress };
      const done = await media.cut(source.path, clipPath, range, cutting);
      const posterPath = join(folder, 'poster.jpg');
      await media.makePoster(clipPath, posterPath, { ...options, atMs: done.durationMs / 2 });
      const clip = await storage.putFile(clipPath, { move: true });
      const poster = await storage.putFile(posterPath, { move: true });
      const { frameCount, durationMs, width, height } = done;
      const frameRate = session.video.frameRate.numerator / session.video.frameRate.denominator;
      const picture = { frameCount, durationMs, frameRate, width, height };
      return { object: clip.id, poster: poster.id, sizeBytes: clip.sizeBytes, ...picture, inFrame, outFrame };
    });
  } finally {
    await source.release();
  }
}

async function keep(room: Room<Tables>, session: string, input: Input, clip: MomentClip): Promise<void> {
  await runInTransaction(room.db, async (trx) => {
    await lockSession(trx, session);
    const stored = await findMoment(trx, input.moment);
    if (!isWanted(stored, input)) return;
    await writeClip(trx, input.moment, clip);
    await publish(trx, ClipCut, { moment: stored.moment, clip });
    await announce(trx, `media-description.session.${session}`);
  });
}

import { join } from 'node:path';
import { runInTransaction } from '@altis/database';
import { announce, publish } from '@altis/events';
import { defineJob, type Job, type JobRun } from '@altis/jobs';
import { inScratchFolder, type Room } from '@altis/system';
import * as z from 'zod';
import { SessionPrepared } from '../contract/events.ts';
import { describeUnit } from '../describe/describe-unit.ts';
import { findSession, lockSession, markPrepared, type PreparedSession, type StoredSession } from '../store/sessions.ts';
import type { SessionVideo } from '../store/session-video.ts';
import type { Tables } from '../store/tables.ts';

/** Makes a session's recording watchable, then describes all that is known of its unit by now. */
export function prepareSession(room: Room<Tables>): Job {
  return defineJob({
    name: 'prepare-session',
    input: z.object({ session: z.string() }),
    timeoutMs: 12 * 3_600_000,
    async run({ session: id }, run) {
      const session = await findSession(room.db, id);
      if (session?.state !== 'preparing') return;
      await finish(room, id, await makeWatchable(room, session, run));
    },
  });
}

async function makeWatchable(room: Room<Tables>, session: StoredSession, run: JobRun): Promise<SessionVideo> {
  const source = await room.storage.localPath(session.original);
  try {
    return await inScratchFolder(room, (folder) => makeIn(folder, source.path, room, session, run));
  } finally {
    await source.release();
  }
}

async function makeIn(
  folder: string,
  source: string,
  { media, storage }: Room<Tables>,
  { file_name: displayName }: StoredSession,
  run: JobRun,
): Promise<SessionVideo> {
  const options = { displayName, signal: run.signal };
  run.progress(0.01, 'probe');
  const info = await media.probe(source, options);
  run.progress(0.03, 'frames');
  const index = await media.frameIndex(source, options);
  const proxyPath = join(folder, 'proxy.mp4');
  const tell = (fraction: number): void => run.progress(0.05 + 0.85 * fraction, 'proxy');
  const proxy = await media.makeProxy(source, proxyPath, { ...options, progress: tell });
  const posterPath = join(folder, 'poster.jpg');
  await media.makePoster(proxyPath, posterPath, options);
  run.progress(0.92, 'storyboard');
  const storyboardPath = join(folder, 'storyboard.jpg');
  const board = await media.makeStoryboard(proxyPath, storyboardPath, options);

  const keep = async (path: string) => (await storage.putFile(path, { move: true })).id;
  const indexBytes = Buffer.from(JSON.stringify(index));
  const { frameRate } = info.video;
  return {
    durationMs: info.durationMs,
    frameCount: index.ticks.length,
    frameRate: { numerator: frameRate.num, denominator: frameRate.den },
    isVariableFrameRate: info.video.isVariableFrameRate,
    width: proxy.width,
    height: proxy.height,
    codec: info.video.codec,
    hasAudio: info.audio.length > 0,
    sizeBytes: info.sizeBytes,
    proxy: await keep(proxyPath),
    poster: await keep(posterPath),
    storyboard: await keep(storyboardPath),
    frameIndex: (await storage.put(oneChunk(indexBytes))).id,
    tiles: {
      intervalMs: board.intervalMs,
      columns: board.columns,
      rows: board.rows,
      tileWidth: board.tileWidth,
      tileHeight: board.tileHeight,
      count: board.tileCount,
    },
  };
}

async function finish(room: Room<Tables>, id: string, video: SessionVideo): Promise<void> {
  await runInTransaction(room.db, async (trx) => {
    const locked = await lockSession(trx, id);
    if (locked?.state !== 'preparing') return;
    const session = await markPrepared(trx, id, video);
    await publish(trx, SessionPrepared, preparedFact(session));
    await announce(trx, 'media-description.sessions');
    await announce(trx, `media-description.session.${id}`);
    await describeUnit(room, trx, session);
  });
}

function preparedFact({
  id,
  unit,
  discipline,
  title,
  file_name: fileName,
  starts_at,
  original,
  video,
}: PreparedSession) {
  const { proxy, poster, storyboard, tiles, durationMs, width, height, sizeBytes, frameRate } = video;
  return {
    session: id,
    unit,
    discipline,
    title,
    fileName,
    startsAt: starts_at.toISOString(),
    original,
    proxy,
    poster,
    storyboard,
    tiles,
    durationMs,
    frameRate: frameRate.numerator / frameRate.denominator,
    width,
    height,
    sizeBytes,
  };
}

async function* oneChunk(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}

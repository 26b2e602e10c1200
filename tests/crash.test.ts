import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { hasFfmpeg, makeNumberedVideo } from '@altis/media/testing';
import { idOfUpload, startAltis, waitFor, type Altis } from '@altis/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { promiseChecker } from './crash/check-promises.ts';
import { openLine, type Line } from './crash/ledger.ts';
import { playRound } from './crash/play-round.ts';
import { expectEffectsOnce, readState, settle } from './crash/read-state.ts';

/** `ALTIS_CRASHES=20 npx vitest run tests/crash.test.ts` kills the server so often. */
const crashes = Number(process.env['ALTIS_CRASHES'] ?? 3);
const seed = Number(process.env['ALTIS_CRASH_SEED'] ?? 20_300_222);
const latestKillMs = 2_500;

let folder: string;
let video: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'altis-crash-'));
  video = join(folder, 'game.mp4');
  if (hasFfmpeg) await makeNumberedVideo(video, { frameCount: 300, rate: '25', encoding: ['-g', '50'] });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test.skipIf(!hasFfmpeg)(
  `kill -9 of the server × ${crashes} loses nothing, doubles nothing, and shows nothing half-done`,
  async () => {
    const [disturbed, undisturbed] = await Promise.all([withServer(playDisturbed), withServer(playUndisturbed)]);
    expect(disturbed).toEqual(undisturbed);
  },
  60_000 + crashes * 60_000,
);

async function playDisturbed(line: Line) {
  const random = seeded(seed);
  const check = promiseChecker(line, folder);
  for (let round = 1; round <= crashes; round += 1) {
    const killAtMs = Math.round(random() * latestKillMs);
    const playing = playRound(line, { round, video, random: seeded(seed + round) });
    playing.catch(() => undefined);
    await pause(killAtMs);
    await line.crash(check);
    await playing;
    process.stdout.write(`crash ${round}: after ${killAtMs} ms, ${told(line)}\n`);
  }
  await settle(line);
  await check();
  await expectEffectsOnce(line);
  await expectNothingLeft(line);
  return readState(line);
}

async function playUndisturbed(line: Line) {
  for (let round = 1; round <= crashes; round += 1)
    await playRound(line, { round, video, random: seeded(seed + round) });
  await settle(line);
  return readState(line);
}

async function withServer<Result>(work: (line: Line) => Promise<Result>): Promise<Result> {
  const altis = await startAltis();
  try {
    return await work(openLine(altis, await altis.signIn('operator')));
  } catch (error) {
    process.stdout.write(altis.output());
    throw error;
  } finally {
    await altis.stop();
    await waitFor('all processes to end', async () => (await processesOf(altis)).length === 0);
  }
}

/**
 * Neither half an upload, nor a file on its way into the store, nor a scratch folder of a killed job. Of an upload whose
 * beginning was never acknowledged, so that its sender began another, nothing but the announcement is there, until it expires.
 */
async function expectNothingLeft({ altis: { dataDirectory }, ledger }: Line): Promise<void> {
  const list = (name: string): Promise<string[]> =>
    readdir(join(dataDirectory, name), { recursive: true }).catch(() => []);
  const acknowledged = new Set(ledger.uploads.map(({ path }) => idOfUpload(path)));
  for (const name of (await list('uploads')).filter((each) => each.endsWith('.json'))) {
    const id = name.slice(0, -'.json'.length);
    expect(acknowledged).not.toContain(id);
    expect((await stat(join(dataDirectory, 'uploads', `${id}.part`))).size).toBe(0);
  }
  expect(await list('objects/incoming')).toEqual([]);
  expect((await list('scratch')).filter((name) => name.includes('.'))).toEqual([]);
}

/** Processes that were started for this server: they carry its data folder in their environment. */
async function processesOf({ dataDirectory }: Altis): Promise<string[]> {
  const ids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
  const environments = await Promise.all(
    ids.map(async (id) => [id, await readFile(`/proc/${id}/environ`, 'latin1').catch(() => '')] as const),
  );
  return environments.filter(([, text]) => text.includes(`ALTIS_DATA=${dataDirectory}\0`)).map(([id]) => id);
}

function told({ ledger: { messages, uploads, sessions } }: Line): string {
  const bytes = uploads.reduce((sum, { acknowledgedBytes }) => sum + acknowledgedBytes, 0);
  return `${messages.length} messages, ${bytes} bytes in ${uploads.length} uploads and ${sessions.length} sessions acknowledged`;
}

/** Mulberry32: the same numbers from 0 to below 1 for the same seed. */
function seeded(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

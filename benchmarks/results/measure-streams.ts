import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { TestUser } from '@altis/testing';
import * as z from 'zod';
import { cpuSecondsOf, memoryOf } from '../instruments/process-tree.ts';
import { resultMessage, unitCode } from './feed.ts';
import { quantile, type Sample } from './sample.ts';
import { sendMessage } from './send-message.ts';

const watched = 40;

/** Memory of the server with so many open live pages, and how long a change takes to reach all of them. */
export async function measureStreams(
  operator: TestUser,
  { url, pid }: { url: string; pid: number },
  connections: number,
  changes: number,
): Promise<Sample[]> {
  const part = 'streams';
  const samples: Sample[] = [];
  const note = (what: string, value: number, unit: string, round = 0): void =>
    void samples.push({ part, what, round, value, unit });
  await sendMessage(operator, resultMessage(watched, 1));
  const child = fork(join(import.meta.dirname, 'open-streams.ts'));
  try {
    const emptyBytes = memoryOf([pid]).residentBytes;
    const before = performance.now();
    const path = `/api/results/stream?snapshot=units/${unitCode(watched)}`;
    const { opened } = Opened.parse(await ask(child, { open: connections, port: Number(new URL(url).port), path }));
    note('connections open', opened, 'connections');
    note('time to open them', (performance.now() - before) / 1000, 's');
    note('RSS of the server before', emptyBytes / 2 ** 20, 'MiB');
    note('RSS of the server with them', memoryOf([pid]).residentBytes / 2 ** 20, 'MiB');
    for (let round = 1; round <= changes; round += 1) {
      const arrived = ask(child, { await: 'change' });
      const cpuBefore = cpuSecondsOf(pid);
      const sentMs = Date.now();
      await sendMessage(operator, resultMessage(watched, 1 + round));
      const { times } = Arrived.parse(await arrived);
      const first = Math.min(...times);
      const last = times.reduce((latest, time) => Math.max(latest, time), 0);
      note('message to half of them', quantile(times, 0.5) - sentMs, 'ms', round);
      note('message to the last', last - sentMs, 'ms', round);
      note('fan-out, first to last', last - first, 'ms', round);
      note('CPU of the server for a change', (cpuSecondsOf(pid) - cpuBefore) * 1000, 'ms', round);
    }
    note('RSS of the server at the end', memoryOf([pid]).residentBytes / 2 ** 20, 'MiB');
    return samples;
  } finally {
    child.disconnect();
    await once(child, 'exit');
  }
}

const Opened = z.object({ opened: z.number() });
const Arrived = z.object({ times: z.array(z.number()).min(1) });

async function ask(child: ChildProcess, order: object): Promise<unknown> {
  const stopping = new AbortController();
  const died = once(child, 'exit', { signal: stopping.signal }).then(() => {
    throw new Error('The process with the connections has ended: see above.');
  });
  const answer = once(child, 'message', { signal: AbortSignal.timeout(120_000) });
  child.send(order);
  try {
    return ((await Promise.race([answer, died])) as unknown[])[0];
  } finally {
    died.catch(() => undefined);
    stopping.abort();
  }
}

import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import * as z from 'zod';
import { cpuSecondsOf } from '../instruments/process-tree.ts';

const Report = z.object({
  start: z.iso.datetime(),
  finish: z.iso.datetime(),
  errors: z.number(),
  non2xx: z.number(),
  requests: z.object({ total: z.number() }),
  latency: z.object({ p50: z.number(), p99: z.number() }),
});

export type Target = {
  readonly url: string;
  readonly cookie: string;
  /** The process that answers, with its descendants. */
  readonly pid: number;
};

export type Sample = {
  readonly requests: number;
  readonly seconds: number;
  readonly perSecond: number;
  /** CPU time of the answering processes for one request. */
  readonly cpuMicroseconds: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
};

/** Asks for one address as fast as it is answered, by autocannon in a process of its own. Throws when an answer is refused. */
export async function load({ url, cookie, pid }: Target, seconds: number, connections: number): Promise<Sample> {
  const program = fileURLToPath(import.meta.resolve('autocannon'));
  const options = ['--json', '--no-progress', '--duration', String(seconds), '--connections', String(connections)];
  const headers = cookie === '' ? [] : ['--headers', `cookie: ${cookie}`];
  const cpuBefore = cpuSecondsOf(pid);
  const { stdout } = await promisify(execFile)(process.execPath, [program, ...options, ...headers, url]);
  const cpuSeconds = cpuSecondsOf(pid) - cpuBefore;
  const { start, finish, errors, non2xx, requests, latency } = Report.parse(JSON.parse(stdout));
  const tookSeconds = (Date.parse(finish) - Date.parse(start)) / 1000;
  if (errors + non2xx > 0) throw new Error(`${url}: ${errors} errors and ${non2xx} refusals.`);
  return {
    requests: requests.total,
    seconds: tookSeconds,
    perSecond: requests.total / tookSeconds,
    cpuMicroseconds: (cpuSeconds * 1e6) / requests.total,
    p50Ms: latency.p50,
    p99Ms: latency.p99,
  };
}

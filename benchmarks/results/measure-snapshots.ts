import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { cpuSecondsOf } from '../instruments/process-tree.ts';
import { day } from './feed.ts';
import type { Sample } from './sample.ts';
import { startNginx } from './start-nginx.ts';

type Target = { readonly what: string; readonly url: string; readonly pids: readonly number[] };

/**
 * Requests a second for the schedule of a day: from the server, from Debian's nginx as a cache before it, and, as a peer,
 * from nginx with the same bytes as a file; by turns, with wrk, compressed as browsers ask for it. Nothing where wrk is not there.
 */
export async function measureSnapshots(
  server: { url: string; pid: number },
  scratch: string,
  rounds: number,
  seconds: number,
): Promise<Sample[]> {
  if (!(await hasWrk())) {
    console.log('There is no wrk on the PATH, so requests for snapshots are not measured (Debian: apt install wrk).');
    return [];
  }
  const path = `/api/results/snapshots/days/${day}.json`;
  const answer = await fetch(server.url + path);
  if (!answer.ok) throw new Error(await answer.text());
  const bytes = Buffer.from(await answer.arrayBuffer());
  const nginx = await startNginx(scratch, server.url, path, bytes);
  if (nginx === undefined) console.log('There is no nginx, so only the server itself is asked.');
  else console.log(`${nginx.version}; the schedule has ${bytes.byteLength} bytes`);
  const targets: Target[] = [
    { what: 'server, gzip', url: server.url + path, pids: [server.pid] },
    { what: 'server, as it is', url: server.url + path, pids: [server.pid] },
    ...(nginx === undefined
      ? []
      : [
          { what: 'nginx before it, gzip', url: nginx.cacheUrl, pids: [nginx.pid, server.pid] },
          { what: 'nginx with a file, gzip (peer)', url: nginx.fileUrl, pids: [nginx.pid] },
        ]),
  ];
  try {
    const samples: Sample[] = [];
    // The first round warms up and is not counted.
    for (let round = 0; round <= rounds; round += 1) {
      for (const target of targets) {
        const taken = await load(target, round === 0 ? 1 : seconds);
        if (round > 0) samples.push(...taken.map((each) => ({ part: 'snapshots', what: target.what, round, ...each })));
      }
    }
    return samples;
  } finally {
    await nginx?.stop();
  }
}

async function load({ what, url, pids }: Target, seconds: number): Promise<{ value: number; unit: string }[]> {
  const cpu = (): number => pids.reduce((sum, pid) => sum + cpuSecondsOf(pid), 0);
  const encoding = what.includes('gzip') ? 'gzip' : 'identity';
  const options = ['-t1', '-c32', `-d${seconds}s`, '--latency', '-H', `Accept-Encoding: ${encoding}`, url];
  const before = cpu();
  const { stdout } = await promisify(execFile)('wrk', options);
  const cpuSeconds = cpu() - before;
  const failed = /Non-2xx.*: (\d+)|Socket errors: (.*)/.exec(stdout);
  if (failed !== null) throw new Error(`${url}: ${failed[0]}`);
  const [, count = '', , unit = ''] = /(\d+) requests in ([\d.]+)(m?s)/.exec(stdout) ?? [];
  if (unit === '') throw new Error(`wrk said something else: ${stdout}`);
  const perSecond = Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1]);
  return [
    { value: perSecond, unit: 'requests/s' },
    { value: Number(count) / cpuSeconds, unit: 'requests/s/core' },
  ];
}

function hasWrk(): Promise<boolean> {
  return promisify(execFile)('wrk', ['-v']).then(
    () => true,
    // It ends with 1 after telling its version.
    (error: unknown) => error instanceof Error && 'stdout' in error && String(error.stdout).includes('wrk'),
  );
}

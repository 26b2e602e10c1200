// `npm run test:split`: the acceptance suites in one process and in several, on the embedded PostgreSQL and on Debian's.
// `npm run test:split -- results` runs one suite.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { startCluster } from './start-cluster.ts';

const root = join(import.meta.dirname, '../..');
const print = (text: string): void => void process.stdout.write(`${text}\n`);
const apart = 'media-description,media-archive';

const Test = z.object({ fullName: z.string(), status: z.string(), failureMessages: z.array(z.string()).default([]) });
/** What is used here of vitest's report. */
const Report = z
  .object({ testResults: z.array(z.object({ assertionResults: z.array(Test) })) })
  .transform(({ testResults }) => testResults.flatMap(({ assertionResults }) => assertionResults));

type Combination = { readonly name: string; readonly environment: Readonly<Record<string, string>> };
/** Of one suite under one combination: each test with how it ended. */
type Outcome = { readonly tests: ReadonlyMap<string, string>; readonly seconds: number };

const suites = findSuites(process.argv.slice(2));
const cluster = await startCluster();
if (cluster === undefined)
  print('! PostgreSQL 15 is not installed here (Debian: apt-get install postgresql-15): its half is left out.');
const outcomes = new Map<string, Outcome>();
try {
  for (const combination of combinations(cluster?.url)) {
    for (const suite of suites) {
      const outcome = await runSuite(suite, combination);
      outcomes.set(`${combination.name}/${suite}`, outcome);
      print(`${combination.name.padEnd(40)} ${suite.padEnd(18)} ${tell(outcome)}`);
    }
  }
} finally {
  await cluster?.stop();
}
summarise(combinations(cluster?.url));

function combinations(clusterUrl: string | undefined): Combination[] {
  const databases: Combination[] = [
    { name: 'embedded PostgreSQL 18', environment: {} },
    ...(clusterUrl === undefined
      ? []
      : [{ name: 'PostgreSQL 15 of Debian', environment: { ALTIS_TEST_DATABASE_URL: clusterUrl } }]),
  ];
  return databases.flatMap(({ name, environment }) => [
    { name: `one process, ${name}`, environment },
    { name: `three processes, ${name}`, environment: { ...environment, ALTIS_TEST_SPLIT: apart } },
  ]);
}

function findSuites(wanted: readonly string[]): string[] {
  const all = readdirSync(join(root, 'systems')).filter((name) => existsSync(suiteOf(name)));
  const unknown = wanted.find((name) => !all.includes(name));
  if (unknown !== undefined) throw new Error(`There is no suite "${unknown}"; there are: ${all.join(', ')}.`);
  return wanted.length === 0 ? all : [...wanted];
}

function suiteOf(name: string): string {
  return join(root, 'systems', name, 'tests/acceptance.test.ts');
}

async function runSuite(suite: string, { environment }: Combination): Promise<Outcome> {
  const startedMs = Date.now();
  const folder = await mkdtemp(join(tmpdir(), 'altis-split-'));
  const report = join(folder, 'report.json');
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const args = [vitest, 'run', suiteOf(suite), '--reporter=json', `--outputFile.json=${report}`];
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  await once(child, 'close');
  const tests = new Map<string, string>();
  if (existsSync(report)) {
    for (const { fullName, status, failureMessages } of Report.parse(JSON.parse(await readFile(report, 'utf8')))) {
      tests.set(fullName, status);
      for (const message of failureMessages) print(`  ✗ ${fullName}\n    ${message.split('\n', 3).join('\n    ')}`);
    }
  }
  if (tests.size === 0) print(said);
  await rm(folder, { recursive: true, force: true });
  return { tests, seconds: (Date.now() - startedMs) / 1000 };
}

function tell({ tests, seconds }: Outcome): string {
  const count = (wanted: string): number => [...tests.values()].filter((status) => status === wanted).length;
  const skipped = tests.size - count('passed') - count('failed');
  return `${count('passed')} passed, ${count('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''} (${seconds.toFixed(0)} s)`;
}

/** Prints the table; the command fails where a test failed, or ended otherwise than in the first combination. */
function summarise(rows: readonly Combination[]): void {
  print(`\n| ${['', ...suites].join(' | ')} |\n| ${['', ...suites].map(() => '---').join(' | ')} |`);
  for (const { name } of rows) {
    print(`| ${[name, ...suites.map((suite) => tell(outcomes.get(`${name}/${suite}`)!))].join(' | ')} |`);
  }
  const signatures = suites.map(
    (suite) => new Set(rows.map(({ name }) => signatureOf(outcomes.get(`${name}/${suite}`)!))),
  );
  const all = [...outcomes.values()].flatMap(({ tests }) => (tests.size === 0 ? ['failed'] : [...tests.values()]));
  const isSame = signatures.every((each) => each.size === 1);
  print(isSame ? '\nThe same results in every combination.' : '\nThe combinations differ.');
  if (!isSame || all.includes('failed')) process.exitCode = 1;
}

function signatureOf({ tests }: Outcome): string {
  return JSON.stringify([...tests].map((each) => each.join(': ')).sort());
}

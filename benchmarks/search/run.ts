import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { openSchema, sql, startDatabaseServer, type Database } from '@altis/database';
import { silentLog } from '@altis/kernel';
import { defineSearchIndex, searchMigration } from '@altis/search';
import { generateClips, type Clip } from './generate-clips.ts';
import { createPeer, importIntoPeer, peerSearch } from './peer.ts';
import { queryClasses } from './query-classes.ts';

/*
 * node benchmarks/search/run.ts [clips=100000] [rounds=15]
 * Imports clips described in six languages into the search index and, on the same server, into PostgreSQL's own text
 * search, asks both the same questions by turns, and prints p50 and p95 of each class of question.
 */
const clipCount = Number(process.argv[2] ?? 100_000);
const rounds = Number(process.argv[3] ?? 15);
const resultsDirectory = join(import.meta.dirname, 'results');

const index = defineSearchIndex({
  name: 'clip',
  fields: { title: { weight: 3, pivotLength: 6 }, text: {}, names: { weight: 3, pivotLength: 3, names: true } },
  facets: ['athlete', 'organisation', 'discipline', 'action'],
});

const directory = await mkdtemp(join(tmpdir(), 'altis-search-benchmark-'));
const external = process.env['DATABASE_URL'];
const server = await startDatabaseServer({ directory, log: silentLog, ...(external && { url: external }) });
const migrations = { '0001_search': searchMigration('clip'), '0002_peer': createPeer };
const schemaName = `search_benchmark_${process.pid}`;
const schema = await openSchema({ server, schema: schemaName, migrations, maxConnections: 1, log: silentLog });
try {
  await printMachine(schema.db);
  await importClips(schema.db);
  await measureCorrection(schema.db);
  await measureQueries(schema.db);
} finally {
  await sql`drop schema ${sql.id(schemaName)} cascade`.execute(schema.db);
  await schema.close();
  await server.stop();
  await rm(directory, { recursive: true, force: true });
}

async function printMachine(db: Database<unknown>): Promise<void> {
  const { rows } = await sql<{ version: string }>`select version()`.execute(db);
  console.log(`${rows[0]?.version}\nNode ${process.version}, ${cpus().length} × ${cpus()[0]?.model}`);
  console.log(
    `load ${loadavg()
      .map((load) => load.toFixed(1))
      .join(' ')}; ${clipCount} clips, ${rounds} rounds\n`,
  );
}

async function importClips(db: Database<unknown>): Promise<void> {
  const measure = await createStopwatch(db);
  const ours: Spent[] = [];
  const peer: Spent[] = [];
  for (const batch of batches(generateClips(clipCount), 1000)) {
    ours.push(await measure(() => db.transaction().execute((trx) => index.put(trx, batch.map(toDocument)))));
    peer.push(await measure(() => db.transaction().execute((trx) => importIntoPeer(trx, batch))));
  }
  for (const [who, spent] of Object.entries({ ours, peer })) {
    const [wallMs, cpuMs] = [sum(spent.map((each) => each.wallMs)), sum(spent.map((each) => each.cpuMs))];
    const rate = (ms: number) => ((clipCount / ms) * 1000).toFixed(0);
    console.log(
      `import ${who}: ${rate(wallMs)} clips/s (${(wallMs / 1000).toFixed(1)} s), ${rate(cpuMs)} clips per CPU second`,
    );
  }
  // What the server does by itself some time after an import.
  await sql`vacuum analyze`.execute(db);
  const { rows } = await sql<{ name: string; size: string }>`
    select relname as name, pg_size_pretty(pg_total_relation_size(oid)) as size from pg_class
    where relnamespace = current_schema::regnamespace and relkind = 'r' and pg_total_relation_size(oid) > 1e6`.execute(
    db,
  );
  console.log(`${rows.map(({ name, size }) => `${name} ${size}`).join(', ')}\n`);
}

async function measureCorrection(db: Database<unknown>): Promise<void> {
  const measure = await createStopwatch(db);
  const samples: Spent[] = [];
  for (const clip of generateClips(50, 2)) {
    samples.push(await measure(() => db.transaction().execute((trx) => index.put(trx, toDocument(clip)))));
  }
  console.log(`correct one clip: p50 ${wall(samples, 50)} ms, p95 ${wall(samples, 95)} ms\n`);
}

async function measureQueries(db: Database<unknown>): Promise<void> {
  const measure = await createStopwatch(db);
  const raw = ['class,round,text,who,wall_ms,cpu_ms,total'];
  const all: Spent[] = [];
  console.log('ms                         ours p50      p95      cpu | peer p50      p95      cpu   matches');
  for (const queryClass of queryClasses) {
    const spent: { ours: Spent[]; peer: Spent[] } = { ours: [], peer: [] };
    let total = '';
    // The first questions are not counted, so that neither pays for cold pages alone.
    for (let round = -2; round < rounds; round += 1) {
      const question = queryClass.ask(round + 2);
      const ask = {
        ours: () => index.search(db, { ...question, limit: 24, highlightLanguages: ['en'] }),
        peer: () => peerSearch(db, question),
      };
      for (const who of ['ours', 'peer'] as const) {
        if (who === 'peer' && !queryClass.peer) continue;
        const sample = await measure(async () => {
          const found = await ask[who]();
          if (found) total = `${found.total}${found.totalIsExact ? '' : '+'}`;
        });
        if (round < 0) continue;
        spent[who].push(sample);
        raw.push(
          `${queryClass.name},${round},"${question.text ?? ''}",${who},${sample.wallMs.toFixed(2)},${sample.cpuMs.toFixed(2)},${total}`,
        );
      }
    }
    all.push(...spent.ours);
    const cells = Object.values(spent).map((samples) =>
      [wall(samples, 50), wall(samples, 95), cpu(samples)].map((cell) => cell.padStart(8)).join(' '),
    );
    console.log(`${queryClass.name.padEnd(26)} ${cells.join(' | ')}   ${total}`);
  }
  console.log(`all classes together: p50 ${wall(all, 50)} ms, p95 ${wall(all, 95)} ms, CPU ${cpu(all)} ms a search`);
  console.log(`load ${loadavg()[0]?.toFixed(1)}`);
  await mkdir(resultsDirectory, { recursive: true });
  await writeFile(
    join(resultsDirectory, `search-${new Date().toISOString().replace(/[:.]/g, '-')}.csv`),
    raw.join('\n'),
  );
}

/** Measures wall time and the CPU time of this process and of the one connection's server process (Linux, server here). */
async function createStopwatch(db: Database<unknown>): Promise<(work: () => Promise<unknown>) => Promise<Spent>> {
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db);
  const cpuMs = async () => {
    const { user, system } = process.cpuUsage();
    const onCpuNs = await readFile(`/proc/${rows[0]?.pid}/schedstat`, 'utf8').catch(() => 'NaN');
    return (user + system) / 1e3 + Number.parseInt(onCpuNs) / 1e6;
  };
  return async (work) => {
    const cpuBeforeMs = await cpuMs();
    const start = performance.now();
    await work();
    const wallMs = performance.now() - start;
    return { wallMs, cpuMs: (await cpuMs()) - cpuBeforeMs };
  };
}

type Spent = { readonly wallMs: number; readonly cpuMs: number };

function wall(samples: readonly Spent[], p: number): string {
  const sorted = samples.map((each) => each.wallMs).sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((p / 100) * sorted.length))]?.toFixed(1) ?? '—';
}

function cpu(samples: readonly Spent[]): string {
  return samples.length > 0 ? (sum(samples.map((each) => each.cpuMs)) / samples.length).toFixed(1) : '—';
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function toDocument({ id, title, text, names, facets, dateMs }: Clip) {
  return { id, fields: { title, text, names }, facets, dateMs };
}

function* batches<Item>(items: Iterable<Item>, size: number): Generator<Item[]> {
  let batch: Item[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

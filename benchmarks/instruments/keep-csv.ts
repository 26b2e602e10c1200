import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';

/** Keeps every single sample in `results/` of a benchmark, one row each under the names of the first. */
export function keepCsv(benchmark: string, rows: readonly Readonly<Record<string, string | number>>[]): void {
  const directory = join(benchmark, 'results');
  const time = new Date().toISOString().replace(/[:.]/g, '-');
  const path = join(directory, `${basename(benchmark)}-${time}.csv`);
  mkdirSync(directory, { recursive: true });
  const lines = [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))];
  writeFileSync(path, `${lines.map((line) => line.join(',')).join('\n')}\n`);
  console.log(`Every sample: ${relative(process.cwd(), path)}`);
}

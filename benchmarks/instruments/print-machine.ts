import { readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { repositoryRoot } from '@altis/testing';
import * as z from 'zod';

const Manifest = z.object({
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
  optionalDependencies: z.record(z.string(), z.string()),
});

/** Says what is measured on what: the machine, Node, and the versions of these packages as this repository pins them. */
export function printMachine(packages: readonly string[], more: readonly string[] = []): void {
  const manifest = Manifest.parse(JSON.parse(readFileSync(join(repositoryRoot, 'package.json'), 'utf8')));
  const pinned = Object.assign({}, ...Object.values(manifest)) as Record<string, string>;
  const versions = packages.map((name) => `${name} ${pinned[name]}`);
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}`);
  console.log([...versions, ...more].join(', '));
  printLoad();
}

/** Others on the machine make wall times longer; CPU seconds less so. */
export function printLoad(): void {
  console.log(
    `load average ${loadavg()
      .map((load) => load.toFixed(1))
      .join(' ')}\n`,
  );
}

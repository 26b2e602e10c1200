import { mkdtemp, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { silentLog } from '@altis/kernel';
import { buildWeb } from './build.ts';
import { hashInputs, isUnchanged } from './build-inputs.ts';

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'altis-build-'));
});
afterAll(() => rm(directory, { recursive: true }));

test('builds once, and again only after something changed', async () => {
  const outDir = join(directory, 'web');
  const times: number[] = [];
  const builtAt = async (): Promise<number> => (await stat(join(outDir, 'index.html'))).mtimeMs;
  for (let start = 0; start < 2; start += 1) {
    expect(await buildWeb({ outDir, log: silentLog })).toBe(outDir);
    times.push(await builtAt());
  }
  expect(times[1]).toBe(times[0]);

  const record = join(outDir, '.inputs.json');
  await writeFile(record, (await readFile(record, 'utf8')).replace(/"apps\/web\/main.ts":"./, '$&x'));
  await Promise.all([buildWeb({ outDir, log: silentLog }), buildWeb({ outDir, log: silentLog })]);
  expect(await builtAt()).toBeGreaterThan(times[1] ?? 0);

  const html = await readFile(join(outDir, 'index.html'), 'utf8');
  // The content security policy allows no inline script.
  expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\son\w+=/);
});

test('notices a changed and a removed input, and does not mind files that took no part', async () => {
  const repository = join(directory, 'repository');
  await mkdir(join(repository, 'node_modules'), { recursive: true });
  const file = (name: string): string => join(repository, name);
  await writeFile(file('a.ts'), 'a');
  await writeFile(file('node_modules/c.js'), 'c');
  const record = join(directory, 'record.json');
  const inputs = await hashInputs(repository, [file('a.ts'), file('node_modules/c.js'), '\0virtual']);
  expect(Object.keys(inputs)).toEqual(['a.ts']);
  await writeFile(record, JSON.stringify(inputs));
  await writeFile(file('b.ts'), 'b');
  expect(await isUnchanged(repository, record)).toBe(true);
  await writeFile(file('a.ts'), 'A');
  expect(await isUnchanged(repository, record)).toBe(false);
  await rm(file('a.ts'));
  expect(await isUnchanged(repository, record)).toBe(false);
  expect(await isUnchanged(repository, join(directory, 'none.json'))).toBe(false);
});

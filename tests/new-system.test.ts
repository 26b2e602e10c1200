import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

// A copy of this repository with packages lent one by one, in which @altis/* is the copy itself.
const root = join(import.meta.dirname, '..');
const copy = mkdtempSync(join(realpathSync(tmpdir()), 'altis-new-system-'));

beforeAll(() => {
  const left = /(^|\/)(node_modules|data|dist|\.git)$|^\/benchmarks\/[^/]+\/results$/;
  cpSync(root, copy, { recursive: true, filter: (path) => path === root || !left.test(path.slice(root.length)) });
  mkdirSync(join(copy, 'node_modules/@altis'), { recursive: true });
  const own = ['@altis', '.package-lock.json', '.altis-lock', '.cache'];
  for (const name of readdirSync(join(root, 'node_modules')).filter((entry) => !own.includes(entry))) {
    symlinkSync(join(root, 'node_modules', name), join(copy, 'node_modules', name));
  }
  cpSync(join(root, 'node_modules/@altis'), join(copy, 'node_modules/@altis'), {
    recursive: true,
    verbatimSymlinks: true,
  });
  cpSync(join(root, 'node_modules/.package-lock.json'), join(copy, 'node_modules/.package-lock.json'));
});

afterAll(() => rmSync(copy, { recursive: true }));

test('a new room is listed, keeps the rules, and passes its own tests', () => {
  expect(run('bin/new-system.mjs', 'lost-property').status).toBe(0);
  expect(readFileSync(join(copy, 'apps/server/systems.ts'), 'utf8')).toContain("import('@altis/lost-property')");
  expect(readFileSync(join(copy, 'apps/web/systems.ts'), 'utf8')).toContain("from '@altis/lost-property/pages'");

  // Faults elsewhere are told by the checks of this repository.
  const checks = run('bin/check.mjs');
  const ofNewRoom = checks.output.split('\n').filter((line) => /systems\/lost-property/.test(line));
  expect(ofNewRoom).toEqual([]);

  const tests = run('node_modules/vitest/vitest.mjs', 'run', 'systems/lost-property');
  expect(tests.output).toMatch(/Test Files\s+2 passed/);
  expect(tests.status).toBe(0);
}, 400_000);

test.each(['Lost', 'results', ''])('the name "%s" is refused', (name) => {
  const { status, output } = run('bin/new-system.mjs', name);
  expect(output).toMatch(/cannot name a system|exists already/);
  expect(status).toBe(1);
});

function run(...args: string[]) {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(VITEST|ALTIS_TEST_DATABASE)/.test(name)),
  );
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: copy,
    encoding: 'utf8',
    env: { ...env, NO_COLOR: '1', FORCE_COLOR: '0' },
    timeout: 180_000,
  });
  return { status, output: `${stdout}${stderr}` };
}

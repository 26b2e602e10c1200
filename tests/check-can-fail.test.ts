import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

// `npm run check` itself, in a temporary house with this repository's settings and rules, one small library and one page.
const root = join(import.meta.dirname, '..');
const house = mkdtempSync(join(realpathSync(tmpdir()), 'altis-check-'));

const settings = ['.gitignore', 'tsconfig.json', 'tsconfig.web.json', '.oxlintrc.json', '.oxfmtrc.json', 'knip.json'];
const sound = {
  'package.json': packageJson('house', {
    workspaces: ['libraries/*', 'platform/*', 'apps/*'],
    devDependencies: { 'oxc-parser': '0.154.0', vitest: '5.1.1', zod: '4.6.7' },
  }),
  'libraries/chimes/README.md': '# Chimes\n',
  'libraries/chimes/package.json': packageJson('@altis/chimes', { exports: { '.': './index.ts' } }),
  'libraries/chimes/index.ts': `export { ring } from './ring.ts';\n`,
  'libraries/chimes/ring.ts': `/** The sound of a bell. */\nexport function ring(): string {\n  return 'ding';\n}\n`,
  'libraries/chimes/ring.test.ts': `import { expect, test } from 'vitest';\nimport { ring } from './index.ts';\n\ntest('a bell rings', () => {\n  expect(ring()).toBe('ding');\n});\n`,
  // The rules import this package; here it only has to be known.
  'platform/i18n/README.md': '# Texts\n',
  'platform/i18n/package.json': packageJson('@altis/i18n', {
    exports: { '.': './index.ts', './testing': './testing.ts' },
  }),
  'platform/i18n/index.ts': '/** Nothing. */\nexport const languages = [];\n',
  'platform/i18n/testing.ts': '/** Nothing. */\nexport const findMessageFaults = () => [];\n',
  'platform/i18n/i18n.test.ts': `import './index.ts';\nimport './testing.ts';\n`,
  'apps/web/package.json': packageJson('@altis/web-app', {}),
  'apps/web/main.tsx': `document.title = 'Altis';\n`,
};

/** A file that breaks one check, and what the check says about it. */
const breaches: [check: string, path: string, text: string, says: string][] = [
  ['types', 'libraries/chimes/ring.ts', `/** The sound. */\nexport const ring = (): string => 1;\n`, 'TS2322'],
  ['types of pages', 'apps/web/main.tsx', `document.title = 1;\n`, 'TS2322'],
  [
    'lint',
    'libraries/chimes/ring.test.ts',
    `import { ring } from './index.ts';\n\nasync function tell() {\n  ring();\n}\ntell();\n`,
    'no-floating-promises',
  ],
  ['format', 'libraries/chimes/ring.ts', `/** The sound. */\nexport const ring = ( ) => "ding"\n`, 'ring.ts'],
  [
    'boundaries',
    'libraries/chimes/ring.ts',
    `/** The sound. */\nexport const ring = () => String(Math.random());\n`,
    'time-and-chance-are-passed-in',
  ],
  [
    'unused code',
    'libraries/chimes/ring.ts',
    `${sound['libraries/chimes/ring.ts']}\nexport const loudness = 1;\n`,
    'loudness',
  ],
];

beforeAll(() => {
  for (const path of [...settings, 'bin', 'tests/architecture'])
    cpSync(join(root, path), join(house, path), { recursive: true });
  lendPackages();
  for (const [path, text] of Object.entries(sound)) write(path, text);
  spawnSync(process.execPath, ['node_modules/.bin/oxfmt'], { cwd: house });
});

afterAll(() => rmSync(house, { recursive: true }));

test('the sound house passes every check', () => {
  const { status, output } = check();
  expect(output).toContain('6 passed, 0 failed');
  expect(status).toBe(0);
});

test.each(breaches)('%s: fails when broken', (name, path, text, says) => {
  write(path, text);
  const { status, output } = check(name);
  write(path, Object.entries(sound).find(([file]) => file === path)?.[1] ?? '');
  expect(output).toContain(says);
  expect(output).toContain('0 passed, 1 failed');
  expect(status).toBe(1);
});

test('a check that does not exist is named', () => {
  const { status, output } = check('taste');
  expect(output).toContain('There is no check named "taste".');
  expect(status).toBe(1);
});

/** The packages one by one: a folder of the house's own, so that nothing done here can reach the repository's. */
function lendPackages(): void {
  mkdirSync(join(house, 'node_modules'));
  const own = ['.package-lock.json', '.altis-lock', '.cache'];
  for (const name of readdirSync(join(root, 'node_modules')).filter((entry) => !own.includes(entry))) {
    symlinkSync(join(root, 'node_modules', name), join(house, 'node_modules', name));
  }
  write('package-lock.json', '{ "packages": {} }');
  write('node_modules/.package-lock.json', '{ "packages": {} }');
}

function check(...names: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(house, 'bin/check.mjs'), ...names], {
    encoding: 'utf8',
    timeout: 60_000,
  });
  return { status, output: `${stdout}${stderr}` };
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(house, path)), { recursive: true });
  writeFileSync(join(house, path), text);
}

function packageJson(name: string, more: object): string {
  return `${JSON.stringify({ name, private: true, ...more, type: 'module' }, undefined, 2)}\n`;
}

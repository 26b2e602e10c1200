import { describe, expect, test } from 'vitest';
import { rules } from './architecture/rules.ts';
import { sourceFile } from './architecture/source-file.ts';

const languages = ['en', 'fr', 'it', 'de', 'es', 'pt', 'zh-Hans', 'zh-Hant', 'ja', 'ko', 'ar', 'ru'];

/** A small house in which every rule is kept. */
const soundHouse: Record<string, string> = {
  'package.json': JSON.stringify({ name: 'house', dependencies: { zod: '4.6.7' } }),
  ...packageAt('libraries/odf', '@altis/odf', { '.': './index.ts' }),
  ...packageAt('platform/kernel', '@altis/kernel', { '.': './index.ts' }),
  ...packageAt('platform/database', '@altis/database', { '.': './index.ts', './testing': './testing.ts' }),
  ...packageAt('platform/web', '@altis/web', { '.': './index.ts' }),
  ...packageAt('apps/server', '@altis/server', { '.': './main.ts' }),
  ...systemAt('results'),
  ...systemAt('media-archive'),
  'platform/kernel/index.ts': 'export type Clock = { now(): number };\n',
  'platform/database/index.ts':
    "import { Pool } from 'pg';\n/** A pool. */\nexport function openPool() {\n  return new Pool();\n}\n",
  'platform/web/index.ts': 'export const title = 1;\n',
  'apps/server/main.ts': "import { system } from '@altis/results';\nconsole.log(system);\n",
  'systems/results/contract/index.ts':
    "import { z } from 'zod';\nexport const ActionRecorded = { name: 'results.action.recorded.v1', payload: z.string() };\n",
  'systems/results/domain/rank.ts':
    "import type { Clock } from '@altis/kernel';\n/** The time. */\nexport function rank(clock: Clock) {\n  return clock.now();\n}\n",
  'systems/results/jobs/import-unit.ts':
    "import { findUnit } from '../store/units.ts';\nexport const importUnit = defineJob({ name: 'import-unit', run: findUnit });\n",
  'systems/results/store/units.ts': 'export const findUnit = () => sql`select * from units join results.actions`;\n',
  'systems/results/pages/index.tsx': "import { title } from '@altis/web';\nexport const page = title;\n",
  ...Object.fromEntries(
    languages.map((language) => [`systems/results/messages/${language}.json`, '{ "goal": "{name}!" }']),
  ),
};

const sixLines = Array.from(
  { length: 6 },
  (_, index) => `const value${index} = computeSomethingLongEnough(${index}, 'matter');`,
).join('\n');

/** Each rule with the ways to break it: what is written where, and a part of what is said about it. */
const breaches: [rule: string, says: string, files: Record<string, string>][] = [
  ['layers', 'imports systems/results', { 'platform/kernel/clock.ts': "import { system } from '@altis/results';" }],
  ['layers', 'imports platform/kernel', { 'libraries/odf/reader.ts': "import type { Clock } from '@altis/kernel';" }],
  ['layers', 'imports apps/server', { 'systems/results/routes/read.ts': "export { main } from '@altis/server';" }],
  [
    'contracts-only',
    'the inside of systems/results',
    { 'systems/media-archive/routes/a.ts': "import { system } from '@altis/results';" },
  ],
  [
    'contracts-only',
    'the inside of systems/results',
    { 'systems/media-archive/routes/a.ts': "type A = import('../../results/store/units.ts').A;" },
  ],
  ['published-entries', 'publishes no entry', { 'apps/server/a.ts': "await import('@altis/results/store/units.ts');" }],
  [
    'published-entries',
    'reaches out of its package',
    { 'apps/server/a.ts': "import '../../platform/kernel/index.ts';" },
  ],
  ['platform-order', 'comes after it', { 'platform/kernel/a.ts': "import type { Pool } from '@altis/database';" }],
  ['platform-order', 'no place in the order', packageAt('platform/teleport', '@altis/teleport', { '.': './index.ts' })],
  ['platform-order', 'web imports database', { 'platform/web/a.ts': "import { openPool } from '@altis/database';" }],
  ['testing-in-tests', 'made for tests', { 'platform/kernel/a.ts': "import { test } from 'vitest';" }],
  ['testing-in-tests', 'made for tests', { 'apps/server/a.ts': "import { lend } from '@altis/database/testing';" }],
  ['engines', 'imports pg', { 'platform/kernel/a.ts': "import type { Pool } from 'pg';" }],
  [
    'engines',
    'imports @aws-sdk/client-s3',
    { 'systems/results/jobs/a.ts': "import { S3 } from '@aws-sdk/client-s3';" },
  ],
  ['engines', 'belongs to no package yet', { 'platform/kernel/a.ts': "import leftPad from 'left-pad';" }],
  [
    'no-cycles',
    'a.ts → platform/kernel/b.ts → platform/kernel/a.ts',
    {
      'platform/kernel/a.ts': "import type { B } from './b.ts';\nexport type A = B;",
      'platform/kernel/b.ts': "import type { A } from './a.ts';\nexport type B = A;",
    },
  ],
  [
    'contract-is-published',
    'imports ../domain/rank.ts',
    { 'systems/results/contract/a.ts': "import { rank } from '../domain/rank.ts';" },
  ],
  [
    'contract-is-published',
    'imports @altis/kernel',
    { 'systems/results/contract/a.ts': "import { now } from '@altis/kernel';" },
  ],
  ['domain-is-pure', 'imports node:fs', { 'systems/results/domain/a.ts': "import { readFileSync } from 'node:fs';" }],
  [
    'domain-is-pure',
    'imports ../store/units.ts',
    { 'systems/results/domain/a.ts': "import { findUnit } from '../store/units.ts';" },
  ],
  ['time-and-chance-are-passed-in', 'reads Date.now', { 'systems/results/domain/a.ts': 'const at = Date.now();' }],
  ['time-and-chance-are-passed-in', 'new Date()', { 'systems/results/domain/a.ts': 'const at = new Date();' }],
  ['time-and-chance-are-passed-in', 'reads fetch', { 'libraries/odf/a.ts': "const answer = await fetch('x');" }],
  ['time-and-chance-are-passed-in', 'shared by all callers', { 'libraries/odf/a.ts': 'let count = 0;' }],
  ['libraries-do-no-io', 'imports node:fs', { 'libraries/odf/a.ts': "import { readFileSync } from 'node:fs';" }],
  [
    'pages-touch-no-server',
    'imports ../store/units.ts',
    { 'systems/results/pages/a.tsx': "import { findUnit } from '../store/units.ts';" },
  ],
  [
    'pages-touch-no-server',
    'imports @altis/database',
    { 'systems/results/pages/a.tsx': "import { openPool } from '@altis/database';" },
  ],
  ['browser-code-runs-in-browsers', 'no node:path', { 'platform/web/a.ts': "import { join } from 'node:path';" }],
  [
    'browser-code-runs-in-browsers',
    'server code imports @altis/web',
    { 'systems/results/routes/a.ts': "import { title } from '@altis/web';" },
  ],
  [
    'store-is-private',
    'domain/a.ts uses the store',
    { 'systems/results/domain/a.ts': "import { findUnit } from '../store/units.ts';" },
  ],
  [
    'rooms-are-complete',
    'has no README.md',
    packageAt('systems/energy', '@altis/energy', {}, { 'README.md': undefined }),
  ],
  ['rooms-are-complete', 'has no contract', packageAt('systems/energy', '@altis/energy', {})],
  ['rooms-are-complete', 'has no tests', packageAt('libraries/srt', '@altis/srt', {}, { 'a.test.ts': undefined })],
  [
    'one-schema-per-system',
    'join media_archive.clips',
    { 'systems/results/store/a.ts': 'const a = sql`select 1 from units join media_archive.clips`;' },
  ],
  [
    'one-schema-per-system',
    'media-archive.clips',
    { 'systems/results/store/a.ts': "db.selectFrom('media-archive.clips');" },
  ],
  ['one-schema-per-system', 'identity', { 'systems/results/store/a.ts': "db.withSchema('identity');" }],
  [
    'events-are-facts',
    'past tense',
    { 'systems/results/contract/a.ts': "const A = { name: 'results.action.record.v1', payload: 1 };" },
  ],
  [
    'events-are-facts',
    'past tense',
    { 'systems/results/contract/a.ts': "const A = { name: 'results.action.recorded', payload: 1 };" },
  ],
  [
    'jobs-are-imperatives',
    'is no order',
    { 'systems/results/jobs/clip-cutter.ts': "defineJob({ name: 'clip-cutter' });" },
  ],
  ['jobs-are-imperatives', 'is defined here', { 'systems/results/jobs/a.ts': "defineJob({ name: 'cut-clip' });" }],
  ['messages-are-complete', 'missing', { 'systems/results/messages/ar.json': '{}' }],
  ['messages-are-complete', 'arguments', { 'systems/results/messages/it.json': '{ "goal": "{nome}!" }' }],
  ['no-unchecked-casts', 'uses any', { 'platform/kernel/a.ts': 'const a: any = 1;' }],
  ['no-unchecked-casts', 'through unknown', { 'platform/kernel/a.ts': 'const a = b as unknown as number;' }],
  ['no-unchecked-casts', 'from outside', { 'platform/kernel/a.ts': 'const a = JSON.parse(text) as Unit;' }],
  ['no-unchecked-casts', 'from outside', { 'platform/kernel/a.ts': 'const a = (await response.json()) as Unit;' }],
  ['erasable-syntax', 'enum', { 'platform/kernel/a.ts': 'enum Colour { Red }' }],
  ['erasable-syntax', 'decorator', { 'platform/kernel/a.ts': '@sealed class A { a = 1; }' }],
  [
    'erasable-syntax',
    'constructor’s parameters',
    { 'platform/kernel/a.ts': 'class A { constructor(private a: number) {} }' },
  ],
  ['erasable-syntax', 'namespace', { 'platform/kernel/a.ts': 'namespace A { export const b = 1; }' }],
  ['classes-hold-state', 'inherits from Base', { 'platform/kernel/a.ts': 'class A extends Base { a = 1; }' }],
  ['classes-hold-state', 'without state', { 'platform/kernel/a.ts': 'class A { run() {} }' }],
  ['named-exports', 'default', { 'platform/kernel/a.ts': 'export default 1;' }],
  ['exports-are-documented', 'tick is exported', { 'platform/kernel/a.ts': 'export const tick = () => 1;' }],
  ['units-in-names', 'timeout does not tell', { 'platform/kernel/a.ts': 'type A = { timeout: number };' }],
  ['kebab-case', 'unitStore.ts', { 'platform/kernel/unitStore.ts': '' }],
  ['kebab-case', 'unit_store.ts', { 'platform/kernel/unit_store.ts': '' }],
  ['telling-names', 'does not say', { 'platform/kernel/date-utils.ts': '' }],
  ['telling-names', 'does not say', { 'platform/kernel/shared/a.ts': '' }],
  ['short-files', '501 lines', { 'platform/kernel/a.ts': '\n'.repeat(501) }],
  ['no-barrels', 'only passes on', { 'platform/kernel/a/index.ts': "export { b } from './b.ts';" }],
  ['no-barrels', 'export *', { 'platform/kernel/index.ts': "export * from './b.ts';" }],
  ['nothing-left-to-do', 'note for later', { 'platform/kernel/a.ts': '// TODO: later' }],
  ['nothing-left-to-do', 'commented-out code', { 'platform/kernel/a.ts': '// const unit = readUnit(id);' }],
  ['nothing-left-to-do', 'without its reason', { 'platform/kernel/a.ts': '// oxlint-disable-next-line no-console' }],
  ['no-copies', 'repeats six lines', { 'platform/kernel/a.ts': sixLines, 'platform/database/b.ts': sixLines }],
  [
    'dependencies-at-the-root',
    'wanted as "^4.6.7"',
    { 'package.json': JSON.stringify({ dependencies: { zod: '^4.6.7' } }) },
  ],
  [
    'dependencies-at-the-root',
    'lists zod',
    { 'platform/kernel/package.json': JSON.stringify({ dependencies: { zod: '4.6.7' } }) },
  ],
  ['packages-are-named', 'named like its folder', packageAt('platform/kernel', '@altis/core', { '.': './index.ts' })],
];

test('the sound house keeps every rule', () => {
  const violations = rules.flatMap((rule) => violationsOf(rule.name, soundHouse));
  expect(violations).toEqual([]);
});

test('every rule is broken here at least once', () => {
  const broken = new Set(breaches.map(([rule]) => rule));
  expect(rules.map((rule) => rule.name).filter((name) => !broken.has(name))).toEqual([]);
});

describe('a breach is told with its file', () => {
  test.each(breaches)('%s: %s', (rule, says, files) => {
    const violations = violationsOf(rule, { ...soundHouse, ...files });
    const told = violations.find(({ fault, remedy }) => `${fault} ${remedy}`.includes(says));
    expect(told, JSON.stringify(violations)).toBeDefined();
    expect(Object.keys(files).some((path) => path.startsWith(told!.file))).toBe(true);
  });
});

function violationsOf(name: string, house: Record<string, string>) {
  const files = Object.entries(house).map(([path, text]) => sourceFile(path, text));
  return rules.find((rule) => rule.name === name)!.check(files);
}

function packageAt(
  folder: string,
  name: string,
  exports: Record<string, string>,
  changes: Record<string, undefined> = {},
) {
  const files = {
    'package.json': JSON.stringify({ name, private: true, type: 'module', exports }),
    'README.md': '# A package',
    'a.test.ts': '',
  };
  const kept = Object.entries(files).filter(([file]) => !(file in changes));
  return Object.fromEntries(kept.map(([file, text]) => [`${folder}/${file}`, text]));
}

function systemAt(name: string) {
  return {
    ...packageAt(`systems/${name}`, `@altis/${name}`, { '.': './system.ts', './contract': './contract/index.ts' }),
    [`systems/${name}/system.ts`]: 'export const system = 1;\n',
    [`systems/${name}/contract/index.ts`]: 'export const contract = 1;\n',
  };
}

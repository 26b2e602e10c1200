import { Visitor } from 'oxc-parser';
import { computingPackages, pureNodeModules } from './house.ts';
import { checkEdges } from './layer-rules.ts';
import { readWorkspaces, roomOf } from './packages.ts';
import type { Rule, Violation } from './rule.ts';
import { isScript, isTest, lineAt, type SourceFile } from './source-file.ts';

/** What may happen in which room of a system, and in a library. */
export const roomRules: Rule[] = [
  {
    name: 'contract-is-published',
    states: 'contract/ imports only zod, @orpc/contract, other contracts and types of the kernel',
    check: (files) =>
      checkEdges(files, ({ file, edge, from, to, target }) => {
        if (roomOf(file.path) !== 'contract' || isTest(file.path)) return;
        if (target.kind === 'package' && ['zod', '@orpc/contract'].includes(target.name)) return;
        if (target.kind === 'file' && (target.entry === './contract' || isInRoom(target.path, from?.id, 'contract')))
          return;
        if (to?.id === 'platform/kernel' && edge.isTypeOnly) return;
        return [
          `the contract imports ${edge.specifier}`,
          'a contract is read by browsers and other processes: keep it to shapes',
        ];
      }),
  },
  {
    name: 'domain-is-pure',
    states: 'domain/ imports only itself, its contract, contracts of others, pure libraries and types of the kernel',
    check: (files) =>
      checkEdges(files, ({ file, edge, from, to, target }) => {
        if (roomOf(file.path) !== 'domain' || isTest(file.path)) return;
        if (target.kind === 'package' && computingPackages.includes(target.name)) return;
        if (target.kind === 'file' && target.entry === './contract') return;
        if (target.kind === 'file' && ['domain', 'contract'].some((room) => isInRoom(target.path, from?.id, room)))
          return;
        if (to?.layer === 'libraries' || (to?.id === 'platform/kernel' && edge.isTypeOnly)) return;
        return [`the domain imports ${edge.specifier}`, 'pass the data in; let routes/ or jobs/ fetch it'];
      }),
  },
  {
    name: 'time-and-chance-are-passed-in',
    states: 'domain/ and libraries/ read no clock, no chance, no environment and keep no state of their own',
    check: (files) => files.filter(({ path }) => isPure(path)).flatMap(findHiddenInputs),
  },
  {
    name: 'libraries-do-no-io',
    states: 'libraries/ import only other libraries, and packages and Node modules that compute',
    check: (files) =>
      checkEdges(files, ({ file, from, to, target }) => {
        if (from?.layer !== 'libraries' || isTest(file.path) || to) return;
        if (target.kind !== 'package' || computingPackages.includes(target.name)) return;
        if (pureNodeModules.includes(target.name)) return;
        return [`a library imports ${target.name}`, 'take bytes or an iterable as a parameter'];
      }),
  },
  {
    name: 'pages-touch-no-server',
    states: 'pages/ import only contracts, messages, @altis/web and what browsers know',
    check: (files) =>
      checkEdges(files, ({ file, edge, from, to, target }) => {
        if (roomOf(file.path) !== 'pages' || isTest(file.path)) return;
        if (target.kind === 'package' && !target.name.startsWith('node:')) return;
        if (target.kind === 'file' && ['./contract', './pages'].includes(target.entry ?? '')) return;
        if (
          target.kind === 'file' &&
          ['pages', 'contract', 'messages'].some((room) => isInRoom(target.path, from?.id, room))
        )
          return;
        if (['platform/web', 'platform/i18n'].includes(to?.id ?? '') || to?.layer === 'libraries') return;
        if (to?.id === 'platform/kernel' && edge.isTypeOnly) return;
        return [`a page imports ${edge.specifier}`, 'ask the server through the contract'];
      }),
  },
  {
    name: 'browser-code-runs-in-browsers',
    states: 'platform/web and apps/web import no Node module, and only they and pages import @altis/web',
    check: (files) =>
      checkEdges(files, ({ file, edge, from, to, target }) => {
        if (isTest(file.path) || /^apps\/web\/(build[\w-]*|[\w-]+\.config)\.ts$/.test(file.path)) return;
        const isBrowser = ['platform/web', 'apps/web'].includes(from?.id ?? '') || roomOf(file.path) === 'pages';
        if (isBrowser && target.kind === 'package' && target.name.startsWith('node:'))
          return [`the browser has no ${edge.specifier}`, 'ask the server'];
        if (!isBrowser && to?.id === 'platform/web') return ['server code imports @altis/web', 'keep it in pages/'];
        return undefined;
      }),
  },
  {
    name: 'store-is-private',
    states: 'only routes/, jobs/, subscriptions/, describe/, start/ and system.ts use store/',
    check: (files) =>
      checkEdges(files, ({ file, from, target }) => {
        if (
          from?.layer !== 'systems' ||
          target.kind !== 'file' ||
          !isInRoom(target.path, from.id, 'store') ||
          isTest(file.path)
        )
          return;
        if (
          ['store', 'routes', 'jobs', 'subscriptions', 'describe', 'start'].includes(roomOf(file.path)) ||
          file.path === `${from.id}/system.ts`
        )
          return;
        return [
          `${file.path.slice(from.id.length + 1)} uses the store`,
          'load in routes/, jobs/ or subscriptions/ and pass the data on',
        ];
      }),
  },
  {
    name: 'rooms-are-complete',
    states: 'every system has README, contract and tests; every package a README and tests',
    check: (files) => readWorkspaces(files).flatMap(({ id, layer }) => findMissingParts(files, id, layer)),
  },
];

function isInRoom(path: string, id: string | undefined, room: string): boolean {
  return path.startsWith(`${id}/${room}/`) || path === `${id}/${room}.ts`;
}

function isPure(path: string): boolean {
  return isScript(path) && !isTest(path) && (roomOf(path) === 'domain' || path.startsWith('libraries/'));
}

const outsideWorld = [
  'process',
  'console',
  'fetch',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'localStorage',
  'document',
  'window',
];
const hiddenCalls = [
  'Date.now',
  'Math.random',
  'performance.now',
  'crypto.randomUUID',
  'crypto.getRandomValues',
  'Temporal.Now',
];

function findHiddenInputs(file: SourceFile): Violation[] {
  const found: Violation[] = [];
  const report = (start: number, name: string, remedy = 'take it as a parameter') =>
    found.push({ file: file.path, line: lineAt(file, start), fault: `reads ${name}`, remedy });
  new Visitor({
    MemberExpression({ object, property, start }) {
      if (object.type !== 'Identifier' || property.type !== 'Identifier') return;
      const name = `${object.name}.${property.name}`;
      if (hiddenCalls.includes(name) || outsideWorld.includes(object.name)) report(start, name);
    },
    CallExpression({ callee, start }) {
      if (callee.type === 'Identifier' && outsideWorld.includes(callee.name)) report(start, callee.name);
    },
    NewExpression({ callee, arguments: given, start }) {
      if (callee.type === 'Identifier' && callee.name === 'Date' && given.length === 0)
        report(start, 'the clock (new Date())');
    },
    VariableDeclaration({ kind, start, declare }) {
      const isTopLevel = file.syntax.program.body.some(
        (statement) =>
          statement.start === start ||
          (statement.type === 'ExportNamedDeclaration' && statement.declaration?.start === start),
      );
      if (kind !== 'const' && isTopLevel && !declare)
        report(start, 'state shared by all callers', 'keep it in a value that the caller holds');
    },
  }).visit(file.syntax.program);
  return found;
}

function findMissingParts(files: readonly SourceFile[], id: string, layer: string): Violation[] {
  const own = files.filter(({ path }) => path.startsWith(`${id}/`)).map(({ path }) => path.slice(id.length + 1));
  if (layer === 'apps' || layer === 'examples') return [];
  const parts: [name: string, isThere: boolean][] = [
    ['README.md', own.includes('README.md')],
    ['tests (*.test.ts)', own.some((path) => isTest(path))],
  ];
  if (layer === 'systems')
    parts.push(['contract/index.ts', own.includes('contract/index.ts')], ['system.ts', own.includes('system.ts')]);
  return parts
    .filter(([, isThere]) => !isThere)
    .map(([name]) => ({ file: id, fault: `has no ${name}`, remedy: 'add it: a package explains and proves itself' }));
}

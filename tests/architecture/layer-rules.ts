import { engineOwners, freePackages, platformOfWeb, platformOrder, testPackages } from './house.ts';
import { layers, placeOf, readWorkspaces, resolveImport, type Place, type Target } from './packages.ts';
import type { Rule, Violation } from './rule.ts';
import { isTest, type Import, type SourceFile } from './source-file.ts';

/** Which package may import which: arrows only downward, only through published entries, engines in one place. */
export const layerRules: Rule[] = [
  {
    name: 'layers',
    states: 'apps → systems → platform → libraries: imports point only downward',
    check: (files) =>
      checkEdges(files, ({ from, to }) => {
        if (!from || !to || layers.indexOf(to.layer) >= layers.indexOf(from.layer)) return;
        return [
          `a file of ${from.layer} imports ${to.id}`,
          'turn the arrow round: hand it in as a parameter, or listen to an event',
        ];
      }),
  },
  {
    name: 'contracts-only',
    states: 'a system knows another system only by its contract',
    check: (files) =>
      checkEdges(files, ({ from, to, target }) => {
        if (from?.layer !== 'systems' || to?.layer !== 'systems' || from.id === to.id) return;
        if (target.kind !== 'package' && target.entry === './contract') return;
        return [`imports the inside of ${to.id}`, `import @altis/${to.name}/contract`];
      }),
  },
  {
    name: 'published-entries',
    states: 'a package is reached only through the entries of its package.json',
    check: (files) =>
      checkEdges(files, ({ from, to, target, edge }) => {
        if (target.kind === 'unpublished') {
          return [
            `${target.packageName} publishes no entry "${target.entry}"`,
            `import a published one, or add it to ${target.place.id}/package.json`,
          ];
        }
        if (!edge.specifier.startsWith('.') || !from || from.id === to?.id || target.kind !== 'file') return;
        return [`reaches out of its package to ${target.path}`, 'import the package by its name'];
      }),
  },
  {
    name: 'platform-order',
    states: 'a platform package imports only those before it in the declared order',
    check: (files) => [...checkEdges(files, checkOrder), ...checkDeclared(files)],
  },
  {
    name: 'testing-in-tests',
    states: '@altis/testing, /testing entries and the test runner are imported by tests only',
    check: (files) =>
      checkEdges(files, ({ file, from, to, target }) => {
        if (isTest(file.path) || from?.id === 'platform/testing' || isToolConfig(file.path)) return;
        const isRunner = target.kind === 'package' && testPackages.includes(target.name);
        const isForTests = to?.id === 'platform/testing' || (target.kind === 'file' && target.entry === './testing');
        if (!isRunner && !isForTests) return;
        return ['product code imports what is made for tests', 'move it into a *.test.ts file'];
      }),
  },
  {
    name: 'engines',
    states: 'a third-party engine is imported by the one package that wraps it',
    check: (files) => checkEdges(files, checkEngine),
  },
];

type Edge = { file: SourceFile; edge: Import; from: Place | undefined; to: Place | undefined; target: Target };

/** Asks a rule about every import of the tree; it answers with fault and remedy where the import is wrong. */
export function checkEdges(
  files: readonly SourceFile[],
  judge: (edge: Edge) => [fault: string, remedy: string] | undefined,
): Violation[] {
  const workspaces = readWorkspaces(files);
  return files.flatMap((file) =>
    file.imports.flatMap((edge) => {
      const target = resolveImport(file.path, edge.specifier, workspaces);
      const to =
        target.kind === 'file' ? placeOf(target.path) : target.kind === 'unpublished' ? target.place : undefined;
      const verdict = judge({ file, edge, from: placeOf(file.path), to, target });
      return verdict ? [{ file: file.path, line: edge.line, fault: verdict[0], remedy: verdict[1] }] : [];
    }),
  );
}

function checkOrder({ file, from, to, target }: Edge): [string, string] | undefined {
  if (from?.layer !== 'platform' || to?.layer !== 'platform' || from.id === to.id) return;
  if (isTest(file.path) && to.name === 'testing') return;
  if (from.name === 'web') {
    const isContract = target.kind === 'file' && target.entry === './contract';
    if (isContract || platformOfWeb.includes(to.name)) return;
    return [
      `web imports ${to.name}`,
      `in the browser only ${platformOfWeb.join(' and ')} exist; ask the server over a contract`,
    ];
  }
  if (to.name !== 'web' && platformOrder.indexOf(to.name) < platformOrder.indexOf(from.name)) return;
  return [
    `${from.name} imports ${to.name}, which comes after it`,
    'turn the arrow round; the order is in tests/architecture/house.ts',
  ];
}

function checkDeclared(files: readonly SourceFile[]): Violation[] {
  return readWorkspaces(files)
    .filter(({ layer, name }) => layer === 'platform' && name !== 'web' && !platformOrder.includes(name))
    .map(({ id, name }) => ({
      file: `${id}/package.json`,
      fault: `${name} has no place in the order of platform packages`,
      remedy: 'give it one in tests/architecture/house.ts',
    }));
}

function checkEngine({ file, edge, target }: Edge): [string, string] | undefined {
  if (target.kind !== 'package' || freePackages.includes(target.name)) return;
  if (target.name.startsWith('node:')) return;
  if (testPackages.includes(target.name) || isToolConfig(file.path)) return;
  if (target.name.startsWith('@altis/')) return [`there is no package ${target.name}`, 'check the name'];
  const owners = engineOwners[target.name] ?? engineOwners[`${target.name.split('/')[0]}/*`];
  if (!owners)
    return [
      `${edge.specifier} belongs to no package yet`,
      'name its owner in tests/architecture/house.ts, or write node: before it',
    ];
  if (owners.some((owner) => isWithin(file.path, owner))) return;
  return [`imports ${target.name}`, `only ${owners.join(', ')} may; use what that package offers`];
}

function isWithin(path: string, owner: string): boolean {
  if (owner === 'tests') return isTest(path);
  if (owner === 'pages' || owner === 'contract')
    return new RegExp(`^(systems|platform)/[^/]+/(.*/)?${owner}(/|\\.ts$)`).test(path);
  return path.startsWith(`${owner}/`);
}

/** vite.config.ts and the like configure the tool they import. */
function isToolConfig(path: string): boolean {
  return path.endsWith('.config.ts');
}

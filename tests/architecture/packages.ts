import { posix } from 'node:path';
import { z } from 'zod';
import type { SourceFile } from './source-file.ts';

/** Where a file lives: `{ layer: 'systems', name: 'results', id: 'systems/results' }`. */
export type Place = { readonly layer: Layer; readonly name: string; readonly id: string };

type Layer = (typeof layers)[number];

/** From the top down; `examples` stands beside the apps, which may load the demo Games from it. */
export const layers = ['apps', 'examples', 'systems', 'platform', 'libraries'] as const;

export type Workspace = Place & {
  readonly packageName: string;
  /** Entry names as in `exports` (".", "./contract") to paths below the root. */
  readonly entries: ReadonlyMap<string, string>;
};

/** What an import reaches: a file of this tree, an entry that is not published, or a package of others. */
export type Target =
  | { kind: 'file'; path: string; entry?: string }
  | { kind: 'unpublished'; packageName: string; entry: string; place: Place }
  | { kind: 'package'; name: string };

/** The workspace a path belongs to; undefined for the root's own folders (bin, tests, docs). */
export function placeOf(path: string): Place | undefined {
  const [layer, name] = path.split('/');
  if (layer === 'examples') return { layer: 'examples', name: 'examples', id: 'examples' };
  const found = layers.find((candidate) => candidate === layer);
  return found && name ? { layer: found, name, id: `${found}/${name}` } : undefined;
}

/** The room of a system's file: 'domain', 'pages', …; 'contract' also for a platform package's contract; '' for all others. */
export function roomOf(path: string): string {
  const [, , room = ''] = path.split('/');
  if (/^(systems|platform)\/[^/]+\/contract(\/|\.ts$)/.test(path)) return 'contract';
  return path.startsWith('systems/') && path.split('/').length > 3 ? room : '';
}

/** Reads the workspaces' package.json files of a tree. */
export function readWorkspaces(files: readonly SourceFile[]): Workspace[] {
  return files.flatMap((file) => {
    const place = placeOf(file.path);
    if (!place || file.path !== `${place.id}/package.json`) return [];
    const { name, exports } = readPackageJson(file);
    const entries = new Map<string, string>();
    for (const [entry, target] of Object.entries(exports)) {
      if (typeof target === 'string') entries.set(entry, posix.join(place.id, target));
    }
    return [{ ...place, packageName: name, entries }];
  });
}

export const dependencyFields = [
  'dependencies',
  'devDependencies',
  'optionalDependencies',
  'peerDependencies',
] as const;

const dependencies = z.record(z.string(), z.string()).default({});
const packageJson = z.object({
  name: z.string().default(''),
  private: z.boolean().default(false),
  type: z.string().optional(),
  exports: z.record(z.string(), z.unknown()).default({}),
  dependencies,
  devDependencies: dependencies,
  optionalDependencies: dependencies,
  peerDependencies: dependencies,
});

/** Parses a package.json of the tree. */
export function readPackageJson(file: SourceFile): z.infer<typeof packageJson> {
  return packageJson.parse(JSON.parse(file.text));
}

/** Finds what an import specifier, written in the file `from`, reaches. */
export function resolveImport(from: string, specifier: string, workspaces: readonly Workspace[]): Target {
  if (specifier.startsWith('.'))
    return { kind: 'file', path: posix.join(posix.dirname(from), specifier.replace(/[?#].*$/, '')) };
  const [scope = '', second] = specifier.split('/');
  const name = scope.startsWith('@') && second ? `${scope}/${second}` : scope;
  const workspace = workspaces.find((candidate) => candidate.packageName === name);
  if (!workspace) return { kind: 'package', name: specifier.startsWith('node:') ? specifier : name };
  const entry = `.${specifier.slice(name.length)}`;
  const path = workspace.entries.get(entry);
  return path ? { kind: 'file', path, entry } : { kind: 'unpublished', packageName: name, entry, place: workspace };
}

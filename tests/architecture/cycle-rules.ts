import { readWorkspaces, resolveImport } from './packages.ts';
import type { Rule } from './rule.ts';
import type { SourceFile } from './source-file.ts';

export const cycleRules: Rule[] = [
  {
    name: 'no-cycles',
    states: 'no file imports itself by a detour, type-only imports included',
    check: (files) =>
      findCycles(buildGraph(files)).map((cycle) => ({
        file: cycle[0] ?? '',
        fault: `imports itself: ${[...cycle, cycle[0]].join(' → ')}`,
        remedy: 'move what both need into a third file',
      })),
  },
];

type Graph = ReadonlyMap<string, readonly string[]>;

function buildGraph(files: readonly SourceFile[]): Graph {
  const workspaces = readWorkspaces(files);
  const known = new Set(files.map((file) => file.path));
  return new Map(
    files.map((file) => {
      const targets = file.imports.map(({ specifier }) => resolveImport(file.path, specifier, workspaces));
      return [
        file.path,
        targets.flatMap((target) => (target.kind === 'file' && known.has(target.path) ? [target.path] : [])),
      ];
    }),
  );
}

/** One shortest cycle of each knot (strongly connected component), each starting at its first file by name. */
function findCycles(graph: Graph): string[][] {
  const inKnown = new Set<string>();
  const cycles: string[][] = [];
  for (const start of [...graph.keys()].sort()) {
    if (inKnown.has(start)) continue;
    const cycle = shortestWayBack(graph, start);
    if (!cycle) continue;
    cycles.push(cycle);
    for (const path of cycle) inKnown.add(path);
  }
  return cycles;
}

function shortestWayBack(graph: Graph, start: string): string[] | undefined {
  const cameFrom = new Map<string, string>();
  const queue = [start];
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    for (const next of graph.get(path) ?? []) {
      if (next === start) return trace(cameFrom, start, path);
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, path);
      queue.push(next);
    }
  }
  return undefined;
}

function trace(cameFrom: ReadonlyMap<string, string>, start: string, end: string): string[] {
  const way = [end];
  for (let path = end; path !== start;) {
    path = cameFrom.get(path) ?? start;
    way.unshift(path);
  }
  return way;
}

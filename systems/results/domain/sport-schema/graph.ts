import { context } from './vocabulary.ts';

/** A node of a graph, its terms and types in full, its values as lists. */
export type GraphNode = {
  readonly id: string;
  readonly types: readonly string[];
  readonly values: ReadonlyMap<string, readonly unknown[]>;
};

/** A JSON-LD document as far as results need it, or why it is none. */
export type Graph =
  | { readonly ok: true; readonly nodes: ReadonlyMap<string, GraphNode> }
  | { readonly ok: false; readonly message: string; readonly remedy: string };

const largestDepth = 30;
const mostNodes = 100_000;

/**
 * Reads a JSON-LD document: nodes in `@graph` or inside one another, terms with prefixes of its `@context` or in full.
 * Contexts that lie elsewhere are not fetched: the terms of the Sport Schema, `rdfs` and `xsd` are known without one.
 */
export function readGraph(document: unknown): Graph {
  const prefixes = new Map<string, string>(Object.entries(context));
  const nodes = new Map<string, { id: string; types: string[]; values: Map<string, unknown[]> }>();
  let blank = 0;

  const full = (term: string): string => {
    const [, prefix = '', name = ''] = /^([A-Za-z][\w-]*):(?!\/\/)(.*)$/.exec(term) ?? [];
    const base = prefixes.get(prefix);
    return base === undefined ? term : `${base}${name}`;
  };
  const visit = (value: unknown, depth: number): unknown => {
    if (depth > largestDepth || nodes.size > mostNodes) throw new RangeError('too deep');
    if (Array.isArray(value)) return value.map((each) => visit(each, depth + 1));
    if (!isObject(value)) return value;
    if ('@value' in value) return value['@value'];
    if (Array.isArray(value['@list'])) return visit(value['@list'], depth + 1);
    const id = typeof value['@id'] === 'string' ? full(value['@id']) : `_:${(blank += 1)}`;
    const node = nodes.get(id) ?? { id, types: [], values: new Map<string, unknown[]>() };
    nodes.set(id, node);
    for (const type of listOf(value['@type'])) if (typeof type === 'string') node.types.push(full(type));
    for (const [term, said] of Object.entries(value)) {
      if (term === '@graph') visit(said, depth + 1);
      if (term.startsWith('@')) continue;
      const known = node.values.get(full(term)) ?? [];
      node.values.set(full(term), [...known, ...listOf(visit(said, depth + 1))]);
    }
    return { id };
  };

  try {
    for (const each of listOf(isObject(document) ? document['@context'] : undefined)) {
      for (const [prefix, base] of isObject(each) ? Object.entries(each) : []) {
        if (typeof base === 'string' && /^[A-Za-z]/.test(prefix)) prefixes.set(prefix, base);
      }
    }
    visit(document, 0);
    return { ok: true, nodes };
  } catch {
    return {
      ok: false,
      message: 'The document is nested too deeply, or too large.',
      remedy: 'Send one unit at a time.',
    };
  }
}

/** The id that a value refers to. */
export function idOf(value: unknown): string | undefined {
  return isObject(value) && typeof value['id'] === 'string' ? value['id'] : undefined;
}

/** The first text or number of a term of a node, the term given with its prefix: `sport:rank`. */
export function textOf(node: GraphNode | undefined, term: string): string | null {
  const value = valuesOf(node, term).find((each) => typeof each === 'string' || typeof each === 'number');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}

/** All values of a term of a node. */
export function valuesOf(node: GraphNode | undefined, term: string): readonly unknown[] {
  return node?.values.get(termOf(term)) ?? [];
}

/** A term in full. */
export function termOf(term: string): string {
  const [prefix = '', name = ''] = term.split(':', 2);
  return `${(context as Readonly<Record<string, string>>)[prefix] ?? `${prefix}:`}${name}`;
}

function listOf(value: unknown): unknown[] {
  return value === undefined ? [] : Array.isArray(value) ? (value as unknown[]) : [value];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

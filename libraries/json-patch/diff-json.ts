import { arrange } from './arrange.ts';
import { isArray, isEqual, isObject, type Json, type JsonObject } from './json.ts';
import { stepInto, type Operation } from './operation.ts';

export type DiffOptions = {
  /** Names of members that tell the objects of an array apart, the first that all of them have: rows that move keep their identity. */
  readonly keys?: readonly string[];
};

/** A patch (RFC 6902) that makes `after` of `before`: empty where they are equal, but never the shortest there could be. */
export function diffJson(before: Json, after: Json, { keys = ['id', 'rsc', 'code'] }: DiffOptions = {}): Operation[] {
  const operations: Operation[] = [];
  diff(before, after, '');
  return operations;

  function diff(a: Json, b: Json, path: string): void {
    if (a === b) return;
    if (isObject(a) && isObject(b)) diffObjects(a, b, path);
    else if (isArray(a) && isArray(b)) diffArrays(a, b, path);
    else operations.push({ op: 'replace', path, value: b });
  }

  function diffObjects(a: JsonObject, b: JsonObject, path: string): void {
    for (const name of Object.keys(a)) {
      if (!Object.hasOwn(b, name)) operations.push({ op: 'remove', path: stepInto(path, name) });
    }
    for (const [name, value] of Object.entries(b)) {
      const place = stepInto(path, name);
      if (Object.hasOwn(a, name)) diff(a[name]!, value, place);
      else operations.push({ op: 'add', path: place, value });
    }
  }

  function diffArrays(a: readonly Json[], b: readonly Json[], path: string): void {
    const keysOfA = keysOf(a, keys);
    const keysOfB = keysOf(b, keys);
    if (keysOfA !== undefined && keysOfB !== undefined) diffRows(a, keysOfA, b, keysOfB, path);
    else diffItems(a, b, path);
  }

  /** Rows that have names: those that are gone, then those that are new or elsewhere, then what each says. */
  function diffRows(
    a: readonly Json[],
    keysOfA: readonly string[],
    b: readonly Json[],
    keysOfB: readonly string[],
    path: string,
  ): void {
    const rowsBefore = new Map(keysOfA.map((key, index) => [key, a[index]!]));
    for (const step of arrange(keysOfA, keysOfB)) {
      const place = stepInto(path, step.at);
      if (step.kind === 'remove') operations.push({ op: 'remove', path: place });
      else if (step.kind === 'move') operations.push({ op: 'move', from: stepInto(path, step.from), path: place });
      else operations.push({ op: 'add', path: place, value: b[keysOfB.indexOf(step.key)]! });
    }
    for (const [index, key] of keysOfB.entries()) {
      const row = rowsBefore.get(key);
      if (row !== undefined) diff(row, b[index]!, stepInto(path, index));
    }
  }

  /** Items without names: what is the same at both ends stays, between them place by place. */
  function diffItems(a: readonly Json[], b: readonly Json[], path: string): void {
    const shorter = Math.min(a.length, b.length);
    let start = 0;
    while (start < shorter && isEqual(a[start]!, b[start]!)) start += 1;
    let end = 0;
    while (end < shorter - start && isEqual(a[a.length - 1 - end]!, b[b.length - 1 - end]!)) end += 1;
    const paired = shorter - end;
    for (let index = start; index < paired; index += 1) diff(a[index]!, b[index]!, stepInto(path, index));
    for (let index = a.length - end - 1; index >= paired; index -= 1)
      operations.push({ op: 'remove', path: stepInto(path, index) });
    for (let index = paired; index < b.length - end; index += 1)
      operations.push({ op: 'add', path: stepInto(path, index), value: b[index]! });
  }
}

/** What tells the items apart, in their order; undefined where some have no name, or two the same. */
function keysOf(items: readonly Json[], names: readonly string[]): string[] | undefined {
  for (const name of names) {
    const keys = items.map((item) => (isObject(item) && Object.hasOwn(item, name) ? item[name] : undefined));
    if (keys.every((key) => typeof key === 'string') && new Set(keys).size === keys.length) return keys;
  }
  return undefined;
}

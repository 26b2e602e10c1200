import { isArray, isEqual, isObject, type Json } from './json.ts';
import { stepsOf, type Operation } from './operation.ts';

export type Applied = { readonly ok: true; readonly value: Json } | { readonly ok: false; readonly reason: string };

/**
 * The document after all operations of a patch (RFC 6902), or why one of them does not fit it; then nothing is done
 * (clause 5). The document stays as it is; the result has its untouched parts, not copies of them.
 */
export function applyPatch(whole: Json, patch: readonly Operation[]): Applied {
  let value = whole;
  for (const [index, operation] of patch.entries()) {
    const next = applyOne(value, operation);
    if (next === misfit) return { ok: false, reason: `Operation ${index}, ${describe(operation)}, does not fit.` };
    value = next;
  }
  return { ok: true, value };
}

/** Stands for "there is no such place". */
const misfit = Symbol('misfit');
type Fit = Json | typeof misfit;

/** What comes to stand where a path leads, given what stands there: nothing, where a member of an object is new. */
type Change = (parent: readonly Json[] | { readonly [name: string]: Json }, step: string) => Fit;

function applyOne(whole: Json, operation: Operation): Fit {
  const path = stepsOf(operation.path);
  switch (operation.op) {
    case 'add':
      return add(whole, path, operation.value);
    case 'remove':
      return remove(whole, path);
    case 'replace':
      return find(whole, path) === misfit ? misfit : put(whole, path, operation.value);
    case 'test': {
      const found = find(whole, path);
      return found !== misfit && isEqual(found, operation.value) ? whole : misfit;
    }
    case 'copy': {
      const found = find(whole, stepsOf(operation.from));
      return found === misfit ? misfit : add(whole, path, found);
    }
    case 'move': {
      if (operation.path.startsWith(`${operation.from}/`)) return misfit;
      const from = stepsOf(operation.from);
      const found = find(whole, from);
      if (found === misfit || operation.path === operation.from) return found === misfit ? misfit : whole;
      const without = remove(whole, from);
      return without === misfit ? misfit : add(without, path, found);
    }
  }
}

function find(whole: Json, path: readonly string[]): Fit {
  let value = whole;
  for (const step of path) {
    if (isArray(value)) {
      const index = indexOf(step, value.length - 1);
      if (index === undefined) return misfit;
      value = value[index]!;
    } else if (isObject(value) && Object.hasOwn(value, step)) value = value[step]!;
    else return misfit;
  }
  return value;
}

function add(whole: Json, path: readonly string[], value: Json): Fit {
  if (path.length === 0) return value;
  return change(whole, path, (parent, step) => {
    if (!isArray(parent)) return { ...parent, [step]: value };
    const index = step === '-' ? parent.length : indexOf(step, parent.length);
    return index === undefined ? misfit : parent.toSpliced(index, 0, value);
  });
}

function put(whole: Json, path: readonly string[], value: Json): Fit {
  if (path.length === 0) return value;
  return change(whole, path, (parent, step) =>
    isArray(parent) ? parent.with(Number(step), value) : { ...parent, [step]: value },
  );
}

function remove(whole: Json, path: readonly string[]): Fit {
  if (path.length === 0 || find(whole, path) === misfit) return misfit;
  return change(whole, path, (parent, step) => {
    if (isArray(parent)) return parent.toSpliced(Number(step), 1);
    return Object.fromEntries(Object.entries(parent).filter(([name]) => name !== step));
  });
}

function change(whole: Json, [step = '', ...rest]: readonly string[], make: Change): Fit {
  if (!isArray(whole) && !isObject(whole)) return misfit;
  if (rest.length === 0) return make(whole, step);
  const child = find(whole, [step]);
  const changed = child === misfit ? misfit : change(child, rest, make);
  if (changed === misfit) return misfit;
  return isArray(whole) ? whole.with(Number(step), changed) : { ...whole, [step]: changed };
}

/** An index of an array as RFC 6901, clause 4, writes it: no sign, no leading zero. */
function indexOf(step: string, last: number): number | undefined {
  return /^(0|[1-9]\d*)$/.test(step) && Number(step) <= last ? Number(step) : undefined;
}

function describe(operation: Operation): string {
  return 'from' in operation
    ? `${operation.op} from "${operation.from}" to "${operation.path}"`
    : `${operation.op} at "${operation.path}"`;
}

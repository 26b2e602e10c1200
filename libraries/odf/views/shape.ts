import type { Place } from './place.ts';
import { child, children } from './place.ts';
import { bud, sprout, sproutAt } from './sprout.ts';
import type { Sprout } from './sprout.ts';

/** How one kind of element is read into a typed value and written from one; made by `shape`. */
export type Shape<T> = {
  /** Reads leniently: what is odd brings a warning. Without a place everything is absent or empty. */
  read(place: Place | undefined): T;
  /** Writes what the value says; what it leaves out is not written. */
  write(into: Sprout, value: T): void;
};

/** The value that a shape reads. */
export type Typed<S> = S extends Shape<infer T> ? T : never;

/** One property of a shape. */
export type Field<T> = {
  /** Names of the elements to go down to before it is read or written. */
  readonly path: readonly string[];
  read(place: Place | undefined): T;
  /** `at` gives the element to write into; it is made when it is asked for. */
  write(at: () => Sprout, value: T | undefined): void;
};

export type Fields = Readonly<Record<string, Field<unknown>>>;

type Read<F extends Fields> = { readonly [K in keyof F]: F[K] extends Field<infer T> ? T : never };

/** Describes an element once, for reading and for writing. */
export function shape<F extends Fields>(fields: F): Shape<Read<F>> {
  const entries = Object.entries(fields);
  // Fields of one inner element are read together, so that it is looked up once.
  const groups = [...Map.groupBy(entries, ([, field]) => field.path.join('/')).values()].map((group) => ({
    path: group[0]![1].path,
    keys: group.map(([key]) => key),
    fields: group.map(([, field]) => field),
  }));
  // Values are copies of this one, so that all of a kind are laid out alike in memory.
  const empty: Record<string, unknown> = Object.fromEntries(
    groups.flatMap(({ keys }) => keys.map((key) => [key, undefined])),
  );
  return {
    read: (place) => {
      const value = { ...empty };
      for (const { path, keys, fields: inGroup } of groups) {
        let inner = place;
        for (const name of path) inner = child(inner, name);
        for (let at = 0; at < keys.length; at++) value[keys[at]!] = inGroup[at]!.read(inner);
      }
      return value as Read<F>;
    },
    write: (into, value: Readonly<Record<string, unknown>>) => {
      for (const [key, field] of entries) field.write(() => sproutAt(into, field.path), value[key]);
    },
  };
}

/** The fields of an inner element, as if they were the element's own. */
export function within<F extends Fields>(name: string, fields: F): F {
  const moved = Object.entries(fields).map(([key, field]) => [key, { ...field, path: [name, ...field.path] }]);
  return Object.fromEntries(moved) as F;
}

/** All elements of a kind; `path` is their name, or the way to them: `Composition/Athlete`. */
export function many<T>(path: string, of: Shape<T>): Field<readonly T[]> {
  const { outer, name } = split(path);
  return {
    path: outer,
    read: (place) => {
      const found = children(place, name);
      return found.length === 0 ? nothing : found.map(of.read);
    },
    write: (at, values = []) => {
      for (const value of values) of.write(bud(at(), name), value);
    },
  };
}

// Shared by all that have none of a kind.
const nothing: readonly never[] = Object.freeze([]);

/** An element that may be there; the first one, with a warning, where there are several. */
export function one<T>(path: string, of: Shape<T>): Field<T | undefined> {
  const { outer, name } = split(path);
  return {
    path: outer,
    read: (place) => {
      const found = child(place, name);
      return found && of.read(found);
    },
    write: (at, value) => {
      if (value !== undefined) of.write(bud(at(), name), value);
    },
  };
}

/** An element whose absence is the same as an empty one. */
export function part<T>(path: string, of: Shape<T>): Field<T> {
  const { outer, name } = split(path);
  return {
    path: outer,
    read: (place) => of.read(child(place, name)),
    write: (at, value) => {
      if (value === undefined) return;
      const grown = sprout(name);
      of.write(grown, value);
      if (grown.children.length > 0 || Object.keys(grown.attributes).length > 0) at().children.push(grown);
    },
  };
}

/** Attributes of the element itself that belong together in a value of their own. */
export function together<T>(of: Shape<T>): Field<T> {
  return {
    path: [],
    read: (place) => of.read(place),
    write: (at, value) => {
      if (value !== undefined) of.write(at(), value);
    },
  };
}

function split(path: string): { outer: readonly string[]; name: string } {
  const steps = path.split('/');
  return { outer: steps.slice(0, -1), name: steps.at(-1) ?? '' };
}

import type { OdfElement } from '../odf-element.ts';

/**
 * What must be given to write a value, and what may be left out: everything that is absent, empty or no when it is not
 * written. Numbers may be given for texts (`result: 3`). What is read from other values (`element`, `rsc`, `clockMs`) is
 * not written.
 */
export type Draft<T> = T extends string
  ? string extends T
    ? string | number
    : T
  : T extends number | boolean | undefined
    ? T
    : T extends readonly (infer E)[]
      ? readonly Draft<E>[]
      : T extends OdfElement
        ? unknown
        : string extends keyof T
          ? T
          : { readonly [K in Omittable<T>]?: Draft<T[K]> | undefined } & {
              readonly [K in Exclude<keyof T, Omittable<T>>]: Draft<T[K]>;
            };

type Omittable<T> = { [K in keyof T]-?: IsOmittable<T[K]> extends true ? K : never }[keyof T];

type IsOmittable<V> = undefined extends V
  ? true
  : V extends boolean | readonly unknown[] | OdfElement
    ? true
    : V extends string | number
      ? false
      : Record<never, never> extends Draft<V>
        ? true
        : false;

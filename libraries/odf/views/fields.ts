import type { OdfElement } from '../odf-element.ts';
import { elementText } from '../odf-element.ts';
import * as place from './place.ts';
import type { Field } from './shape.ts';
import { bud } from './sprout.ts';
import type { Sprout } from './sprout.ts';

/** An attribute as written; absent and empty are the same. */
export function text(name: string): Field<string | undefined> {
  return { path: [], read: (at) => place.text(at, name), write: attribute(name) };
}

/** An attribute that must be there; a warning and an empty text where it is not. */
export function must(name: string): Field<string> {
  return {
    path: [],
    read: (at) => (at === undefined ? '' : place.required(at, name)),
    write: attribute(name),
  };
}

/** A number, written with a point. */
export function number(name: string): Field<number | undefined> {
  return { path: [], read: (at) => place.number(at, name), write: attribute(name) };
}

/** A date and time, as written (xs:dateTime). */
export function dateTime(name: string): Field<string | undefined> {
  return { path: [], read: (at) => place.dateTime(at, name), write: attribute(name) };
}

/** `Y`, else absent. */
export function flag(name: string): Field<boolean> {
  const write = attribute(name);
  return { path: [], read: (at) => place.flag(at, name), write: (at, value) => write(at, value ? 'Y' : undefined) };
}

/** `Y` or `N`, always written. */
export function yesNo(name: string): Field<boolean> {
  const write = attribute(name);
  return { path: [], read: (at) => place.flag(at, name), write: (at, value) => write(at, value ? 'Y' : 'N') };
}

/** Texts by language code (`ENG`), each in an element `name` with `Language` and `Value`, or with the text inside. */
export function byLanguage(name: string, form: 'value' | 'inside' = 'value'): Field<Readonly<Record<string, string>>> {
  return {
    path: [],
    read: (at) => (at === undefined ? {} : place.byLanguage(at, name)),
    write: (at, texts = {}) => {
      for (const [language, said] of Object.entries(texts)) {
        const grown = bud(at(), name);
        grown.attributes['Language'] = language;
        if (form === 'value') grown.attributes['Value'] = said;
        else if (said !== '') grown.children.push(said);
      }
    },
  };
}

/** The text of an inner element. */
export function textOf(name: string): Field<string | undefined> {
  return {
    path: [],
    read: (at) => {
      const found = place.child(at, name);
      const said = found === undefined ? '' : elementText(found.element);
      return said === '' ? place.text(found, 'Value') : said;
    },
    write: (at, value) => {
      if (value !== undefined && value !== '') bud(at(), name).children.push(value);
    },
  };
}

/** The element itself, with everything that the other fields do not read; never written. */
export const element: Field<OdfElement> = {
  path: [],
  read: (at) => at?.element ?? { name: '', attributes: {}, children: [] },
  write: () => undefined,
};

function attribute(name: string): (at: () => Sprout, value: string | number | undefined) => void {
  return (at, value) => {
    if (value !== undefined && value !== '') at().attributes[name] = String(value);
  };
}

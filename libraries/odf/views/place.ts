import { quote } from '../fault.ts';
import type { OdfElement } from '../odf-element.ts';
import { elementText } from '../odf-element.ts';
import type { OdfWarning } from '../message/odf-warning.ts';
import { parseDateTime } from '../times.ts';

/** An element together with where it stands, for reading typed views with warnings that name the place. */
export type Place = {
  readonly element: OdfElement;
  readonly parent: Place | undefined;
  /** Position among siblings of the same name from 1; 0 where there is only one. */
  readonly index: number;
  readonly warnings: OdfWarning[];
};

/** The place of an element that is looked at on its own; `parent` is the path it came from. */
export function rootPlace(element: OdfElement, warnings: OdfWarning[], parent?: Place): Place {
  return { element, parent, index: 0, warnings };
}

/** All children of that name. */
export function children(place: Place | undefined, name: string): readonly Place[] {
  if (place === undefined || place.element.children.length === 0) return none;
  const { element, warnings } = place;
  let found: Place[] | undefined;
  for (const each of element.children) {
    if (typeof each === 'string' || each.name !== name) continue;
    found ??= [];
    found.push({ element: each, parent: place, index: found.length + 1, warnings });
  }
  if (found === undefined) return none;
  if (found.length === 1) found[0] = { ...found[0]!, index: 0 };
  return found;
}

// Most elements lack most children that they may have; looking for them costs nothing.
const none: readonly Place[] = [];

/** The first child of that name; a second one brings a warning. */
export function child(place: Place | undefined, name: string): Place | undefined {
  const found = children(place, name);
  if (found.length > 1) warn(found[1]!, undefined, `Only the first <${name}> is read.`);
  return found[0];
}

/** An attribute as written; absent and empty are the same. */
export function text(place: Place | undefined, name: string): string | undefined {
  const value: unknown = place?.element.attributes[name];
  // What every object inherits is no text, so that a name such as "constructor" is absent.
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** An attribute that must be there; a warning and an empty text where it is not. */
export function required(place: Place, name: string): string {
  const value = text(place, name);
  if (value === undefined) warn(place, name, 'is missing.');
  return value ?? '';
}

/** A number, written with a point. */
export function number(place: Place | undefined, name: string): number | undefined {
  const value = text(place, name);
  if (place === undefined || value === undefined) return undefined;
  if (/^\s*[+-]?(?:\d+\.?\d*|\.\d+)\s*$/.test(value)) return Number(value);
  warn(place, name, `${quote(value)} is not a number; it is left out.`);
  return undefined;
}

/** A yes flag: `Y`, else `N` or absent. */
export function flag(place: Place | undefined, name: string): boolean {
  const value = text(place, name);
  if (place !== undefined && value !== undefined && value !== 'Y' && value !== 'N') {
    warn(place, name, `${quote(value)} is neither Y nor N; it is taken as no.`);
  }
  return value === 'Y';
}

/** A date and time, kept as written; a warning where it cannot be read, and then it is left out. */
export function dateTime(place: Place | undefined, name: string): string | undefined {
  const value = text(place, name);
  if (place === undefined || value === undefined) return undefined;
  if (parseDateTime(value).ok) return value;
  warn(place, name, `${quote(value)} is not a date and time; it is left out.`);
  return undefined;
}

/** Texts by language (`Language` → `Value` or content). */
export function byLanguage(place: Place, name: string): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const entry of children(place, name)) {
    const language = text(entry, 'Language') ?? '';
    if (/^[A-Z0-9]{3}$/.test(language)) texts[language] = text(entry, 'Value') ?? elementText(entry.element);
    else warn(entry, 'Language', `${quote(language)} is not a code of three letters; the text is left out.`);
  }
  return texts;
}

// A message wrong in one attribute is often wrong in all; enough to see what is wrong, bounded in memory.
const mostWarnings = 200;

/** Notes a warning at an element, or at its attribute of that name. */
export function warn(place: Place, attribute: string | undefined, message: string): void {
  if (place.warnings.length > mostWarnings) return;
  if (place.warnings.length === mostWarnings) {
    place.warnings.push({ path: 'OdfBody', message: `More than ${mostWarnings} warnings; the rest are left out.` });
    return;
  }
  place.warnings.push({ path: pathOf(place) + (attribute === undefined ? '' : `@${attribute}`), message });
}

function pathOf(place: Place): string {
  const step = place.index > 0 ? `${place.element.name}[${place.index}]` : place.element.name;
  return place.parent === undefined ? step : `${pathOf(place.parent)}/${step}`;
}

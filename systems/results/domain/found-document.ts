import { consonantSkeleton, nameVariants, toLatin } from '@altis/transliteration';
import type { EventSummary, Found, LocalName, UnitSummary } from '../contract/index.ts';
import { namesOf, type KnownParticipant, type KnownTeam } from './known-register.ts';

/** Something that the search finds: how it is shown, and the words that find it. */
export type FoundDocument = {
  readonly kind: Found['kind'];
  readonly code: string;
  readonly organisation: string | null;
  /** By language tag; a name that has no language is under `und`. */
  readonly title: LocalName;
  readonly about: FoundAbout;
  /** Names as they are written, in all languages and scripts. */
  readonly names: readonly string[];
};

/** What tells it from others of the same name; organisations and disciplines are named when it is shown. */
export type FoundAbout = {
  readonly birthYear?: string;
  readonly disciplines?: readonly string[];
  readonly event?: LocalName;
  readonly day?: string;
  readonly venue?: string;
};

/** A person, by all names, former ones included. */
export function foundParticipant(known: KnownParticipant, formerNames: readonly string[]): FoundDocument {
  const { code, name, organisation, birthDate, disciplines, isAthlete } = known;
  const { latin, aliases, passport } = namesOf(known, formerNames);
  const family = [name.family, name.given].filter((part) => part !== null).join(' ');
  const birthYear = birthDate?.slice(0, 'YYYY'.length);
  return {
    kind: isAthlete ? 'athlete' : 'official',
    code,
    organisation,
    title: { und: name.local === null || name.local === name.print ? name.print : `${name.print} (${name.local})` },
    about: { ...(birthYear !== undefined && { birthYear }), disciplines },
    names: distinct([name.print, name.tv, family, latin, name.local ?? '', passport ?? '', ...aliases]),
  };
}

/** A team, by its names, former ones included. */
export function foundTeam(
  { code, name, organisation, discipline, localNames }: KnownTeam,
  formerNames: readonly string[],
): FoundDocument {
  const title = { und: name };
  return {
    kind: 'team',
    code,
    organisation,
    title,
    about: { disciplines: [discipline] },
    names: distinct([name, ...Object.values(localNames), ...formerNames]),
  };
}

/** An organisation, a discipline or a venue. */
export function foundPlace(
  kind: 'organisation' | 'discipline' | 'venue',
  code: string,
  title: LocalName,
): FoundDocument {
  const organisation = kind === 'organisation' ? code : null;
  return { kind, code, organisation, title, about: {}, names: distinct([...Object.values(title), code]) };
}

/** An event, by its names in all languages. */
export function foundEvent({ rsc, discipline, name }: EventSummary): FoundDocument {
  const about = { disciplines: [discipline] };
  return { kind: 'event', code: rsc, organisation: null, title: name, about, names: distinct(Object.values(name)) };
}

/** A unit, by its names and those of its event. */
export function foundUnit({ rsc, name, eventName, day, venueName }: UnitSummary): FoundDocument {
  const about = {
    event: eventName,
    ...(day !== null && { day }),
    ...(venueName !== null && { venue: venueName }),
  };
  const names = distinct([...Object.values(name), ...Object.values(eventName)]);
  return { kind: 'unit', code: rsc, organisation: null, title: name, about, names };
}

/**
 * The words under which a name is found besides those that are written: its spellings in Latin letters; of names that
 * some script writes without vowels, the consonants.
 */
export function spellingsOf({ kind, names }: Pick<FoundDocument, 'kind' | 'names'>): string[] {
  const isPerson = kind === 'athlete' || kind === 'official';
  // What is named in many languages has a name in Latin letters already.
  const isForeign = names.every((name) => toLatin(name) !== name);
  const told = eachSetOfWordsOnce(names);
  const spellings = isPerson || isForeign ? told.flatMap(nameVariants) : [];
  return distinct([...spellings, ...(isPerson ? told.flatMap(skeletonWords) : [])]);
}

/**
 * What else to look for when somebody types a name in a script other than Latin, the likeliest first: all of a spelling
 * must be found.
 */
export function otherSpellings(typed: string): string[] {
  if (toLatin(typed) === typed) return [];
  const withoutVowels = /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(typed) ? [skeletonWords(typed).join(' ')] : [];
  return distinct([...nameVariants(typed), ...withoutVowels]).slice(0, mostSpellings);
}

const mostSpellings = 6;

/** "BERG Liv" and "Liv BERG" are found by the same words. */
function eachSetOfWordsOnce(names: readonly string[]): string[] {
  const wordsOf = (name: string) => name.toLowerCase().split(/\s+/).sort().join(' ');
  return [...new Map(names.map((name) => [wordsOf(name), name])).values()];
}

/** Marked with a digit, so that they are no words that anybody types. */
function skeletonWords(name: string): string[] {
  return consonantSkeleton(name).map((consonants) => `0${consonants}`);
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)].filter((text) => text !== '');
}

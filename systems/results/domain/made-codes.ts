import { formatRsc } from '@altis/odf';
import { foldLatin, toLatin } from '@altis/transliteration';

/**
 * Codes for what has none, made from names alone, so that the same name has the same code in every list. For clubs and
 * disciplines two names may fall together: then the next candidate that is free is taken, so there are several.
 */
export function organisationCandidates(name: string): string[] {
  const letters = `${plainLetters(name).replace(/[^A-Z]/g, '')}XX`.slice(0, 2);
  const from = numberOf(`organisation ${keyOf(name)}`);
  // Two letters and a digit: never the code of a country.
  const own = Array.from({ length: 10 }, (_, at) => `${letters}${(from + at) % 10}`);
  const others = Array.from({ length: 10 }, (_, at) => {
    const far = numberOf(`organisation ${keyOf(name)} ${at}`);
    return `${letterOf(far)}${far % 10}${letterOf(Math.floor(far / 26))}`;
  });
  return [...own, ...others];
}

/** Three letters for a discipline that has no code. */
export function disciplineCandidates(name: string): string[] {
  const letters = plainLetters(name).replace(/[^A-Z]/g, '');
  const from = numberOf(`discipline ${keyOf(name)}`);
  const own = letters.length >= 3 ? [letters.slice(0, 3)] : [];
  return [
    ...own,
    ...Array.from(
      { length: 20 },
      (_, at) => `${`${letters}Z`.slice(0, 1)}${letterOf(from + at)}${letterOf(Math.floor(from / 26) + at)}`,
    ),
  ];
}

/** The code of a person without one: twelve digits of who it is; `which` tells namesakes in one list apart, from 1. */
export function athleteCode(
  person: {
    readonly family: string;
    readonly given: string | null;
    readonly organisation: string;
    readonly birth: string | null;
  },
  which: number,
): string {
  const { family, given, organisation, birth } = person;
  const identity = [family, given ?? '', organisation, birth ?? '', which].map((part) => keyOf(String(part))).join('|');
  return `9${String(numberOf(`athlete ${identity}`) % 10 ** 11).padStart(11, '0')}`;
}

/**
 * The code of a team without one, of 20 characters as ODF builds them (`BKBWTEAM5-----RSA01`): discipline and gender, nine
 * of the event, the organisation, and four letters or figures that stand for the whole name, so that it hangs on nothing
 * but the name. `which` tells namesakes apart, from 1.
 */
export function teamCode(event: string, organisation: string, name: string, which: number): string {
  const of = event.slice(4, 22).replace(/-+$/, '');
  const short = of.length <= 9 ? of.padEnd(9, '-') : `${of.slice(0, 5)}${fourFigures(`event ${of}`)}`;
  const identity = which === 1 ? keyOf(name) : `${keyOf(name)}|${which}`;
  const end = (numberOf(`team ${identity}`) % 36 ** 4).toString(36).toUpperCase().padStart(4, '0');
  return `${event.slice(0, 4)}${short}${organisation}${end}`;
}

/** The code of a competition: the letters of its name and the year, `VILLAGERACE2030`. */
export function competitionCode(name: string, year: string): string {
  const letters = plainLetters(name)
    .replace(/[^A-Z0-9]/g, '')
    .replace(new RegExp(`${year}$`), '')
    .slice(0, 14);
  const made = letters.length < 2 ? `C${numberOf(keyOf(name)) % 100_000}` : letters;
  return `${made}${year}`;
}

/**
 * The RSC of an event that has none, by the structure of ODF: discipline, gender, the name in capitals (up to 18 characters;
 * of a longer one its beginning and four figures that stand for the whole).
 */
export function eventRsc(discipline: string, gender: string, name: string): string {
  const letters = plainLetters(name).replace(/[^A-Z0-9]/g, '');
  const figures = fourFigures(`event ${keyOf(name)}`);
  const isWhole = letters.length > 0 && letters.length <= 18;
  return formatRsc({
    discipline,
    gender,
    event: isWhole ? letters : `${letters.slice(0, 14)}${figures}`,
    phase: '',
    unit: '',
  });
}

function fourFigures(text: string): string {
  return String(numberOf(text) % 10_000).padStart(4, '0');
}

/** The one unit of an event: its final. */
export function finalOf(event: string): string {
  return `${event.slice(0, 22)}FNL-000100--`;
}

/** A code of three letters and figures for a place. */
export function venueCode(name: string): string {
  return organisationCandidates(name)[0] ?? 'XX0';
}

function plainLetters(name: string): string {
  return foldLatin(toLatin(name)).toUpperCase();
}

/** What two ways of writing one name have in common. */
export function keyOf(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** A number below 10¹⁵ that stands for a text: FNV-1a of 64 bits (IETF draft-eastlake-fnv) of its UTF-8. */
function numberOf(text: string): number {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return Number(hash % 10n ** 15n);
}

function letterOf(number: number): string {
  return String.fromCharCode(65 + (number % 26));
}

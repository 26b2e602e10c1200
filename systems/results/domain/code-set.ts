import { childElements, type OdfElement } from '@altis/odf';
import type { LocalName } from '../contract/index.ts';
import { byLanguageTag } from './language-tag.ts';

/** A code of a code table with its texts, as the newest DT_CODES has it. */
export type CodeFacts = {
  /** {@link codeKey}: what claims and look-ups know it by. */
  readonly code: string;
  readonly kind: string;
  readonly text: LocalName;
  readonly shortText: LocalName;
  readonly longText: LocalName;
};

/** Which of a code's texts: "Men's Downhill, final", "Final", or the long one. */
export type TextForm = 'text' | 'shortText' | 'longText';

/** Kinds whose codes are RSCs of 34 characters; all others are as short as their table has them. */
const rscKinds = ['event', 'phase', 'unit'];

/** Kinds whose codes mean the same in every discipline; of all others one that is of a discipline is kept with it: "ALP RE". */
const kindsOfAll = ['competition', 'country', 'discipline', 'language', 'location', 'organisation', 'venue'];

const names: Readonly<Record<string, string>> = {
  'event-unit': 'unit',
  'discipline-function': 'function',
  'competition-code': 'competition',
  noc: 'organisation',
};

/** The kind of a table under one name, however it is written: `EventUnit`, `EVENT_UNIT`, `CC @EventUnit` → `unit`. */
export function codeKind(table: string): string {
  const words = table
    .replace(/^\s*(?:CC|SC)\s*@\s*/i, '')
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, '-')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return names[words] ?? words;
}

/** What a code is kept under: kind and code. */
export function codeKey(kind: string, code: string): string {
  return `${kind} ${code}`;
}

/**
 * The codes that may speak for a code, the most general first: a phase or a function that is not in the tables of its
 * event or discipline has the plain name of its kind.
 */
export function codesSpeakingFor(kind: string, code: string): string[] {
  if (kind === 'phase' && code.length === rscLength) return [code.slice(22, 26), code];
  const [, plain] = /^[A-Z0-9]{3} (.+)$/.exec(code) ?? [];
  return plain === undefined ? [code] : [plain, code];
}

const rscLength = 34;

/**
 * Reads a `CodeSet` of DT_CODES; undefined where it has no code. The table is in `Type`, else it is the one that the
 * message is about.
 */
export function readCodeSet({ attributes, children }: OdfElement, table: string): CodeFacts | undefined {
  const kind = codeKind(attributes['Type'] ?? table);
  const code = codeOf(kind, attributes);
  if (code === '' || kind === '') return undefined;
  const languages = childElements({ name: 'CodeSet', attributes, children }, 'Language');
  const textsIn = (attribute: string): LocalName =>
    byLanguageTag(
      Object.fromEntries(
        languages.flatMap(({ attributes: { Language: language = '', [attribute]: text = '' } }) =>
          language === '' || text.trim() === '' ? [] : [[language, text.trim()]],
        ),
      ),
    );
  return {
    code: codeKey(kind, code),
    kind,
    text: textsIn('Description'),
    shortText: textsIn('ShortDescription'),
    longText: textsIn('LongDescription'),
  };
}

function codeOf(kind: string, attributes: OdfElement['attributes']): string {
  const { Code: code = '', Discipline: discipline = '' } = attributes;
  if (code === '') return '';
  if (kind === 'discipline') return code.slice(0, 3);
  if (!rscKinds.includes(kind)) {
    return discipline === '' || kindsOfAll.includes(kind) ? code : `${discipline.slice(0, 3)} ${code}`;
  }
  if (code.length === rscLength) return code;
  const { Gender: gender = '', Event: event = '', Phase: phase = '', EventUnit: unit = '' } = attributes;
  const own = { event: [code, '', ''], phase: [event, code, ''], unit: [event, phase, code] }[kind] ?? [
    event,
    phase,
    unit,
  ];
  const [inEvent = '', inPhase = '', inUnit = ''] = own;
  const pad = (part: string, length: number) => part.padEnd(length, '-').slice(0, length);
  return `${pad(discipline, 3)}${pad(gender, 1)}${pad(inEvent, 18)}${pad(inPhase, 4)}${pad(inUnit, 8)}`;
}

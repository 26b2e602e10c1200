import { foldLatin, toLatin } from '@altis/transliteration';
import type { ParticipantSummary, PersonName, PersonNames } from '../contract/index.ts';
import type { EntryFacts } from './entry-facts.ts';
import type { LocalNameFacts } from './local-name.ts';
import type { EventEntry, ParticipantFacts, TeamFacts } from './register.ts';

/** All that is known of a participant: of the lists of participants, of names in other scripts, and of entries. */
export type KnownParticipant = ParticipantFacts & {
  readonly isAthlete: boolean;
  /** By language tag. */
  readonly localNames: Readonly<Record<string, string>>;
};

/** All that is known of a team, entries included. */
export type KnownTeam = TeamFacts & {
  readonly discipline: string;
  /** By language tag. */
  readonly localNames: Readonly<Record<string, string>>;
};

/**
 * What lists of several disciplines say of the same participant or team, each list for its own part, what was sent last
 * first: that holds, with the disciplines and entries of all of them. Undefined where none says anything.
 */
export function uniteLists<Facts extends ParticipantFacts | TeamFacts>(facts: readonly Facts[]): Facts | undefined {
  const [newest] = facts;
  if (newest === undefined || facts.length === 1) return newest;
  const disciplines = [...new Set(facts.flatMap((each) => each.disciplines))];
  return { ...newest, disciplines, entries: eachEventOnce(facts.flatMap(({ entries }) => entries)) };
}

/** Puts together what lists of different kinds say of a participant; of local names and entries, what was sent last first. */
export function knownParticipant(
  facts: ParticipantFacts,
  localNames: readonly LocalNameFacts[],
  entries: readonly EntryFacts[],
): KnownParticipant {
  const own = entries.flatMap(({ event, status, members }) => {
    const bib = members.find(({ code }) => code === facts.code)?.bib ?? null;
    return [{ event, status, bib }];
  });
  const all = eachEventOnce([...own, ...facts.entries]);
  const other = localNames.map(writtenName).find((name) => toLatin(name) !== name) ?? null;
  return {
    ...facts,
    name: { ...facts.name, local: facts.name.local ?? other },
    isAthlete: isAthlete(facts, all),
    disciplines: disciplinesOf(facts.disciplines, all),
    entries: all,
    localNames: byLanguage(localNames),
  };
}

/** Puts together what lists of different kinds say of a team. */
export function knownTeam(
  facts: TeamFacts,
  localNames: readonly LocalNameFacts[],
  entries: readonly EntryFacts[],
): KnownTeam {
  const own = entries.filter(({ competitor }) => competitor === facts.code);
  const all = eachEventOnce([...own.map(({ event, bib, status }) => ({ event, bib, status })), ...facts.entries]);
  // The code of a team begins with its discipline; ODF General, codes of competitors.
  const discipline = facts.disciplines[0] ?? facts.code.slice(0, 3);
  return { ...facts, entries: all, discipline, localNames: byLanguage(localNames) };
}

/** A participant as lists show it. */
export function summariseParticipant(known: KnownParticipant): ParticipantSummary {
  const { code, name, organisation, gender, function: main, isAthlete: athlete, disciplines, entries, status } = known;
  return {
    code,
    name,
    organisation,
    gender,
    function: main,
    isAthlete: athlete,
    disciplines: [...disciplines],
    events: entries.map(({ event }) => event),
    status,
  };
}

/** Every name of a participant, by purpose; former names are among the aliases. */
export function namesOf({ name, names, localNames }: KnownParticipant, formerNames: readonly string[]): PersonNames {
  const { nicknames, ...byPurpose } = names;
  const others = [...nicknames, ...Object.values(localNames), ...formerNames];
  const shown = [name.print, name.tv, name.local];
  const aliases = [...new Set(others)].filter((alias) => !shown.includes(alias));
  return { ...name, ...byPurpose, latin: latinName(name), aliases };
}

/** The name in Latin letters: as the feed has it, else transliterated, family name first. */
function latinName({ print, family, given, local }: PersonName): string {
  const written = toLatin([family, given].filter((part) => part !== null).join(' ') || local || print);
  return toLatin(print) === print ? print : written;
}

/** What people are sorted by: family and given name in plain Latin letters. */
export function sortName({ print, family, given }: PersonName): string {
  const name = family === null ? print : [family, given ?? ''].join(' ');
  return foldLatin(toLatin(name))
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .slice(0, longestSortName);
}

const longestSortName = 60;

/** ODF functions of athletes begin with AA; who is entered for an event competes, whatever the function. */
function isAthlete({ function: main }: ParticipantFacts, entries: readonly EventEntry[]): boolean {
  return main === null || main.startsWith('AA') || entries.length > 0;
}

/** Of what was sent last first, the newest of each language. */
function byLanguage(localNames: readonly LocalNameFacts[]): Record<string, string> {
  return Object.fromEntries(
    localNames.toReversed().map((name): [string, string] => [name.language, writtenName(name)]),
  );
}

function writtenName({ family, given, print }: LocalNameFacts): string {
  const isSpaceless = /[\p{Script=Han}\p{Script=Hangul}]/u.test(family ?? '');
  const full = [family, given].filter((part) => part !== null).join(isSpaceless ? '' : ' ');
  return full === '' ? (print ?? '') : full;
}

function eachEventOnce(entries: readonly EventEntry[]): EventEntry[] {
  return [...new Map(entries.toReversed().map((entry) => [entry.event, entry])).values()].reverse();
}

function disciplinesOf(told: readonly string[], entries: readonly EventEntry[]): string[] {
  return [...new Set([...told, ...entries.map(({ event }) => event.slice(0, 3))])].filter((code) => code !== '');
}

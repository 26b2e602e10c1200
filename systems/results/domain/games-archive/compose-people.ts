import type { ContentDraft } from '@altis/odf';
import { cell, listIn, numberIn, type ArchiveRow, type GamesArchive } from './games-archive.ts';
import { disciplineRsc, eventOfCode, findEvent, type KnownEvents } from './known-events.ts';
import type { UnplacedNotes } from './unplaced.ts';

type Participant = Extract<ContentDraft, { kind: 'participants' }>['participants'] extends
  | readonly (infer Each)[]
  | undefined
  ? Each
  : never;

/**
 * DT_PARTIC: athletes and coaches, and whoever else is named by teams or results without being in these tables. Somebody
 * in several tables is told once.
 */
export function composeParticipants(archive: GamesArchive, known: KnownEvents, unplaced: UnplacedNotes): ContentDraft {
  const people = new Map<string, Participant>();
  const keep = (told: Participant): void => {
    if (!people.has(String(told.code))) people.set(String(told.code), told);
  };
  for (const row of archive.athletes) keep(athlete(row, known, unplaced));
  for (const row of archive.coaches) keep(coach(row, known));
  for (const row of archive.teams) {
    for (const member of membersOf(row)) {
      if (people.has(member.code)) continue;
      keep(named(member, row, cell(row, 'disciplines_code')));
      unplaced.add(
        'people: member of a team, but in no table of people; told by name alone',
        `${member.code} ${member.name}`,
      );
    }
  }
  for (const row of archive.results) {
    const code = cell(row, 'participant_code');
    if (cell(row, 'participant_type') !== 'Person' || people.has(code)) continue;
    const organisation = cell(row, 'participant_country_code');
    const name = cell(row, 'participant_name');
    keep(named({ code, name }, { ...row, country_code: organisation }, cell(row, 'discipline_code')));
    unplaced.add('people: in a result, but in no table of people; told by name alone', `${code} ${name}`);
  }
  return { kind: 'participants', participants: [...people.values()] };
}

/** DT_PARTIC_TEAMS: the teams with their members. */
export function composeTeams({ teams }: GamesArchive, known: KnownEvents, unplaced: UnplacedNotes): ContentDraft {
  return {
    kind: 'teams',
    teams: teams.map((row) => {
      const event = eventOfTeam(row, known);
      if (event === undefined) unplaced.add('teams: an event that has no results; told without it', describeTeam(row));
      const name = cell(row, 'team') || cell(row, 'country_code');
      return {
        code: cell(row, 'code'),
        status: 'ACTIVE',
        organisation: cell(row, 'country_code'),
        name,
        shortName: name,
        tvTeamName: name,
        gender: cell(row, 'team_gender') || 'X',
        type: membersOf(row).length === 2 ? 'COUPLE' : 'TEAM',
        members: membersOf(row).map(({ code }, at) => ({ code, order: at + 1 })),
        disciplines: [
          {
            code: disciplineRsc(cell(row, 'disciplines_code')),
            events: event === undefined ? [] : [{ event }],
          },
        ],
      };
    }),
  };
}

/** The names of coaches' functions, by the code that they are given here: `Head Coach` → `HEAD_COACH`. */
export function functionsOf({ coaches }: GamesArchive): Map<string, string> {
  return new Map(coaches.map((row) => [functionCode(row), cell(row, 'function')]));
}

type Member = { readonly code: string; readonly name: string };

function membersOf(team: ArchiveRow): Member[] {
  const names = listIn(team, 'athletes');
  return listIn(team, 'athletes_codes').map((code, at) => ({ code, name: names[at] ?? code }));
}

function athlete(row: ArchiveRow, known: KnownEvents, unplaced: UnplacedNotes): Participant {
  const disciplines = listIn(row, 'disciplines');
  const events = listIn(row, 'events');
  for (const name of events) {
    if (!disciplines.some((discipline) => findEvent(known, discipline, name) !== undefined)) {
      unplaced.add(`people: entered for “${name}”, which is no event with results`, cell(row, 'name'));
    }
  }
  const heightCm = numberIn(row, 'height') ?? 0;
  const weightKg = numberIn(row, 'weight') ?? 0;
  const nickname = cell(row, 'nickname');
  const text = (column: string) => cell(row, column) || undefined;
  return {
    ...person({ code: cell(row, 'code'), name: cell(row, 'name') }, row),
    tvName: cell(row, 'name_tv') || cell(row, 'name'),
    birthDate: text('birth_date'),
    // Nought stands for not told.
    ...(heightCm > 0 && { heightCm }),
    ...(weightKg > 0 && { weightKg }),
    placeOfBirth: text('birth_place'),
    placeOfResidence: text('residence_place'),
    nationality: text('nationality_code'),
    mainFunction: 'AA01',
    disciplines: disciplinesOf(disciplines, events, known, nickname),
  };
}

function coach(row: ArchiveRow, known: KnownEvents): Participant {
  return {
    ...person({ code: cell(row, 'code'), name: cell(row, 'name') }, row),
    mainFunction: functionCode(row),
    disciplines: disciplinesOf([cell(row, 'disciplines')], [], known, ''),
  };
}

function named(member: Member, row: ArchiveRow, discipline: string): Participant {
  return {
    ...person(member, row),
    gender: 'X',
    mainFunction: 'AA01',
    disciplines: [{ code: disciplineRsc(discipline) }],
  };
}

function person({ code, name }: Member, row: ArchiveRow) {
  const { family, given } = familyFirst(name);
  const initial = given === '' ? '' : `${given.slice(0, 1)}.`;
  const join = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' ');
  return {
    code,
    parent: code,
    status: 'ACTIVE',
    familyName: family,
    ...(given !== '' && { givenName: given }),
    printName: name,
    printInitialName: join(family, initial),
    tvName: join(given, family),
    tvInitialName: join(initial, family),
    tvFamilyName: family,
    gender: { Male: 'M', Female: 'F' }[cell(row, 'gender')] ?? 'X',
    organisation: cell(row, 'country_code'),
  };
}

function disciplinesOf(names: readonly string[], events: readonly string[], known: KnownEvents, nickname: string) {
  return names.flatMap((name) => {
    const code = known.disciplines.get(name);
    if (code === undefined) return [];
    const entered = events.flatMap((event) => findEvent(known, name, event) ?? []);
    const entries = nickname === '' ? [] : [{ type: 'ENTRY', code: 'NICKNAME', value: nickname }];
    return [{ code: disciplineRsc(code), entries, events: [...new Set(entered)].map((event) => ({ event })) }];
  });
}

/** By its name, else by the team's code, which begins with the event: `ARCMTEAM3---CHN01`. */
function eventOfTeam(row: ArchiveRow, known: KnownEvents): string | undefined {
  const byName = findEvent(known, cell(row, 'discipline'), cell(row, 'events'));
  const byCode = eventOfCode(cell(row, 'code').slice(0, -'CHN01'.length).padEnd(34, '-'));
  return byName ?? (known.eventNames.has(byCode) ? byCode : undefined);
}

/** `van den BERG Anna`: up to the last word in capitals, the words are the family name. */
function familyFirst(name: string): { family: string; given: string } {
  const words = name.split(/\s+/);
  const isCapital = (word: string): boolean => /\p{Lu}{2}/u.test(word) && word === word.toUpperCase();
  const last = words.findLastIndex(isCapital);
  return {
    family: words.slice(0, last + 1).join(' ') || name,
    given: last === -1 ? '' : words.slice(last + 1).join(' '),
  };
}

function functionCode(row: ArchiveRow): string {
  return (
    cell(row, 'function')
      .toUpperCase()
      .replace(/[^A-Z0-9]+/g, '_') || 'COACH'
  );
}

function describeTeam(row: ArchiveRow): string {
  return [cell(row, 'code'), cell(row, 'discipline'), cell(row, 'events')].filter((part) => part !== '').join(', ');
}

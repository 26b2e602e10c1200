import type { ContentDraft, HeaderDraft } from '@altis/odf';
import { unitMedalCodes } from './scheduled-unit.ts';
import { peopleOf, type RaceEntrant, type RaceList, type RacePerson, type RaceUnit } from './race-list.ts';

/** What a message says, before it has a version and a time. */
export type UnsentMessage = {
  readonly header: Pick<
    HeaderDraft,
    | 'competitionCode'
    | 'documentType'
    | 'documentCode'
    | 'documentSubtype'
    | 'documentSubcode'
    | 'resultStatus'
    | 'logicalDate'
  >;
  readonly content: ContentDraft;
};

/**
 * Writes a list as ODF: names of codes, the schedule, people, teams, entries, and the start lists or results. Updates are used
 * where a full list would speak for the whole discipline; the rest is about this event or unit alone. Of people in
 * `known` others tell more than a list has: nothing is said of them but that they are entered.
 */
export function composeRaceList(list: RaceList, known: ReadonlySet<string>): UnsentMessage[] {
  const messages = [
    codesOf(list),
    scheduleOf(list),
    participantsOf(list, known),
    teamsOf(list),
    entriesOf(list),
    ...list.units.map((unit) => resultsOf(list, unit)),
  ];
  return messages.filter((message) => message !== undefined);
}

function codesOf(list: RaceList): UnsentMessage | undefined {
  const { organisations, discipline, event, competition, place } = list;
  const named = [
    ...organisations.map(({ code, name }) => ({ type: 'Organisation', code, name })),
    ...(discipline.name === null ? [] : [{ type: 'Discipline', code: discipline.code, name: discipline.name }]),
    ...(competition.name === null ? [] : [{ type: 'Competition', code: competition.code, name: competition.name }]),
    ...(place === null ? [] : [{ type: 'Venue', code: place.code, name: place.name }]),
    { type: 'Event', code: event.rsc, name: event.name },
  ].filter(({ name }) => name !== '');
  if (named.length === 0) return undefined;
  const codes = named.map(({ type, code, name }) => ({
    code,
    type,
    descriptions: [{ language: 'ENG', description: name }],
  }));
  return unsent(list, 'DT_CODES', event.rsc, { kind: 'codes', codes }, { documentSubtype: 'LISTS' });
}

function scheduleOf(list: RaceList): UnsentMessage | undefined {
  const { place, units, kind } = list;
  if (place === null) return undefined;
  const content: ContentDraft = {
    kind: 'schedule',
    units: units.map(({ rsc, name, startsAt, medal = 'none' }) => ({
      code: rsc,
      phaseType: '3',
      status: kind === 'results' ? 'FINISHED' : 'SCHEDULED',
      startDate: startsAt,
      medal: unitMedalCodes[medal],
      venue: place.code,
      venueName: place.name,
      names: { ENG: name },
    })),
  };
  return unsent(list, 'DT_SCHEDULE_UPDATE', disciplineOf(list), content);
}

function participantsOf(list: RaceList, known: ReadonlySet<string>): UnsentMessage | undefined {
  const unknown = onceEach(peopleOf(entrantsOf(list))).filter(({ code }) => !known.has(code));
  if (unknown.length === 0) return undefined;
  const participants = unknown.map(({ code, family, given, gender, organisation, birthDate, nation }) => {
    const upper = family.toUpperCase();
    const initial = given === null ? '' : `${given.slice(0, 1)}.`;
    const join = (...parts: (string | null)[]): string =>
      parts.filter((part) => part !== null && part !== '').join(' ');
    return {
      code,
      parent: code,
      status: 'ACTIVE',
      familyName: family,
      ...(given !== null && { givenName: given }),
      printName: join(upper, given),
      printInitialName: join(upper, initial),
      tvName: join(given, upper),
      tvInitialName: join(initial, upper),
      tvFamilyName: upper,
      gender,
      organisation,
      ...(birthDate !== null && { birthDate }),
      ...(nation !== null && /^[A-Z]{3}$/.test(nation) && { nationality: nation }),
      mainFunction: 'AA01',
      disciplines: [{ code: disciplineOf(list) }],
    };
  });
  return unsent(list, 'DT_PARTIC_UPDATE', disciplineOf(list), { kind: 'participants', participants });
}

function teamsOf(list: RaceList): UnsentMessage | undefined {
  const teams = onceEach(entrantsOf(list)).flatMap(({ code, family, organisation, members }) => {
    if (members === undefined) return [];
    const names = { name: family, shortName: family, tvTeamName: family };
    return {
      code,
      status: 'ACTIVE',
      organisation,
      ...names,
      gender: list.event.rsc.slice(3, 4),
      type: 'TEAM',
      members: members.map((member) => ({ code: member.code, order: member.order })),
      disciplines: [{ code: disciplineOf(list), events: [{ event: list.event.rsc }] }],
    };
  });
  if (teams.length === 0) return undefined;
  return unsent(list, 'DT_PARTIC_TEAMS_UPDATE', disciplineOf(list), { kind: 'teams', teams });
}

function entriesOf(list: RaceList): UnsentMessage {
  const entries = onceEach(entrantsOf(list)).map((entrant, at) => {
    const { code, organisation, bib, members, family } = entrant;
    return {
      code,
      type: members === undefined ? 'A' : 'T',
      organisation,
      sortOrder: at + 1,
      ...(bib !== null && { bib }),
      ...(members !== undefined && { teamName: family }),
      athletes: (members ?? [{ code, order: 1 }]).map((each) => ({ code: each.code, order: each.order })),
    };
  });
  return unsent(list, 'DT_ENTRIES', list.event.rsc, { kind: 'entries', entries });
}

function resultsOf(list: RaceList, { rsc, startsAt, entrants }: RaceUnit): UnsentMessage {
  const content: ContentDraft = {
    kind: 'results',
    infos: {
      startDate: startsAt,
      eventName: list.event.name,
      disciplineName: list.discipline.name ?? list.discipline.code,
    },
    results: entrants.map((entrant, at) => ({ ...resultOf(entrant), sortOrder: at + 1 })),
  };
  return unsent(list, 'DT_RESULT', rsc, content, { resultStatus: list.status });
}

/** A line of a DT_RESULT. The times of the legs of a team are its result items. */
export function resultOf(entrant: RaceEntrant) {
  const { code, bib, organisation, startOrder, result, diff, rank, isRankShared, mark, family, members } = entrant;
  const legs = (members ?? []).filter((member) => member.result !== null);
  return {
    startOrder,
    startSortOrder: startOrder,
    ...(rank !== null && { rank, rankEqual: isRankShared }),
    ...(result !== null && { result, resultType: 'TIME' }),
    ...(diff !== null && { diff }),
    ...(mark !== null && { irm: mark }),
    ...(legs.length > 0 && {
      items: legs.map((leg) => ({
        order: leg.order,
        ...(leg.result !== null && { result: leg.result, resultType: 'TIME' }),
      })),
    }),
    competitor: {
      code,
      type: members === undefined ? 'A' : 'T',
      organisation,
      ...(bib !== null && { bib }),
      ...(members !== undefined && { teamName: family }),
      athletes: (members ?? [{ ...entrant, order: 1 }]).map(memberOf),
    },
  };
}

function memberOf({ code, order, bib, family, given, gender, organisation }: RacePerson & { readonly order: number }) {
  return {
    code,
    order,
    ...(bib !== null && { bib }),
    familyName: family,
    ...(given !== null && { givenName: given }),
    gender,
    organisation,
  };
}

function entrantsOf({ units }: RaceList): RaceEntrant[] {
  return units.flatMap(({ entrants }) => entrants);
}

/** Who is in several units is told once. */
function onceEach<Each extends { readonly code: string }>(all: readonly Each[]): Each[] {
  return [...new Map(all.map((each) => [each.code, each])).values()];
}

function unsent(
  { competition, day }: RaceList,
  documentType: string,
  documentCode: string,
  content: ContentDraft,
  more: Partial<UnsentMessage['header']> = {},
): UnsentMessage {
  return {
    header: { competitionCode: competition.code, documentType, documentCode, logicalDate: day, ...more },
    content,
  };
}

function disciplineOf({ discipline }: RaceList): string {
  return discipline.code.padEnd(34, '-');
}

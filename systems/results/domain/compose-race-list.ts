import type { ContentDraft, HeaderDraft } from '@altis/odf';
import type { RaceEntrant, RaceList } from './race-list.ts';

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
 * Writes a list as ODF: names of codes, the schedule, people, entries, and the start list or results. Updates are used
 * where a full list would speak for the whole discipline; the rest is about this event or unit alone. Of people in
 * `known` others tell more than a list has: nothing is said of them but that they are entered.
 */
export function composeRaceList(list: RaceList, known: ReadonlySet<string>): UnsentMessage[] {
  const messages = [codesOf(list), scheduleOf(list), participantsOf(list, known), entriesOf(list), resultsOf(list)];
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
  const { place, unit, event, kind, startsAt } = list;
  if (place === null) return undefined;
  const status = kind === 'results' ? 'FINISHED' : 'SCHEDULED';
  const content: ContentDraft = {
    kind: 'schedule',
    units: [
      {
        code: unit,
        phaseType: '3',
        status,
        startDate: startsAt,
        medal: '0',
        venue: place.code,
        venueName: place.name,
        names: { ENG: event.name },
      },
    ],
  };
  return unsent(list, 'DT_SCHEDULE_UPDATE', disciplineOf(list), content);
}

function participantsOf(list: RaceList, known: ReadonlySet<string>): UnsentMessage | undefined {
  const unknown = list.entrants.filter(({ code }) => !known.has(code));
  if (unknown.length === 0) return undefined;
  const participants = unknown.map((entrant) => {
    const { code, family, given, gender, organisation, birthDate, nation } = entrant;
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

function entriesOf(list: RaceList): UnsentMessage {
  const entries = list.entrants.map(({ code, organisation, bib }, at) => ({
    code,
    type: 'A',
    organisation,
    sortOrder: at + 1,
    ...(bib !== null && { bib }),
    athletes: [{ code, order: 1 }],
  }));
  return unsent(list, 'DT_ENTRIES', list.event.rsc, { kind: 'entries', entries });
}

function resultsOf(list: RaceList): UnsentMessage {
  const content: ContentDraft = {
    kind: 'results',
    infos: {
      startDate: list.startsAt,
      eventName: list.event.name,
      disciplineName: list.discipline.name ?? list.discipline.code,
    },
    results: list.entrants.map((entrant, at) => ({ ...resultOf(entrant), sortOrder: at + 1 })),
  };
  return unsent(list, 'DT_RESULT', list.unit, content, { resultStatus: list.status });
}

/** A line of a DT_RESULT. */
export function resultOf(entrant: RaceEntrant) {
  const { code, bib, organisation, startOrder, result, diff, rank, isRankShared, mark, family, given, gender } =
    entrant;
  return {
    startOrder,
    startSortOrder: startOrder,
    ...(rank !== null && { rank, rankEqual: isRankShared }),
    ...(result !== null && { result, resultType: 'TIME' }),
    ...(diff !== null && { diff }),
    ...(mark !== null && { irm: mark }),
    competitor: {
      code,
      type: 'A',
      organisation,
      ...(bib !== null && { bib }),
      athletes: [
        {
          code,
          order: 1,
          ...(bib !== null && { bib }),
          familyName: family,
          ...(given !== null && { givenName: given }),
          gender,
          organisation,
        },
      ],
    },
  };
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

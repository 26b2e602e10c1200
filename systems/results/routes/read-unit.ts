import { problem } from '@altis/kernel';
import type { Participant, UnitDetail } from '../contract/index.ts';
import type { Register } from '../domain/register.ts';
import { unitCompetitors } from '../domain/unit-competitors.ts';
import { listActions } from '../store/actions.ts';
import { findRegister, findScheduledUnits, findTeamCodes } from '../store/claims.ts';
import { findDocuments, type UnitDocument } from '../store/documents.ts';
import { findUnits } from '../store/units.ts';
import type { ResultsRoom } from './intake/intake.ts';

/** A unit with its competitors and its play-by-play. */
export async function readUnit({ db }: ResultsRoom, rsc: string): Promise<UnitDetail> {
  const summary = (await findUnits(db, [rsc])).get(rsc);
  if (summary === undefined) {
    throw problem('NOT_FOUND', `There is no unit ${rsc}.`, {
      remedy: 'It appears with the schedule or its first message.',
    });
  }
  const documents = await findDocuments(db, rsc);
  const results = documents.find((document) => document.kind === 'results');
  const playByPlay = documents.find((document) => document.kind === 'play-by-play');
  const said = {
    results: results?.content.competitors ?? [],
    starts: (await findScheduledUnits(db, [rsc])).get(rsc)?.starts ?? [],
    home: playByPlay?.content.home ?? null,
    away: playByPlay?.content.away ?? null,
  };
  const register = await registerFor(db, said);
  const newest = documents[0];
  return {
    ...summary,
    competitors: unitCompetitors(said, register),
    ...(await listActions(db, rsc)),
    clock: results?.content.clock ?? null,
    periods: [],
    officials: [],
    weather: [],
    communications: [],
    facts: [],
    progress: null,
    source: newest === undefined ? null : sourceOf(newest),
  };
}

/** A participant with the teams that list it. */
export async function readParticipant({ db }: ResultsRoom, code: string): Promise<Participant> {
  const { participants, teams } = await findRegister(db, [code, ...(await findTeamCodes(db, code))]);
  const participant = participants.get(code);
  if (participant === undefined) throw problem('NOT_FOUND', `There is no participant ${code}.`);
  const member = [...teams.values()].filter(({ members }) => members.some((each) => each.code === code));
  const { family, given, print, tv } = participant.name;
  return {
    ...participant,
    names: {
      ...participant.name,
      printInitial: null,
      tvInitial: null,
      tvFamily: null,
      scoreboardShort: null,
      scoreboardMedium: null,
      scoreboardLong: null,
      passport: null,
      latin: [given, family].filter((part) => part !== null).join(' ') || tv || print,
      aliases: [],
    },
    organisationName: { en: participant.organisation },
    formerOrganisations: [],
    heightCm: null,
    weightKg: null,
    placeOfBirth: null,
    status: null,
    disciplines: [],
    events: [],
    teams: member.map((team) => ({ code: team.code, name: team.name })),
    outcomes: [],
    medals: [],
  };
}

async function registerFor(
  db: ResultsRoom['db'],
  { results, starts, home, away }: Parameters<typeof unitCompetitors>[0],
): Promise<Register> {
  const named = [...results, ...starts].flatMap(({ code, athletes }) => [code, ...athletes.map((each) => each.code)]);
  const first = await findRegister(
    db,
    [...named, home, away].filter((code) => code !== null),
  );
  const members = [...first.teams.values()].flatMap((team) => team.members.map(({ code }) => code));
  const { participants } = await findRegister(db, members);
  return { teams: first.teams, participants: new Map([...first.participants, ...participants]) };
}

function sourceOf({ message, version, sentAt, kind }: UnitDocument): UnitDetail['source'] {
  const documentType = kind === 'results' ? 'DT_RESULT' : 'DT_PLAY_BY_PLAY';
  return { message, documentType, version, issuedAt: sentAt };
}

import { problem } from '@altis/kernel';
import type { LocalName, Medal, OrganisationDetail, Participant, Team } from '../contract/index.ts';
import { namesOf } from '../domain/known-register.ts';
import { nameCompetitor } from '../domain/name-competitors.ts';
import { localDateTime } from '../domain/local-time.ts';
import { resultsSettings } from '../settings.ts';
import { findFormerAffiliations } from '../store/affiliations.ts';
import { findEvents } from '../store/events.ts';
import { countWonMedals, listMedals, type MedalFilter } from '../store/medals.ts';
import { findCodeNames } from '../store/names.ts';
import { findPastOrganisation } from '../store/past-games.ts';
import { findOutcomes, findUnitsOfOrganisation } from '../store/outcomes.ts';
import { findCurrentDay } from '../store/places.ts';
import {
  countAthletes,
  countAthletesByDiscipline,
  findParticipants,
  findRegister,
  findTeams,
  findTeamsOf,
} from '../store/register.ts';
import type { ResultsRoom } from './intake/intake.ts';

type Db = ResultsRoom['db'];

/** A participant with entries, teams, results and medals. Results keep the organisation that they were made for. */
export async function readParticipant({ db }: ResultsRoom, code: string): Promise<Participant> {
  const known = (await findParticipants(db, [code])).get(code);
  if (known === undefined) throw unknown('participant', code);
  const { name, organisation } = known;
  const former = (await findFormerAffiliations(db, 'participant', [{ code, organisation, name: name.print }])).get(
    code,
  );
  const teams = await findTeamsOf(db, code);
  const events = known.entries.map(({ event }) => event);
  const eventNames = await nameEvents(db, events);
  return {
    code,
    name,
    names: namesOf(known, former?.names ?? []),
    organisation,
    organisationName: await nameOne(db, 'organisation', organisation),
    formerOrganisations: [...(former?.organisations ?? [])],
    gender: known.gender,
    birthDate: known.birthDate,
    heightCm: known.heightCm,
    weightKg: known.weightKg,
    placeOfBirth: known.placeOfBirth,
    function: known.function,
    status: known.status,
    disciplines: [...known.disciplines],
    events: known.entries.map(({ event, bib }) => ({ rsc: event, name: eventNames.get(event) ?? { und: event }, bib })),
    teams: teams.map((team) => ({ code: team.code, name: team.name })),
    outcomes: await findOutcomes(db, [code], { teams: teams.map((team) => team.code) }),
    medals: await readMedals(db, { codes: [code, ...teams.map((team) => team.code)] }, code),
  };
}

/** A team with its members, results and medals. */
export async function readTeam({ db }: ResultsRoom, code: string): Promise<Team> {
  const known = (await findTeams(db, [code])).get(code);
  if (known === undefined) throw unknown('team', code);
  const former = (await findFormerAffiliations(db, 'team', [known])).get(code);
  const people = await findParticipants(
    db,
    known.members.map((member) => member.code),
  );
  return {
    code,
    name: known.name,
    formerNames: [...(former?.names ?? [])],
    organisation: known.organisation,
    organisationName: await nameOne(db, 'organisation', known.organisation),
    discipline: known.discipline,
    members: known.members.map((member) => {
      const unnamed = { print: member.code, tv: member.code, family: null, given: null, local: null };
      return { ...member, name: people.get(member.code)?.name ?? unnamed };
    }),
    outcomes: await findOutcomes(db, [code]),
    medals: await readMedals(db, { codes: [code] }),
  };
}

/** An organisation with its athletes by discipline, its medals, and what its athletes do today. */
export async function readOrganisation({ db, clock, config }: ResultsRoom, code: string): Promise<OrganisationDetail> {
  const [counted] = await countAthletes(db, { organisation: code });
  if (counted === undefined) throw unknown('organisation', code);
  const disciplines = await countAthletesByDiscipline(db, code);
  const names = await findCodeNames(
    db,
    'discipline',
    disciplines.map(({ discipline }) => discipline),
  );
  const won = (await countWonMedals(db, {})).find(({ organisation }) => organisation === code);
  const now = localDateTime(clock.now(), config.section(resultsSettings).timeZone);
  const today = now.slice(0, 'YYYY-MM-DD'.length);
  return {
    code,
    name: await nameOne(db, 'organisation', code),
    athletes: counted.athletes,
    medals: { gold: won?.gold ?? 0, silver: won?.silver ?? 0, bronze: won?.bronze ?? 0 },
    disciplines: disciplines.map(({ discipline, athletes }) => {
      return { code: discipline, name: names.get(discipline) ?? { und: discipline }, athletes };
    }),
    medalsWon: await readMedals(db, { organisation: code }),
    hasHistory: (await findPastOrganisation(db, code)) !== undefined,
    today: await findUnitsOfOrganisation(db, code, await findCurrentDay(db, today)),
  };
}

/** The name of one code; the code itself where no table has it. */
async function nameOne(db: Db, kind: string, code: string): Promise<LocalName> {
  return (await findCodeNames(db, kind, [code])).get(code) ?? { und: code };
}

/** Events by the names of the schedule, else by those of the code tables. */
async function nameEvents(db: Db, events: readonly string[]): Promise<Map<string, LocalName>> {
  const known = await findEvents(db, events);
  const tables = await findCodeNames(db, 'event', events);
  return new Map([...tables, ...Array.from(known, ([rsc, { name }]): [string, LocalName] => [rsc, name])]);
}

/** Medals under the names of the register; of teams only those that list the member, where one is asked for. */
async function readMedals(db: Db, filter: MedalFilter, member?: string): Promise<Medal[]> {
  const known = await listMedals(db, filter);
  const mine = known.filter(({ facts: { code, athletes } }) => {
    return (
      member === undefined || code === member || athletes.length === 0 || athletes.some((each) => each.code === member)
    );
  });
  const named = mine.flatMap(({ facts }) => [facts.code, ...facts.athletes.map(({ code }) => code)]);
  const register = await findRegister(db, [...new Set(named)]);
  return mine.map(({ facts, eventName, source }) => ({ ...nameCompetitor(facts, register), eventName, source }));
}

function unknown(what: string, code: string): Error {
  const remedy = 'It appears with the first list that names it. Check the code, or search for the name.';
  return problem('NOT_FOUND', `There is no ${what} ${code}.`, { remedy });
}

import { problem } from '@altis/kernel';
import { summariseParticipant } from '../domain/known-register.ts';
import { resultsSettings } from '../settings.ts';
import { listEvents } from '../store/events.ts';
import { countWonMedals } from '../store/medals.ts';
import { findCodeNames } from '../store/names.ts';
import { countByDiscipline, listVenues } from '../store/places.ts';
import { countAthletes, listParticipants } from '../store/register.ts';
import type { Implementer } from './contract-implementer.ts';
import type { ResultsRoom } from './intake/intake.ts';
import { readOrganisation, readParticipant, readTeam } from './read-register.ts';
import { searchRegister } from './search-register.ts';

/** People, teams, organisations, disciplines and venues, and the search for all of them. */
export function registerRoutes(os: Implementer, room: ResultsRoom) {
  return {
    participants: {
      list: os.participants.list.handler(async ({ input }) => {
        const { items, next, total } = await listParticipants(room.db, input);
        return { items: items.map(summariseParticipant), next, total };
      }),
      read: os.participants.read.handler(({ input }) => readParticipant(room, input.code)),
    },
    teams: { read: os.teams.read.handler(({ input }) => readTeam(room, input.code)) },
    organisations: {
      list: os.organisations.list.handler(async () => ({ items: await listOrganisations(room) })),
      read: os.organisations.read.handler(({ input }) => readOrganisation(room, input.code)),
    },
    disciplines: {
      list: os.disciplines.list.handler(async () => ({ items: await listDisciplines(room) })),
      read: os.disciplines.read.handler(async ({ input: { code } }) => {
        const found = (await listDisciplines(room)).find((each) => each.code === code);
        if (found === undefined) {
          const remedy = 'It appears with its first unit or entry. Check the code, three letters as in ALP.';
          throw problem('NOT_FOUND', `There is no discipline ${code}.`, { remedy });
        }
        return { ...found, eventList: await listEvents(room.db, { discipline: code }) };
      }),
    },
    venues: { list: os.venues.list.handler(async () => ({ items: await listNamedVenues(room) })) },
    search: os.search.handler(async ({ input }) => ({ items: await searchRegister(room, input) })),
  };
}

async function listOrganisations({ db }: ResultsRoom) {
  const counted = await countAthletes(db);
  const codes = counted.map(({ organisation }) => organisation);
  const names = await findCodeNames(db, 'organisation', codes);
  const won = new Map((await countWonMedals(db, {})).map((line) => [line.organisation, line]));
  return counted.map(({ organisation: code, athletes }) => {
    const { gold = 0, silver = 0, bronze = 0 } = won.get(code) ?? {};
    return { code, name: names.get(code) ?? { und: code }, athletes, medals: { gold, silver, bronze } };
  });
}

async function listDisciplines({ db }: ResultsRoom) {
  const counted = await countByDiscipline(db);
  const codes = counted.map(({ code }) => code);
  const names = await findCodeNames(db, 'discipline', codes);
  return counted.map((each) => ({ ...each, name: names.get(each.code) ?? { und: each.code } }));
}

async function listNamedVenues({ db, config }: ResultsRoom) {
  const zone = config.section(resultsSettings).timeZone;
  const venues = await listVenues(db);
  const codes = venues.map(({ code }) => code);
  const names = await findCodeNames(db, 'venue', codes);
  return venues.map(({ code, name, disciplines }) => {
    return { code, name: names.get(code) ?? { und: name ?? code }, zone, disciplines };
  });
}

import { oc } from '@orpc/contract';
import * as z from 'zod';
import { PersonName } from './action.ts';
import { EventSummary, Medal } from './event.ts';
import { UnitSummary } from './unit.ts';
import { LocalName } from './vocabulary.ts';

const route = oc.$meta({ permission: 'none' });
const notFound = { NOT_FOUND: { status: 404, message: 'There is no such thing in the results.' } };

/** Names of a person by purpose: print is "FAMILY Given", TV is "Given FAMILY". */
export const PersonNames = PersonName.extend({
  printInitial: z.string().nullable(),
  tvInitial: z.string().nullable(),
  tvFamily: z.string().nullable(),
  scoreboardShort: z.string().nullable(),
  scoreboardMedium: z.string().nullable(),
  scoreboardLong: z.string().nullable(),
  passport: z.string().nullable(),
  latin: z.string().describe('In Latin letters: of the feed, else transliterated from the local script.'),
  aliases: z.array(z.string()),
});
export type PersonNames = z.infer<typeof PersonNames>;

/** A line of a list of people. */
export const ParticipantSummary = z.object({
  code: z.string(),
  name: PersonName,
  organisation: z.string(),
  gender: z.string().nullable(),
  function: z.string().nullable(),
  isAthlete: z.boolean(),
  disciplines: z.array(z.string()),
  events: z.array(z.string()).describe('RSC of the events entered.'),
  status: z.string().nullable(),
});
export type ParticipantSummary = z.infer<typeof ParticipantSummary>;

/** What a competitor did in a unit. */
export const UnitOutcome = z.object({
  unit: UnitSummary,
  competitor: z.string().describe('Code under which it competed: the athlete, or the team.'),
  rank: z.string().nullable(),
  result: z.string().nullable(),
  diff: z.string().nullable(),
  outcome: z.enum(['W', 'L', 'T']).nullable(),
  invalidMark: z.string().nullable(),
  qualification: z.string().nullable(),
});
export type UnitOutcome = z.infer<typeof UnitOutcome>;

export const Participant = z.object({
  code: z.string(),
  name: PersonName,
  names: PersonNames,
  organisation: z.string(),
  organisationName: LocalName,
  formerOrganisations: z
    .array(z.string())
    .describe('Those that earlier lists of these Games had; results keep the one of their day.'),
  gender: z.string().nullable(),
  birthDate: z.string().nullable(),
  heightCm: z.number().nullable(),
  weightKg: z.number().nullable(),
  placeOfBirth: z.string().nullable(),
  function: z.string().nullable(),
  status: z.string().nullable(),
  disciplines: z.array(z.string()),
  events: z.array(z.object({ rsc: z.string(), name: LocalName, bib: z.string().nullable() })),
  teams: z.array(z.object({ code: z.string(), name: z.string() })),
  outcomes: z.array(UnitOutcome),
  medals: z.array(Medal),
});
export type Participant = z.infer<typeof Participant>;

export const Team = z.object({
  code: z.string(),
  name: z.string(),
  formerNames: z.array(z.string()),
  organisation: z.string(),
  organisationName: LocalName,
  discipline: z.string(),
  members: z.array(
    z.object({ code: z.string(), name: PersonName, bib: z.string().nullable(), role: z.string().nullable() }),
  ),
  outcomes: z.array(UnitOutcome),
  medals: z.array(Medal),
});
export type Team = z.infer<typeof Team>;

export const Organisation = z.object({
  code: z.string(),
  name: LocalName,
  athletes: z.number().int(),
  medals: z.object({ gold: z.number().int(), silver: z.number().int(), bronze: z.number().int() }),
});
export type Organisation = z.infer<typeof Organisation>;

export const OrganisationDetail = Organisation.extend({
  disciplines: z.array(z.object({ code: z.string(), name: LocalName, athletes: z.number().int() })),
  medalsWon: z.array(Medal),
  today: z.array(UnitSummary).describe('Units of the current logical day with one of its competitors.'),
  hasHistory: z.boolean().describe('Whether past Games tell of it.'),
});
export type OrganisationDetail = z.infer<typeof OrganisationDetail>;

export const Discipline = z.object({
  code: z.string(),
  name: LocalName,
  events: z.number().int(),
  units: z.number().int(),
});
export type Discipline = z.infer<typeof Discipline>;

export const Venue = z.object({
  code: z.string(),
  name: LocalName,
  zone: z.string().describe('IANA time zone.'),
  disciplines: z.array(z.string()),
});
export type Venue = z.infer<typeof Venue>;

export const Found = z.object({
  kind: z.enum(['athlete', 'official', 'team', 'organisation', 'discipline', 'event', 'unit', 'venue']),
  code: z.string(),
  title: z.string(),
  subtitle: z.string(),
  organisation: z.string().nullable(),
});
export type Found = z.infer<typeof Found>;

const read = { permission: 'results.unit.read' };
const code = z.object({ code: z.string().max(40) });

export const participants = {
  list: route
    .route({ method: 'GET', path: '/participants', summary: 'People by family name' })
    .meta(read)
    .input(
      z.object({
        organisation: z.string().max(10).optional(),
        discipline: z.string().length(3).optional(),
        event: z.string().max(34).optional(),
        onlyAthletes: z.stringbool().default(true),
        limit: z.coerce.number().int().min(1).max(200).default(100),
        after: z.string().max(200).optional(),
      }),
    )
    .output(z.object({ items: z.array(ParticipantSummary), next: z.string().nullable(), total: z.number().int() })),
  read: route
    .route({ method: 'GET', path: '/participants/{code}', summary: 'A person with entries, results and medals' })
    .meta(read)
    .input(code)
    .output(Participant)
    .errors(notFound),
};

export const teams = {
  read: route
    .route({ method: 'GET', path: '/teams/{code}', summary: 'A team with members, results and medals' })
    .meta(read)
    .input(code)
    .output(Team)
    .errors(notFound),
};

export const organisations = {
  list: route
    .route({ method: 'GET', path: '/organisations', summary: 'Organisations with athletes and medals' })
    .meta(read)
    .output(z.object({ items: z.array(Organisation) })),
  read: route
    .route({ method: 'GET', path: '/organisations/{code}', summary: 'An organisation' })
    .meta(read)
    .input(code)
    .output(OrganisationDetail)
    .errors(notFound),
};

export const disciplines = {
  list: route
    .route({ method: 'GET', path: '/disciplines', summary: 'Disciplines' })
    .meta(read)
    .output(z.object({ items: z.array(Discipline) })),
  read: route
    .route({ method: 'GET', path: '/disciplines/{code}', summary: 'A discipline with its events' })
    .meta(read)
    .input(code)
    .output(Discipline.extend({ eventList: z.array(EventSummary) }))
    .errors(notFound),
};

export const venues = {
  list: route
    .route({ method: 'GET', path: '/venues', summary: 'Venues' })
    .meta(read)
    .output(z.object({ items: z.array(Venue) })),
};

export const search = route
  .route({
    method: 'GET',
    path: '/search',
    summary: 'People, teams, organisations, events, units and venues by name in any script',
  })
  .meta(read)
  .input(
    z.object({
      q: z.string().trim().min(1).max(200),
      kind: Found.shape.kind.optional(),
      language: z.string().max(20).default('en').describe('BCP 47; of titles and subtitles.'),
      limit: z.coerce.number().int().min(1).max(50).default(20),
    }),
  )
  .output(z.object({ items: z.array(Found) }));

import { oc } from '@orpc/contract';
import * as z from 'zod';

const route = oc.$meta({ permission: 'results.unit.read' });
const notFound = { NOT_FOUND: { status: 404, message: 'There is no such thing in the history.' } };

const counts = {
  gold: z.number().int(),
  silver: z.number().int(),
  bronze: z.number().int(),
  total: z.number().int(),
};

/** Past Games. */
export const PastGames = z.object({
  /** `1994-lillehammer`; `-para` and `-youth` at the end of such editions. */
  code: z.string(),
  year: z.number().int(),
  host: z.string(),
  season: z.enum(['summer', 'winter']),
  edition: z.enum(['games', 'para', 'youth']),
  athletes: z.number().int().nullable(),
  startsOn: z.iso.date().nullable(),
  endsOn: z.iso.date().nullable(),
  organisations: z.number().int(),
  sports: z.number().int(),
});
export type PastGames = z.infer<typeof PastGames>;

/** An organisation in a medal table of the past. */
export const PastLine = z.object({
  rank: z.number().int(),
  organisation: z.string(),
  name: z.string(),
  status: z.string().describe('current, historic or special.'),
  /** Organisations that are no more, whose medals are in these figures. */
  includes: z.array(z.string()),
  games: z.number().int().describe('In how many Games it took part.'),
  ...counts,
});
export type PastLine = z.infer<typeof PastLine>;

const Edition = z.enum(['games', 'para', 'youth']).default('games');
const Season = z.enum(['summer', 'winter']).optional();

/** Past Games, organisations and sports through time. Tables are sent as ZIP to `POST /api/results/history`. */
export const history = {
  games: route
    .route({ method: 'GET', path: '/history/games', summary: 'Past Games, newest first' })
    .input(z.object({ edition: Edition, season: Season }))
    .output(z.object({ items: z.array(PastGames) })),
  readGames: route
    .route({ method: 'GET', path: '/history/games/{code}', summary: 'Past Games with their medal table' })
    .input(z.object({ code: z.string().max(80) }))
    .output(z.object({ games: PastGames, lines: z.array(PastLine) }))
    .errors(notFound),
  table: route
    .route({ method: 'GET', path: '/history/table', summary: 'Medals of all Games, by organisation' })
    .input(z.object({ edition: Edition, season: Season, successors: z.enum(['apart', 'added']).default('apart') }))
    .output(z.object({ lines: z.array(PastLine) })),
  organisation: route
    .route({ method: 'GET', path: '/history/organisations/{code}', summary: 'An organisation through time' })
    .input(z.object({ code: z.string().max(10), edition: Edition }))
    .output(
      z.object({
        code: z.string(),
        name: z.string(),
        status: z.string(),
        successor: z.object({ code: z.string(), name: z.string() }).nullable(),
        games: z.array(
          PastGames.pick({ code: true, year: true, host: true, season: true }).extend({
            ...counts,
            people: z.number().int(),
          }),
        ),
        sports: z.array(z.object({ code: z.string(), name: z.string(), ...counts })),
      }),
    )
    .errors(notFound),
  sport: route
    .route({ method: 'GET', path: '/history/sports/{code}', summary: 'A sport through time' })
    .input(z.object({ code: z.string().max(10), edition: Edition }))
    .output(
      z.object({
        code: z.string(),
        name: z.string(),
        games: z.array(
          PastGames.pick({ code: true, year: true, host: true, season: true }).extend({
            organisations: z.number().int(),
            people: z.number().int(),
          }),
        ),
        lines: z.array(PastLine),
      }),
    )
    .errors(notFound),
};

import { oc } from '@orpc/contract';
import * as z from 'zod';
import { Source } from './action.ts';
import { Fact } from './fact.ts';
import { Communication, RecordMark, ResultItem, UnitSummary } from './unit.ts';
import { DetailedValue, LocalName, Rsc } from './vocabulary.ts';

const route = oc.$meta({ permission: 'none' });
const notFound = { NOT_FOUND: { status: 404, message: 'There is no such thing in the results.' } };

export const EventSummary = z.object({
  rsc: Rsc,
  discipline: z.string(),
  gender: z.string().describe('M, W, X (mixed), O (open) or -.'),
  name: LocalName,
  days: z.array(z.iso.date()),
  status: z.enum(['scheduled', 'running', 'finished']),
  isMedalEvent: z.boolean(),
});
export type EventSummary = z.infer<typeof EventSummary>;

/** A place in a ranking, a pool or a total. */
export const StandingLine = z.object({
  code: z.string(),
  kind: z.enum(['athlete', 'team']),
  name: z.string(),
  organisation: z.string(),
  athletes: z.array(z.object({ code: z.string(), name: z.string() })),
  rank: z.string().nullable(),
  isRankShared: z.boolean(),
  result: z.string().nullable(),
  diff: z.string().nullable(),
  invalidMark: z.string().nullable(),
  qualification: z.string().nullable(),
  played: z.string().nullable(),
  won: z.string().nullable(),
  lost: z.string().nullable(),
  tied: z.string().nullable(),
  pointsFor: z.string().nullable(),
  pointsAgainst: z.string().nullable(),
  items: z.array(ResultItem),
  details: z.array(DetailedValue),
  records: z.array(RecordMark),
});
export type StandingLine = z.infer<typeof StandingLine>;

/** DT_PHASE_RESULT, DT_CUMULATIVE_RESULT, DT_POOL_STANDING or DT_RANKING. */
export const Standing = z.object({
  kind: z.enum(['phase', 'cumulative', 'pool', 'ranking']),
  rsc: z.string().describe('Of the phase, unit or event that it is about.'),
  name: LocalName,
  status: z.string().nullable(),
  lines: z.array(StandingLine),
  source: Source,
});
export type Standing = z.infer<typeof Standing>;

const BracketPlace = z.object({
  code: z.string().nullable().describe('Competitor; null while it is open.'),
  name: z.string().nullable(),
  organisation: z.string().nullable(),
  from: z.string().nullable().describe('Unit that decides who it is.'),
  fromOutcome: z.string().nullable().describe('W or L: its winner or loser.'),
  result: z.string().nullable(),
  outcome: z.enum(['W', 'L', 'T']).nullable(),
  invalidMark: z.string().nullable(),
});

export const Bracket = z.object({
  code: z.string().describe('FNL, BRN…'),
  rounds: z.array(
    z.object({
      code: z.string(),
      items: z.array(
        z.object({
          unit: z.string().nullable(),
          position: z.string().nullable(),
          startsAt: z.string().nullable(),
          result: z.string().nullable(),
          places: z.array(BracketPlace),
        }),
      ),
    }),
  ),
  source: Source,
});
export type Bracket = z.infer<typeof Bracket>;

/** A medal that was won. A tie gives the same medal twice and leaves the next one out; a team's medal counts once. */
export const Medal = z.object({
  event: z.string(),
  eventName: LocalName,
  discipline: z.string(),
  medal: z.enum(['gold', 'silver', 'bronze']),
  day: z.iso.date().nullable(),
  unit: z.string().nullable(),
  code: z.string(),
  kind: z.enum(['athlete', 'team']),
  name: z.string(),
  organisation: z.string(),
  athletes: z.array(z.object({ code: z.string(), name: z.string() })),
  source: Source,
});
export type Medal = z.infer<typeof Medal>;

export const MedalLine = z.object({
  organisation: z.string(),
  name: LocalName,
  rank: z.number().int().describe('By gold, then silver, then bronze; the same counts share a rank.'),
  isRankShared: z.boolean(),
  gold: z.number().int(),
  silver: z.number().int(),
  bronze: z.number().int(),
  total: z.number().int(),
  rankByTotal: z.number().int(),
});
export type MedalLine = z.infer<typeof MedalLine>;

export const RecordEntry = z.object({
  code: z.string(),
  name: z.string().nullable(),
  type: z.string().describe('OR, WR, TR…'),
  result: z.string().nullable(),
  unit: z.string().nullable(),
  holder: z.string().nullable(),
  holderName: z.string().nullable(),
  organisation: z.string().nullable(),
  place: z.string().nullable(),
  day: z.string().nullable(),
  isNew: z.boolean().describe('Set or equalled at these Games.'),
  isEqualled: z.boolean(),
  source: Source,
});
export type RecordEntry = z.infer<typeof RecordEntry>;

export const EventDetail = EventSummary.extend({
  phases: z.array(z.object({ rsc: z.string(), name: LocalName, units: z.array(UnitSummary) })),
  standings: z.array(Standing),
  brackets: z.array(Bracket),
  medals: z.array(Medal),
  records: z.array(RecordEntry),
  communications: z.array(Communication),
  facts: z.array(Fact).describe('Of the event and its phases themselves, newest first.'),
  entries: z
    .array(
      z.object({
        code: z.string(),
        kind: z.enum(['athlete', 'team']),
        name: z.string(),
        organisation: z.string(),
        bib: z.string().nullable(),
      }),
    )
    .describe('Who is entered.'),
});
export type EventDetail = z.infer<typeof EventDetail>;

export const events = {
  list: route
    .route({ method: 'GET', path: '/events', summary: 'Events, by discipline' })
    .meta({ permission: 'results.unit.read' })
    .input(z.object({ discipline: z.string().length(3).optional() }))
    .output(z.object({ items: z.array(EventSummary) })),
  read: route
    .route({
      method: 'GET',
      path: '/events/{rsc}',
      summary: 'An event with its phases, standings, bracket, medals and records',
    })
    .meta({ permission: 'results.unit.read' })
    .input(z.object({ rsc: Rsc }))
    .output(EventDetail)
    .errors(notFound),
};

export const medals = {
  table: route
    .route({ method: 'GET', path: '/medals', summary: 'The medal table' })
    .meta({ permission: 'results.unit.read' })
    .input(
      z.object({
        discipline: z.string().length(3).optional(),
        day: z.iso.date().optional().describe('As it stood at the end of that day.'),
      }),
    )
    .output(
      z.object({
        lines: z.array(MedalLine),
        events: z.number().int().describe('Medal events.'),
        finished: z.number().int().describe('Of these, those whose medals are decided.'),
        differences: z
          .array(z.string())
          .describe(
            'Organisations whose line in the feed’s own table (DT_MEDALS) says otherwise than the medals counted here.',
          ),
      }),
    ),
  list: route
    .route({ method: 'GET', path: '/medals/list', summary: 'Medals, newest first' })
    .meta({ permission: 'results.unit.read' })
    .input(
      z.object({
        organisation: z.string().max(10).optional(),
        discipline: z.string().length(3).optional(),
        day: z.iso.date().optional(),
      }),
    )
    .output(z.object({ items: z.array(Medal) })),
};

export const records = {
  list: route
    .route({ method: 'GET', path: '/records', summary: 'Records, by discipline and event' })
    .meta({ permission: 'results.unit.read' })
    .input(z.object({ discipline: z.string().length(3).optional() }))
    .output(z.object({ items: z.array(RecordEntry) })),
};

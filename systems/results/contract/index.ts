import { oc } from '@orpc/contract';
import * as z from 'zod';
import { Action, PersonName, Source } from './action.ts';

export { Action, ActionAthlete, ActionCompetitor, PersonName, Source } from './action.ts';
export { ActionCorrected, ActionRecorded, ActionWithdrawn, type ActionFact } from './events.ts';

const route = oc.$meta({ permission: 'none' });
const notFound = { NOT_FOUND: { status: 404, message: 'There is no such thing in the results.' } };

const LocalName = z
  .record(z.string(), z.string())
  .describe('By language tag (en, fr…); en where the feed has no other.');
const Rsc = z.string().regex(/^[A-Z0-9-]{34}$/, 'An RSC has 34 characters: A–Z, 0–9 and "-".');

export const UnitSummary = z.object({
  rsc: Rsc,
  competition: z.string(),
  discipline: z.string(),
  name: LocalName,
  startsAt: z.string().nullable(),
  endsAt: z.string().nullable(),
  venue: z.string().nullable(),
  venueName: z.string().nullable(),
  scheduleStatus: z.string().nullable().describe('ODF ScheduleStatus: SCHEDULED, RUNNING, FINISHED…'),
  resultStatus: z.string().nullable().describe('ODF ResultStatus: START_LIST, LIVE, OFFICIAL…'),
});

export const UnitCompetitor = z.object({
  code: z.string(),
  kind: z.enum(['athlete', 'team']),
  name: z.string(),
  organisation: z.string(),
  side: z.enum(['home', 'away']).nullable(),
  bib: z.string().nullable(),
  startOrder: z.string().nullable(),
  rank: z.string().nullable(),
  result: z.string().nullable(),
  invalidMark: z.string().nullable().describe('ODF IRM: DNF, DSQ…'),
  athletes: z.array(
    z.object({ code: z.string(), name: PersonName, bib: z.string().nullable(), role: z.string().nullable() }),
  ),
});

export const UnitDetail = UnitSummary.extend({
  competitors: z.array(UnitCompetitor),
  actions: z.array(Action.extend({ source: Source })),
  clock: z.object({ period: z.string().nullable(), time: z.string(), running: z.boolean() }).nullable(),
  source: Source.nullable(),
});

export const Participant = z.object({
  code: z.string(),
  name: PersonName,
  organisation: z.string(),
  gender: z.string().nullable(),
  birthDate: z.string().nullable(),
  function: z.string().nullable(),
  teams: z.array(z.object({ code: z.string(), name: z.string() })),
});

export const KeptMessage = z.object({
  id: z.string(),
  competition: z.string(),
  documentType: z.string(),
  documentSubtype: z.string().nullable(),
  documentCode: z.string(),
  version: z.number().int(),
  feed: z.enum(['production', 'test']),
  outcome: z.enum(['new', 'replaces', 'duplicate', 'stale', 'conflict', 'refused']),
  reason: z.string().nullable(),
  remedy: z.string().nullable(),
  warnings: z.array(z.string()),
  origin: z.string().describe('"http", or the name of the file it came from.'),
  issuedAt: z.string().nullable(),
  receivedAt: z.string(),
});

const units = {
  list: route
    .route({ method: 'GET', path: '/units', summary: 'Units by start, latest first' })
    .meta({ permission: 'results.unit.read' })
    .input(
      z.object({
        discipline: z.string().length(3).optional(),
        date: z.iso.date().optional().describe('Logical date.'),
        limit: z.coerce.number().int().min(1).max(200).default(100),
      }),
    )
    .output(z.object({ items: z.array(UnitSummary) })),
  read: route
    .route({ method: 'GET', path: '/units/{rsc}', summary: 'A unit with its competitors and play-by-play' })
    .meta({ permission: 'results.unit.read' })
    .input(z.object({ rsc: Rsc }))
    .output(UnitDetail)
    .errors(notFound),
};

const participants = {
  read: route
    .route({ method: 'GET', path: '/participants/{code}', summary: 'A participant' })
    .meta({ permission: 'results.unit.read' })
    .input(z.object({ code: z.string().max(40) }))
    .output(Participant)
    .errors(notFound),
};

const messages = {
  list: route
    .route({ method: 'GET', path: '/messages', summary: 'Messages as they came in, newest first, refused ones too' })
    .meta({ permission: 'results.message.read' })
    .input(
      z.object({
        outcome: KeptMessage.shape.outcome.optional(),
        unit: z.string().optional(),
        limit: z.coerce.number().int().min(1).max(200).default(50),
        before: z.string().optional(),
      }),
    )
    .output(z.object({ items: z.array(KeptMessage), next: z.string().nullable() })),
  read: route
    .route({ method: 'GET', path: '/messages/{id}', summary: 'One message, with its text' })
    .meta({ permission: 'results.message.read' })
    .input(z.object({ id: z.string() }))
    .output(KeptMessage.extend({ text: z.string() }))
    .errors(notFound),
};

/**
 * The results of the Games, under `/api/results`. Messages are sent as XML to `POST /api/results/messages`
 * (permission `results.message.send`); the answer is the {@link KeptMessage}. Topics for `/changes`:
 * `results.units`, `results.unit.<rsc>`, `results.messages`.
 */
export const results = { name: 'results', contract: { units, participants, messages } } as const;

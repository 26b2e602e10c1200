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
/** An ODF Result System Code. */
export const Rsc = z.string().regex(/^[A-Z0-9.+_-]{34}$/, 'An RSC has 34 characters: A–Z, 0–9, ".", "+", "_" and "-".');

export const UnitSummary = z.object({
  rsc: Rsc,
  competition: z.string(),
  discipline: z.string(),
  name: LocalName,
  day: z.iso.date().nullable().describe('Day at the venue.'),
  startsAt: z.iso.datetime().nullable(),
  endsAt: z.iso.datetime().nullable(),
  venue: z.string().nullable(),
  venueName: z.string().nullable(),
  scheduleStatus: z.string().nullable().describe('ODF ScheduleStatus: SCHEDULED, RUNNING, FINISHED…'),
  resultStatus: z.string().nullable().describe('ODF ResultStatus: START_LIST, LIVE, OFFICIAL…'),
});

export type UnitSummary = z.infer<typeof UnitSummary>;

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

export type UnitCompetitor = z.infer<typeof UnitCompetitor>;

export const UnitAction = Action.extend({
  source: Source,
  isCorrected: z.boolean().describe('It was said otherwise before.'),
});

export const UnitDetail = UnitSummary.extend({
  competitors: z.array(UnitCompetitor),
  actions: z.array(UnitAction),
  withdrawn: z.array(UnitAction).describe('Actions that were said before and are no longer; as they were.'),
  clock: z.object({ period: z.string().nullable(), time: z.string(), running: z.boolean() }).nullable(),
  source: Source.nullable(),
});

export type UnitDetail = z.infer<typeof UnitDetail>;

export const Participant = z.object({
  code: z.string(),
  name: PersonName,
  organisation: z.string(),
  gender: z.string().nullable(),
  birthDate: z.string().nullable(),
  function: z.string().nullable(),
  teams: z.array(z.object({ code: z.string(), name: z.string() })),
});

/** A message as it came in. What its header says is empty, 0 or null where it was refused before that could be read. */
export const KeptMessage = z.object({
  id: z.string(),
  competition: z.string(),
  documentType: z.string(),
  documentSubtype: z.string().nullable(),
  documentSubcode: z.string().nullable(),
  documentCode: z.string(),
  version: z.number().int(),
  feed: z.enum(['production', 'test']).nullable(),
  outcome: z.enum(['new', 'replaces', 'duplicate', 'stale', 'conflict', 'refused']),
  reason: z.string().nullable(),
  remedy: z.string().nullable(),
  warnings: z.array(z.string()),
  origin: z.string().describe('"http", or the name of the file it came from.'),
  issuedAt: z.string().nullable(),
  receivedAt: z.iso.datetime(),
  sizeBytes: z.number().int(),
});
export type KeptMessage = z.infer<typeof KeptMessage>;

export type Participant = z.infer<typeof Participant>;

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
    .output(
      KeptMessage.extend({
        text: z.string(),
        isWhole: z.boolean().describe('Whether the text is all of it; the bytes are at `/messages/{id}/original.xml`.'),
      }),
    )
    .errors(notFound),
};

/**
 * The results of the Games, under `/api/results`. Messages are sent as XML to `POST /api/results/messages`
 * (permission `results.message.send`); the answer is the {@link KeptMessage}. A message as it came in is at
 * `/messages/{id}/original.xml`. Topics for `/changes`:
 * `results.units`, `results.unit.<rsc>`, `results.messages`.
 */
export const results = { name: 'results', contract: { units, participants, messages } } as const;

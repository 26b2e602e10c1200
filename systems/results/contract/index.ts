import { oc } from '@orpc/contract';
import * as z from 'zod';
import { events, medals, records } from './event.ts';
import { disciplines, organisations, participants, search, teams, venues } from './register.ts';
import { tables } from './tables.ts';
import { timing } from './timing.ts';
import { schedule, units } from './unit.ts';

export { Action, ActionAthlete, ActionCompetitor, PersonName, Source } from './action.ts';
export { ActionCorrected, ActionRecorded, ActionWithdrawn, FactRecorded, FactWithdrawn } from './events.ts';
export type { ActionFact, StatedFact } from './events.ts';
export { Fact, FactKind } from './fact.ts';
export { KeptMapping, RowReading, TableFault, TableField, TableMapping, TableReading, TableTarget } from './tables.ts';
export { KeptInput, TimedStarter, TimingDeed, TimingInput, TimingState } from './timing.ts';
export { DetailedValue, LocalName, Rsc } from './vocabulary.ts';
export {
  Communication,
  Period,
  ResultItem,
  Split,
  UnitAction,
  UnitCompetitor,
  UnitDetail,
  UnitSummary,
  Weather,
} from './unit.ts';
export { Bracket, EventDetail, EventSummary, Medal, MedalLine, RecordEntry, Standing, StandingLine } from './event.ts';
export {
  Discipline,
  Found,
  Organisation,
  OrganisationDetail,
  Participant,
  ParticipantSummary,
  PersonNames,
  Team,
  UnitOutcome,
  Venue,
} from './register.ts';

const route = oc.$meta({ permission: 'none' });
const notFound = { NOT_FOUND: { status: 404, message: 'There is no such thing in the results.' } };

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
 * `results.units`, `results.unit.<rsc>`, `results.event.<rsc>`, `results.medals`, `results.register`, `results.messages`.
 */
export const results = {
  name: 'results',
  contract: {
    schedule,
    units,
    events,
    medals,
    records,
    participants,
    teams,
    organisations,
    disciplines,
    venues,
    search,
    messages,
    tables,
    timing,
  },
} as const;

import { oc } from '@orpc/contract';
import * as z from 'zod';
import { UnitSummary } from './unit.ts';
import { Rsc } from './vocabulary.ts';

const route = oc.$meta({ permission: 'results.timing.write' });
const notFound = { NOT_FOUND: { status: 404, message: 'There is no such thing in the results.' } };

const bib = z.string().trim().min(1).max(20);
const reason = z.string().trim().max(500).default('');
const stated = <Kind extends string, Shape extends z.ZodRawShape>(kind: Kind, shape: Shape) =>
  z.object({ kind: z.literal(kind), ...shape });

/** What the console's operator did. */
export const TimingDeed = z.discriminatedUnion('kind', [
  stated('start', { bib: bib.nullable().describe('null: all who have not started, together.') }),
  stated('split', { bib, point: z.number().int().min(1).max(50) }),
  stated('finish', { bib: bib.nullable().describe('null: whose time it is will be said later, by `assign`.') }),
  stated('assign', { input: z.string().max(60).describe('A press without a bib, or with a wrong one.'), bib }),
  stated('time', {
    bib,
    point: z.number().int().min(1).max(50).nullable().describe('null: the finish.'),
    timeMs: z.number().int().min(0).max(360_000_000).describe('From the start.'),
    reason,
  }),
  stated('mark', { bib, mark: z.enum(['DNS', 'DNF', 'DSQ']).nullable().describe('null takes it back.'), reason }),
  stated('penalty', { bib, timeMs: z.number().int().min(0).max(36_000_000), reason }),
  stated('rerun', { bib, reason }),
  stated('rank', { bib, rank: z.number().int().min(1).max(9999), reason }),
  stated('undo', { input: z.string().max(60) }),
  stated('status', { status: z.enum(['LIVE', 'UNOFFICIAL', 'OFFICIAL']) }),
]);
export type TimingDeed = z.infer<typeof TimingDeed>;

/** One press: kept once, by its id, however often it is sent. */
export const TimingInput = z.object({
  id: z.string().regex(/^[A-Za-z0-9-]{8,60}$/, 'An id has 8 to 60 letters, digits and "-".'),
  pressedAt: z.iso.datetime().describe('Clock of the device at the press.'),
  offsetMs: z.number().int().describe('What the clock of the server is ahead of that of the device.'),
  deed: TimingDeed,
});
export type TimingInput = z.infer<typeof TimingInput>;

/** An input as it was kept. */
export const KeptInput = TimingInput.extend({
  at: z.iso.datetime().describe('Clock of the server at the press.'),
  receivedAt: z.iso.datetime(),
  by: z.string(),
  isUndone: z.boolean(),
});
export type KeptInput = z.infer<typeof KeptInput>;

export const TimedStarter = z.object({
  code: z.string(),
  bib: z.string(),
  name: z.string(),
  members: z.array(z.string()).describe('Of a team, in the order of the legs; their exchanges are the splits.'),
  organisation: z.string(),
  startOrder: z.number().int(),
  state: z.enum(['waiting', 'running', 'finished', 'out']),
  startedAt: z.iso.datetime().nullable(),
  splits: z.array(z.object({ point: z.number().int(), time: z.string() })),
  time: z.string().nullable().describe('Penalties included; hundredths, cut off.'),
  diff: z.string().nullable(),
  penalty: z.string().nullable(),
  mark: z.enum(['DNS', 'DNF', 'DSQ']).nullable(),
  rank: z.number().int().nullable(),
  isRankShared: z.boolean(),
});
export type TimedStarter = z.infer<typeof TimedStarter>;

/** How the timing of a unit stands. */
export const TimingState = z.object({
  unit: Rsc,
  name: z.string(),
  status: z.string().describe('ODF ResultStatus.'),
  starters: z.array(TimedStarter).describe('By start order.'),
  unassigned: z
    .array(
      z.object({
        input: z.string(),
        kind: z.enum(['start', 'split', 'finish', 'time', 'mark', 'penalty', 'rerun', 'rank']),
        bib: z.string().nullable(),
        at: z.iso.datetime(),
      }),
    )
    .describe('Presses that nobody of the start list has yet.'),
  inputs: z.array(KeptInput).describe('Newest first, the last hundred.'),
  version: z.number().int().describe('Of the DT_RESULT that says all this; 0 before the first.'),
  sender: z.string().nullable().describe('Who else sends the results of this unit; null where nobody does.'),
});
export type TimingState = z.infer<typeof TimingState>;

/** A competition that may be timed: `isOwn` where its start list was made here. */
export const TimedUnitSummary = UnitSummary.extend({
  isOwn: z.boolean(),
  sender: z.string().nullable().describe('Who else sends its results; null where nobody does.'),
});
export type TimedUnitSummary = z.infer<typeof TimedUnitSummary>;

/** A simple timing console: each press is kept, and the results are written as DT_RESULT. Topic: `results.unit.<rsc>`. */
export const timing = {
  clock: route
    .route({ method: 'GET', path: '/timing/clock', summary: 'The clock of the server' })
    .output(z.object({ now: z.iso.datetime() })),
  list: route
    .route({ method: 'GET', path: '/timing', summary: 'Competitions to time, those that were made here first' })
    .input(
      z.object({
        whose: z.enum(['own', 'all']).default('own').describe('own: only those whose start list was made here.'),
        discipline: z.string().length(3).optional(),
        day: z.iso.date().optional().describe('Logical day.'),
        text: z.string().trim().min(1).max(80).optional().describe('In the name of the unit or event, or in the code.'),
        limit: z.coerce.number().int().min(1).max(200).default(100),
      }),
    )
    .output(z.object({ items: z.array(TimedUnitSummary) })),
  read: route
    .route({ method: 'GET', path: '/timing/{unit}', summary: 'How the timing of a unit stands' })
    .input(z.object({ unit: Rsc }))
    .output(TimingState)
    .errors(notFound),
  record: route
    .route({ method: 'POST', path: '/timing/{unit}/inputs', summary: 'Keep presses, in their order' })
    .input(
      z.object({
        unit: Rsc,
        inputs: z.array(TimingInput).min(1).max(500),
        mayTakeOver: z.boolean().default(false).describe('Write results in place of another sender, from now on.'),
      }),
    )
    .output(TimingState)
    .errors(notFound),
};

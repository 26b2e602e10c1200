import { oc } from '@orpc/contract';
import * as z from 'zod';
import { KeptMessage } from './message.ts';
import { LocalName } from './vocabulary.ts';

const reading = oc.$meta({ permission: 'results.feed.read' });
const managing = oc.$meta({ permission: 'results.feed.manage' });

/**
 * How a source is: `alive`; `late`, it has missed one keep-alive; `silent`, it has missed two or more: an alarm; `closed`,
 * it has said good-bye (DT_LOCAL_OFF); `unwatched`, it sends no keep-alive by which its silence could be told.
 */
export const FeedState = z.enum(['alive', 'late', 'silent', 'closed', 'unwatched']);
export type FeedState = z.infer<typeof FeedState>;

/** A system that sends messages: usually one in each venue. Counts and lags are of the last 15 minutes. */
export const FeedSource = z.object({
  source: z.string().describe('Header Source; empty where its messages have none.'),
  feed: z.enum(['production', 'test']),
  state: FeedState,
  venues: z
    .array(z.object({ code: z.string(), name: LocalName }))
    .describe('Where the units of its messages take place.'),
  disciplines: z.array(z.string()).describe('Codes of the disciplines of these units.'),
  lastAt: z.iso.datetime(),
  lastDocumentType: z.string(),
  keepAlive: z.object({
    lastAt: z.iso.datetime().nullable(),
    intervalMs: z.number().int().nullable().describe('As set, or learnt; null where it is not known.'),
    missed: z.number().int(),
  }),
  messages: z.number().int(),
  late: z.number().int().describe('Messages that came after a newer version.'),
  lagMs: z
    .object({ p50: z.number().int(), p95: z.number().int() })
    .nullable()
    .describe('From the time in the header to the arrival; null where nothing came, or only what was recorded before.'),
  minutes: z
    .array(z.object({ at: z.iso.datetime(), messages: z.number().int(), lagMs: z.number().int().nullable() }))
    .describe('The minutes in which messages came, oldest first; lag is the median.'),
});
export type FeedSource = z.infer<typeof FeedSource>;

/** Versions of a document that were skipped. */
export const FeedGap = z.object({
  documentType: z.string(),
  documentSubcode: z.string().nullable(),
  documentCode: z.string(),
  source: z.string().nullable(),
  version: z.number().int().describe('The one that is missing.'),
  openedAt: z.iso.datetime(),
  openedBy: z.string().describe('Id of the message that shows it.'),
  closedAt: z.iso.datetime().nullable(),
  closedBy: z.string().nullable().describe('Id of the message that came after all.'),
});
export type FeedGap = z.infer<typeof FeedGap>;

/** An archive of messages that was brought in. */
export const FeedArchive = z.object({
  id: z.string(),
  name: z.string(),
  sizeBytes: z.number().int(),
  receivedAt: z.iso.datetime(),
  job: z.string(),
  state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
  fraction: z.number(),
  reason: z.string().nullable().describe('Why it failed.'),
  outcomes: z.partialRecord(KeptMessage.shape.outcome, z.number().int()).describe('How many messages became what.'),
  faults: z
    .array(z.object({ entry: z.string(), reason: z.string(), remedy: z.string() }))
    .describe('Entries that are none or were refused; the first two hundred.'),
  faultCount: z.number().int(),
});
export type FeedArchive = z.infer<typeof FeedArchive>;

const Rebuild = z.object({
  isOutdated: z.boolean().describe('Whether what is shown was made by an older version of Altis.'),
  job: z
    .object({
      id: z.string(),
      state: FeedArchive.shape.state,
      fraction: z.number(),
      reason: z.string().nullable(),
    })
    .nullable()
    .describe('The last one.'),
});

const refused = z.object({
  message: z.string().optional().describe('Id of one message.'),
  reason: z.string().max(500).optional().describe('Only those whose reason has these words.'),
});

/**
 * The feed itself: who sends, what is missing, what was refused. Archives are sent as ZIP to
 * `POST /api/results/archive?file=<name>`, and a day's messages are at `GET /api/results/archive/<YYYY-MM-DD>.zip`, those
 * of one hour at `<YYYY-MM-DD>T<HH>.zip`. Topic: `results.feed`.
 */
export const feed = {
  read: reading.route({ method: 'GET', path: '/feed', summary: 'Sources, gaps and refusals at a glance' }).output(
    z.object({
      now: z.iso.datetime(),
      sources: z.array(FeedSource),
      openGaps: z.number().int(),
      gaps: z.array(FeedGap).describe('The newest open ones.'),
      refused: z.number().int().describe('Messages that are refused as things stand.'),
      newestRefused: z.array(KeptMessage),
      test: z.number().int().describe('Messages of the test feed in the last 24 hours.'),
      rebuild: Rebuild,
    }),
  ),
  gaps: reading
    .route({ method: 'GET', path: '/feed/gaps', summary: 'Versions that were skipped, the newest first' })
    .input(
      z.object({
        state: z.enum(['open', 'closed']).default('open'),
        limit: z.coerce.number().int().min(1).max(500).default(100),
      }),
    )
    .output(z.object({ items: z.array(FeedGap) })),
  archives: reading
    .route({ method: 'GET', path: '/feed/archives', summary: 'Archives that were brought in, the newest first' })
    .output(z.object({ items: z.array(FeedArchive) })),
  retry: managing
    .route({ method: 'POST', path: '/feed/retry', summary: 'Take refused messages in again' })
    .input(refused)
    .output(
      z.object({
        taken: z.number().int(),
        refused: z.number().int(),
        partial: z.number().int().describe('Too large to have been kept whole.'),
      }),
    ),
  rebuild: managing
    .route({ method: 'POST', path: '/feed/rebuild', summary: 'Make everything that is shown anew, from the messages' })
    .output(z.object({ job: z.string() })),
  stop: managing
    .route({ method: 'POST', path: '/feed/stop', summary: 'Stop a rebuild or an import' })
    .input(z.object({ job: z.string() }))
    .output(z.object({})),
};

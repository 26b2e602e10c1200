import { jsonb, sql, type Transaction } from '@altis/database';
import { headerInstant, localTime, type OdfHeader } from '@altis/odf';
import type { ObjectId } from '@altis/storage';
import type { KeptMessage } from '../contract/index.ts';
import { presentMessage } from './find-messages.ts';
import type { ResultsTables } from './tables.ts';

/** A message on its way into the log. */
export type Arrival = {
  readonly id: string;
  readonly receivedAt: Date;
  readonly origin: string;
  readonly object: ObjectId;
  readonly sizeBytes: number;
  /** Its place in the order of taking in, where it has one already. */
  readonly taken?: number | undefined;
  /** Of the venues, for the time in the header. */
  readonly zone: string;
};

export type Verdict = {
  readonly outcome: KeptMessage['outcome'];
  readonly reason?: string | null;
  readonly remedy?: string | null;
  readonly warnings?: readonly string[];
};

/** A message that was written longer ago than that was recorded, and says nothing about the line that it comes by. */
const longestLagMs = 24 * 3_600_000;

/**
 * Writes a message into the log. A refused one has no filing: it takes part in no decision about versions. One that was
 * refused before and is taken in again keeps its line, but takes its place in the order from now.
 */
export async function keepMessage(
  trx: Transaction<ResultsTables>,
  { id, receivedAt, origin, object, sizeBytes, zone, taken }: Arrival,
  { outcome, reason = null, remedy = null, warnings = [] }: Verdict,
  header: OdfHeader | undefined,
  filing?: { readonly versionKey: string; readonly digest: string; readonly isLate: boolean },
): Promise<KeptMessage> {
  const said = {
    feed: header === undefined ? null : header.feedFlag === 'P' ? ('production' as const) : ('test' as const),
    competition: header?.competitionCode ?? '',
    document_type: header?.documentType ?? '',
    document_subtype: header?.documentSubtype ?? null,
    document_subcode: header?.documentSubcode ?? null,
    document_code: header?.documentCode ?? '',
    version: header?.version ?? 0,
    version_key: filing?.versionKey ?? null,
    digest: filing?.digest ?? null,
    sent_at: header === undefined ? null : localTime(header),
    outcome,
    reason,
    remedy,
    warnings,
    source: header?.source ?? null,
    lag_ms: header === undefined ? null : lagOf(header, zone, receivedAt),
    is_late: filing?.isLate ?? false,
  };
  const row = { id, received_at: receivedAt, origin, object, size_bytes: sizeBytes, ...said };
  // With it the line that it came by; one that is known is left alone, so that messages do not wait for one another.
  await trx
    .with('line', () => {
      const { feed, source } = row;
      return sql`(
        insert into feed_source (feed, source) select ${feed}, ${source}
        where ${filing !== undefined} and not exists (select from feed_source where feed = ${feed} and source = ${source})
        on conflict do nothing
      )`;
    })
    .insertInto('message')
    .values({ ...row, warnings: jsonb(warnings), ...(taken !== undefined && { taken }) })
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet((set) => ({ ...said, warnings: jsonb(warnings), taken: set.ref('excluded.taken') }))
        .where('message.outcome', '=', 'refused'),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  return presentMessage(row);
}

function lagOf(header: OdfHeader, zone: string, receivedAt: Date): number | null {
  const lagMs = receivedAt.getTime() - headerInstant(header, zone);
  return Math.abs(lagMs) <= longestLagMs ? lagMs : null;
}

import { jsonb, type Transaction } from '@altis/database';
import { localTime, type OdfHeader } from '@altis/odf';
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
};

export type Verdict = {
  readonly outcome: KeptMessage['outcome'];
  readonly reason?: string | null;
  readonly remedy?: string | null;
  readonly warnings?: readonly string[];
};

/** Writes a message into the log. A refused one has no filing: it takes part in no decision about versions. */
export async function keepMessage(
  trx: Transaction<ResultsTables>,
  { id, receivedAt, origin, object, sizeBytes }: Arrival,
  { outcome, reason = null, remedy = null, warnings = [] }: Verdict,
  header: OdfHeader | undefined,
  filing?: { readonly versionKey: string; readonly digest: string },
): Promise<KeptMessage> {
  const row = await trx
    .insertInto('message')
    .values({
      id,
      received_at: receivedAt,
      origin,
      feed: header === undefined ? null : header.feedFlag === 'P' ? 'production' : 'test',
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
      warnings: jsonb(warnings),
      object,
      size_bytes: sizeBytes,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return presentMessage(row);
}

import type { Transaction } from '@altis/database';
import type { OdfHeader, StreamItem } from '@altis/odf';
import type { Room } from '@altis/system';
import type { Source } from '../../contract/index.ts';
import type { Flaw } from '../../domain/flaw.ts';
import type { Verdict } from '../../store/keep-message.ts';
import type { ResultsTables } from '../../store/tables.ts';

export type ResultsRoom = Room<ResultsTables>;

/** A message while it is being taken in: everything happens in one transaction. */
export type Intake = {
  readonly trx: Transaction<ResultsTables>;
  readonly bytes: Uint8Array;
  readonly header: OdfHeader;
  readonly versionKey: string;
  /** What comes after the header. */
  readonly items: AsyncGenerator<StreamItem>;
  /** The message as the source of facts. */
  readonly source: Source;
  /** Of the venue, for times without an offset. */
  readonly zone: string;
  /** Entries for the audit, recorded at the end. */
  readonly auditNotes: AuditNote[];
};

/** Something that a message put right. */
type AuditNote = {
  readonly action: 'action.corrected' | 'action.withdrawn' | 'names.corrected' | 'result.corrected';
  readonly subject: { readonly kind: string; readonly id: string };
  readonly details: Readonly<Record<string, unknown>>;
};

/** What came of a message: its place among the versions, and what was odd in it. */
export type Filed = { readonly verdict: Verdict; readonly digest: string };

/** Ends an intake, so that nothing of the message stays but its entry in the log. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly flaw: Flaw;
  readonly header: OdfHeader | undefined;

  constructor(flaw: Flaw, header?: OdfHeader) {
    super(flaw.reason);
    this.flaw = flaw;
    this.header = header;
  }
}

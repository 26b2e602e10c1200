import type { Transaction } from '@altis/database';
import type { OdfHeader, StreamItem, Telling, VersionStamp } from '@altis/odf';
import type { Room } from '@altis/system';
import type { LocalName, Source } from '../../contract/index.ts';
import type { Flaw } from '../../domain/flaw.ts';
import type { UnitClock } from '../../domain/venue-clock.ts';
import type { Verdict } from '../../store/keep-message.ts';
import type { ResultsTables } from '../../store/tables.ts';

export type ResultsRoom = Room<ResultsTables>;

/** A message while it is being taken in: everything happens in one transaction. */
export type Intake = {
  readonly trx: Transaction<ResultsTables>;
  readonly bytes: Uint8Array;
  readonly header: OdfHeader;
  readonly versionKey: string;
  /** The message that is held for that key. */
  readonly held: Pick<VersionStamp, 'version' | 'digest'> | undefined;
  /** What comes after the header. */
  readonly items: AsyncGenerator<StreamItem>;
  /** The message as the source of facts. */
  readonly source: Source;
  /** Of the venues, for times without an offset. */
  readonly zone: string;
  /** Units that were put together or looked up on the way, by RSC. */
  readonly units: Map<string, UnitOnTheWay>;
  /** Entries for the audit, recorded at the end. */
  readonly auditNotes: AuditNote[];
  /** Where several messages are taken in together: what is done once for all of them, instead of at once. */
  readonly aftermath?: Aftermath;
};

/** What is told of a unit: its name, and where it is in time, where that is known. */
type UnitOnTheWay = UnitClock & { readonly name: LocalName };

/** What is left to do when several messages are taken in together. */
export type Aftermath = {
  /** Units whose results changed. */
  readonly units: Set<string>;
  /** Events whose medals changed. */
  readonly events: Set<string>;
  /** What the messages say of facts, in their order. */
  readonly tellings: Telling[];
  /** The messages themselves, to be kept as objects. */
  readonly bytes: Uint8Array[];
  readonly intakes: Intake[];
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

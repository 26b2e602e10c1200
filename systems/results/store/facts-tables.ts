import type { ColumnType } from '@altis/database';
import type { DeltaState, OdfFactKind, Strand, Telling } from '@altis/odf';

/** Written as JSON text, which costs the database less than jsonb; never looked into there. */
type JsonText<Value> = ColumnType<Value, string, string>;

/** The tables of facts; see migrations/0004-facts.ts. */
export type FactsTables = {
  telling: {
    subject: string;
    strand: Strand;
    version_key: string;
    version: number;
    sent_at: string;
    message: string;
    said: JsonText<Telling['said']>;
  };
  fact_state: { subject: string; strand: Strand; state: JsonText<DeltaState> };
  fact: {
    id: string;
    subject: string;
    strand: Strand;
    kind: OdfFactKind;
    at: Date;
    competitor: string | null;
    position: string | null;
    value: string | null;
    rank: string | null;
    previous: string | null;
    message: string;
  };
};

import type { ColumnType, RawBuilder } from '@altis/database';
import type { EventSummary } from '../contract/index.ts';
import type { DocumentContent } from '../domain/document-content.ts';
import type { LeaderFacts } from '../domain/unit-leaders.ts';
import type { KeptUnit } from '../domain/unit-summary.ts';
import type { MedalFacts } from '../domain/won-medals.ts';

type Json<Value> = ColumnType<Value, RawBuilder<Value>, RawBuilder<Value>>;

/** Documents and what is projected from them; see migrations/0002-documents.ts. */
export type DocumentsTables = {
  document: {
    version_key: string;
    /** DocumentCode: of a unit, phase, event, discipline or venue. */
    subject: string;
    kind: DocumentContent['kind'];
    document_type: string;
    period: string | null;
    version: number;
    digest: string;
    sent_at: string;
    logical_date: string;
    message: string;
    /** Participants and teams that it names. */
    codes: readonly string[];
    /** Units, events and venues that it speaks of. */
    about: readonly string[];
    content: Json<DocumentContent['content']>;
  };
  unit: {
    rsc: string;
    discipline: string;
    event: string;
    /** Name of the event as a message about the unit has it. */
    event_name: string | null;
    venue: string | null;
    day: string | null;
    starts_at: string | null;
    summary: Json<KeptUnit>;
    leaders: Json<readonly LeaderFacts[]>;
    leader_codes: readonly string[];
  };
  event: { rsc: string; discipline: string; summary: Json<EventSummary> };
  outcome: {
    unit: string;
    competitor: string;
    organisation: string;
    athletes: readonly string[];
    rank: string | null;
    result: string | null;
    diff: string | null;
    outcome: 'W' | 'L' | 'T' | null;
    invalid_mark: string | null;
    qualification: string | null;
  };
  medal: {
    event: string;
    medal: MedalFacts['medal'];
    competitor: string;
    position: number;
    organisation: string;
    athletes: readonly string[];
    day: string | null;
    sent_at: string;
    document: string;
    facts: Json<MedalFacts>;
  };
};

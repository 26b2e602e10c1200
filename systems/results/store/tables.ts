import type { ColumnType, RawBuilder } from '@altis/database';
import type { OdfElement } from '@altis/odf';
import type { ObjectId } from '@altis/storage';
import type { Action, KeptMessage, UnitSummary } from '../contract/index.ts';
import type { EntityKind } from '../domain/document-role.ts';
import type { ParticipantFacts, TeamFacts } from '../domain/register.ts';
import type { ScheduledUnit } from '../domain/scheduled-unit.ts';
import type { UnitNotes, UnitResults } from '../domain/unit-results.ts';

type Json<Value> = ColumnType<Value, RawBuilder<Value>, RawBuilder<Value>>;

/** The schema `results`; see migrations/0001_initial.ts for what each table is for. */
export type ResultsTables = {
  competition: { code: string };
  message: {
    id: string;
    received_at: Date;
    origin: string;
    feed: 'production' | 'test' | null;
    competition: string;
    document_type: string;
    document_subtype: string | null;
    document_subcode: string | null;
    document_code: string;
    version: number;
    version_key: string | null;
    digest: string | null;
    sent_at: string | null;
    outcome: KeptMessage['outcome'];
    reason: string | null;
    remedy: string | null;
    warnings: Json<readonly string[]>;
    object: ObjectId;
    size_bytes: number;
  };
  list: { version_key: string; subject: string; sent_at: string };
  claim: {
    kind: EntityKind;
    code: string;
    version_key: string;
    subject: string;
    is_update: boolean;
    version: number;
    sent_at: string;
    message: string;
    members: readonly string[];
    facts: Json<EntityFacts>;
  };
  document: {
    version_key: string;
    unit: string;
    kind: 'results' | 'play-by-play';
    period: string | null;
    version: number;
    digest: string;
    sent_at: string;
    message: string;
    codes: readonly string[];
    content: Json<DocumentContent>;
  };
  action: {
    unit: string;
    id: string;
    position: number;
    is_withdrawn: boolean;
    is_corrected: boolean;
    document: string | null;
    changed_by: string;
    codes: readonly string[];
    stated: Json<Action>;
    known: Json<Action>;
  };
  unit: { rsc: string; discipline: string; day: string | null; starts_at: string | null; summary: Json<UnitSummary> };
};

export type EntityFacts = ScheduledUnit | ParticipantFacts | TeamFacts;

/** What is kept of the newest message of its key about a unit. */
export type DocumentContent = UnitResults | PlayByPlaySheet;

export type PlayByPlaySheet = {
  readonly status: string | null;
  readonly about: UnitNotes;
  readonly home: string | null;
  readonly away: string | null;
  readonly actions: readonly OdfElement[];
};

import type { ColumnType, RawBuilder } from '@altis/database';
import type { ObjectId } from '@altis/storage';
import type { Action, KeptMessage } from '../contract/index.ts';
import type { EntityKind } from '../domain/document-role.ts';
import type { EntityFacts } from '../domain/entity-facts.ts';
import type { DocumentsTables } from './documents-tables.ts';
import type { FactsTables } from './facts-tables.ts';
import type { FeedTables } from './feed-tables.ts';
import type { PastTables } from './past-tables.ts';
import type { RegisterTables } from './register-tables.ts';
import type { TimingTables } from './timing-tables.ts';

type Json<Value> = ColumnType<Value, RawBuilder<Value>, RawBuilder<Value>>;

/** The schema `results`; see migrations/0001_initial.ts for what each table is for. */
export type ResultsTables = DocumentsTables &
  FactsTables &
  FeedTables &
  PastTables &
  RegisterTables &
  TimingTables & {
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
      source: string | null;
      lag_ms: number | null;
      is_late: boolean;
      taken: ColumnType<number, number | undefined, number | RawBuilder<number>>;
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
  };

import type { ColumnType, RawBuilder } from '@altis/database';
import type { ObjectId } from '@altis/storage';
import type { TableMapping } from '../contract/tables.ts';
import type { TimingDeed } from '../contract/timing.ts';
import type { RaceEntrant } from '../domain/race-list.ts';

type Json<Value> = ColumnType<Value, RawBuilder<Value>, RawBuilder<Value>>;

/** The tables of lists without ODF and of the timing console; see migrations/0006-tables.ts. */
export type TimingTables = {
  table_file: { id: string; name: string; object: ObjectId; received_at: Date };
  table_mapping: { name: string; columns: Json<readonly string[]>; mapping: Json<TableMapping> };
  timed_unit: { unit: string; starters: Json<readonly RaceEntrant[]>; published: number };
  timing_input: {
    unit: string;
    id: string;
    number: ColumnType<number, never, never>;
    at: Date;
    pressed_at: Date;
    offset_ms: number;
    received_at: Date;
    by: string;
    deed: Json<TimingDeed>;
  };
};

import { sql, type RawBuilder } from 'kysely';

/** A value for a `jsonb` column. Needed for arrays and texts, which the driver would take for PostgreSQL's own arrays and texts. */
export function jsonb<Value>(value: Value): RawBuilder<Value> {
  return sql<Value>`${JSON.stringify(value)}::jsonb`;
}

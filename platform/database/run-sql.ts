import { CompiledQuery, type Kysely } from 'kysely';

/**
 * Runs SQL text written by an engine that makes its own statements, on our connection or inside our transaction.
 * Values go in as `$1`, `$2`, … and never into the text.
 */
export async function runSql<Row, Tables>(
  db: Kysely<Tables>,
  text: string,
  values: readonly unknown[] = [],
): Promise<{ rows: Row[]; rowCount: number }> {
  const result = await db.executeQuery<Row>(CompiledQuery.raw(text, [...values]));
  return { rows: result.rows, rowCount: Number(result.numAffectedRows ?? result.rows.length) };
}

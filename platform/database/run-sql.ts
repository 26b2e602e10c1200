import { CompiledQuery, type QueryExecutorProvider } from 'kysely';

/**
 * Runs SQL text written by an engine that makes its own statements, on our connection or inside our transaction.
 * Values go in as `$1`, `$2`, … and never into the text.
 */
export async function runSql(
  db: QueryExecutorProvider,
  text: string,
  values: readonly unknown[] = [],
): Promise<{ rows: Record<string, unknown>[]; rowCount: number }> {
  const query = CompiledQuery.raw(text, [...values]);
  const result = await db.getExecutor().executeQuery<Record<string, unknown>>(query);
  return { rows: result.rows, rowCount: Number(result.numAffectedRows ?? result.rows.length) };
}

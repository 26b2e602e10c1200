import { createHash } from 'node:crypto';
import { errorCodeOf } from '@altis/kernel';
import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type { Pool, PoolClient, QueryResult } from 'pg';

/**
 * A pool for Kysely whose connections parse and plan a statement that comes again and again only once (PostgreSQL manual,
 * PREPARE), which is half of what a short one costs. The texts stay as they are: preparing is only a matter of speed.
 */
export function preparedPool(pool: Pool): PostgresPool {
  const nameOf = nameStatements();
  const clients = new WeakMap<PoolClient, PostgresPoolClient>();
  return {
    connect: async () => {
      const client = await pool.connect();
      const known = clients.get(client) ?? preparingClient(client, nameOf);
      clients.set(client, known);
      return known;
    },
    end: () => pool.end(),
    options: pool.options,
  };
}

function preparingClient(client: PoolClient, nameOf: NameOf): PostgresPoolClient {
  let isOutdated = false;
  const run = async (text: string, values: readonly unknown[]): Promise<QueryResult> => {
    const name = values.length > 0 ? nameOf(text) : undefined;
    try {
      return await client.query({ text, values: [...values], ...(name !== undefined && { name }) });
    } catch (error) {
      // A prepared statement whose table was altered under it stays refused; the next connection knows the table as it is.
      if (name !== undefined && errorCodeOf(error) === featureNotSupported) isOutdated = true;
      throw error;
    }
  };
  return {
    // Kysely was given no cursor, so that all it hands over are texts with values.
    query: run as unknown as PostgresPoolClient['query'],
    release: (destroy) => client.release(destroy === true || isOutdated),
  };
}

/** PostgreSQL manual, appendix A; "cached plan must not change result type" bears it. */
const featureNotSupported = '0A000';

type NameOf = (text: string) => string | undefined;

/** A statement is prepared when it comes for the third time: those with another number of values each time never do. */
const usesBeforePreparing = 3;
/** Each takes some ten kilobytes in each connection. */
const mostPrepared = 200;
const mostCounted = 2_000;
const longestText = 4_000;

/** Gives the statements that come often a name. */
function nameStatements(): NameOf {
  const names = new Map<string, string>();
  const uses = new Map<string, number>();
  return (text) => {
    const known = names.get(text);
    if (known !== undefined || names.size >= mostPrepared || text.length > longestText) return known;
    const count = (uses.get(text) ?? 0) + 1;
    if (count >= usesBeforePreparing) {
      uses.delete(text);
      const name = createHash('sha256').update(text).digest('base64url').slice(0, 20);
      names.set(text, name);
      return name;
    }
    if (uses.size >= mostCounted) uses.clear();
    uses.set(text, count);
    return undefined;
  };
}

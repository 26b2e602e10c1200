import { problem } from '@altis/kernel';
import { escapeIdentifier, types, type ClientConfig } from 'pg';

/** How every connection of Altis is set up, besides where it leads. */
export type ConnectionOptions = {
  /** Shown by `pg_stat_activity`. */
  readonly applicationName: string;
  /** The schema in which unqualified names are looked up, before `public`, where extensions live. */
  readonly schema?: string;
  /** A statement that runs longer is cancelled; 0 means never. */
  readonly statementTimeoutMs?: number;
};

const connectTimeoutMs = 10_000;
const forgottenTransactionTimeoutMs = 60_000;

/** The settings of a `pg` client or pool for a connection address, which may carry parameters of its own. */
export function connectionConfig(url: string, options: ConnectionOptions): ClientConfig {
  const address = parseDatabaseUrl(url);
  if (options.schema !== undefined) {
    const own = address.searchParams.get('options') ?? '';
    address.searchParams.set('options', `${own} -c search_path=${escapeIdentifier(options.schema)},public`.trim());
  }
  return {
    connectionString: address.href,
    application_name: options.applicationName,
    connectionTimeoutMillis: connectTimeoutMs,
    statement_timeout: options.statementTimeoutMs ?? 0,
    idle_in_transaction_session_timeout: forgottenTransactionTimeoutMs,
    keepAlive: true,
    types: { getTypeParser },
  };
}

/** Reads a connection address such as `postgresql://altis:secret@db.example/altis`. */
export function parseDatabaseUrl(url: string): URL {
  // libpq lets an address with a user leave out its host; the standard for URLs does not.
  const address = URL.parse(url.replace('@/', '@localhost/'));
  if (address === null || !['postgres:', 'postgresql:'].includes(address.protocol)) {
    throw problem('INVALID_INPUT', 'DATABASE_URL is not a PostgreSQL connection address.', {
      remedy:
        'Write it as postgresql://user:password@host:5432/database, with special characters of the password percent-encoded.',
    });
  }
  return address;
}

/** The name of the database an address leads to: its path, or else the user's name, as libpq has it. */
export function databaseNameOf(address: URL): string {
  return decodeURIComponent(address.pathname.slice(1)) || decodeURIComponent(address.username);
}

/** `host:port` or the socket's directory: what may be told about an address. */
export function placeOf(address: URL): string {
  return address.searchParams.get('host') ?? `${address.hostname}:${address.port || '5432'}`;
}

const dateOid = 1082;
const bigintOid = 20;

/**
 * Values come as `pg` reads them, with two exceptions: a `date` stays `2026-02-06` (a `Date` would shift it by the server's
 * time zone), and a `bigint` is a number, because counts and sizes are numbers everywhere else.
 */
function getTypeParser(oid: number, format?: 'text' | 'binary'): unknown {
  if (format !== 'binary' && oid === dateOid) return (text: string) => text;
  if (format !== 'binary' && oid === bigintOid) return safeInteger;
  return types.getTypeParser(oid, format);
}

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`The bigint ${text} is beyond 2^53; select it as text.`);
  return value;
}

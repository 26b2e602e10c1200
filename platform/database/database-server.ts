import type { Log } from '@altis/kernel';
import { ensureDatabase } from './ensure-database.ts';
import { joinEmbeddedServer } from './embedded/join-embedded-server.ts';
import { startEmbeddedServer } from './embedded/start-embedded-server.ts';

/** A PostgreSQL that answers at `url`, ours or somebody else's. */
export interface DatabaseServer {
  /** A PostgreSQL connection address; it may hold a password, so it never goes to a log. */
  readonly url: string;
  readonly kind: 'embedded' | 'external';
  /** Stops an embedded server after its last write is on disk; leaves an external one alone. */
  stop(): Promise<void>;
}

/**
 * Gives Altis its database: the server at `url` where one is named, else a PostgreSQL of its own that keeps its files in `directory`.
 * The database named by `url` is created when it is missing and the role may do so.
 * @param options.join Uses the server that another process of Altis runs in `directory`, instead of starting one.
 * @throws Problem that names what is wrong (unreachable, wrong password, too old, directory in use) and the remedy.
 */
export async function startDatabaseServer(options: {
  readonly url?: string | undefined;
  readonly directory: string;
  readonly join?: boolean | undefined;
  readonly log: Log;
}): Promise<DatabaseServer> {
  if (options.url !== undefined && options.url !== '') {
    await ensureDatabase(options.url);
    return { url: options.url, kind: 'external', stop: async () => undefined };
  }
  if (options.join === true) {
    const { url } = await joinEmbeddedServer(options.directory);
    await ensureDatabase(url);
    return { url, kind: 'external', stop: async () => undefined };
  }
  const server = await startEmbeddedServer({ directory: options.directory, log: options.log, durable: true });
  try {
    await ensureDatabase(server.url);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { ...server, kind: 'embedded' };
}

import { messageOf, type Log } from '@altis/kernel';
import { sql, type Kysely } from 'kysely';
import pg from 'pg';
import { connectionConfig } from './connection.ts';

export interface Listener {
  close(): Promise<void>;
}

export type ListenOptions = {
  readonly server: { readonly url: string };
  readonly channel: string;
  readonly onNotice: (payload: string) => void;
  /** Called after a broken connection was made again: notices may have been missed, so look for yourself. */
  readonly onReconnect?: () => void;
  readonly log: Log;
};

const firstRetryMs = 100;
const longestRetryMs = 5_000;
const heartbeatMs = 30_000;

/** Receives the notices of a channel on a connection of its own, which is made again whenever it breaks. Resolves once it listens. */
export async function listen(options: ListenOptions): Promise<Listener> {
  const closed = new AbortController();
  let client = await connect(options, reconnect);

  function reconnect(reason: string): void {
    if (closed.signal.aborted) return;
    options.log.warn({ channel: options.channel, reason }, 'The connection that listens to the database broke.');
    void keepTrying(options, closed.signal, reconnect).then((made) => {
      if (made === undefined) return;
      client = made;
      options.onReconnect?.();
    });
  }

  return {
    close: async () => {
      closed.abort();
      await client.end();
    },
  };
}

/** Sends a notice to all listeners of a channel once the transaction is kept. The payload has at most 7,999 bytes. */
export async function notify<Tables>(db: Kysely<Tables>, channel: string, payload: string): Promise<void> {
  await sql`select pg_notify(${channel}, ${payload})`.execute(db);
}

async function keepTrying(
  options: ListenOptions,
  closed: AbortSignal,
  onBreak: (reason: string) => void,
): Promise<pg.Client | undefined> {
  for (let waitMs = firstRetryMs; !closed.aborted; waitMs = Math.min(waitMs * 2, longestRetryMs)) {
    await new Promise((resolve) => setTimeout(resolve, waitMs).unref());
    try {
      const client = await connect(options, onBreak);
      if (!closed.aborted) return client;
      await client.end();
    } catch (error) {
      options.log.debug(
        { channel: options.channel, reason: messageOf(error) },
        'The database cannot be listened to yet.',
      );
    }
  }
  return undefined;
}

async function connect(options: ListenOptions, onBreak: (reason: string) => void): Promise<pg.Client> {
  const client = new pg.Client(
    connectionConfig(options.server.url, { applicationName: `altis/listen ${options.channel}` }),
  );
  let reason = 'it was closed';
  client.on('error', (error) => (reason = error.message));
  client.on('notification', (notice) => options.onNotice(notice.payload ?? ''));
  try {
    await client.connect();
    await client.query(`listen ${pg.escapeIdentifier(options.channel)}`);
  } catch (error) {
    await client.end();
    throw error;
  }
  // A server that vanished without a word is noticed only by talking to it.
  const heartbeat = setInterval(() => {
    client.query('select 1').catch((error: unknown) => {
      reason = messageOf(error);
      void client.end();
    });
  }, heartbeatMs).unref();
  client.once('end', () => {
    clearInterval(heartbeat);
    onBreak(reason);
  });
  return client;
}

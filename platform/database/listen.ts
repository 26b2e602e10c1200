import { setTimeout as delay } from 'node:timers/promises';
import { messageOf, type Log } from '@altis/kernel';
import { sql, type QueryExecutorProvider } from 'kysely';
import { Client, escapeIdentifier } from 'pg';
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
  const { channel, log } = options;
  const closed = new AbortController();
  let { client, broken } = await connect(options);
  const watching = watch();

  async function watch(): Promise<void> {
    for (;;) {
      const reason = await broken;
      if (closed.signal.aborted) return;
      log.warn({ channel, reason }, 'The connection that listens to the database broke.');
      const made = await connectPatiently(options, closed.signal);
      if (made === undefined) return;
      ({ client, broken } = made);
      options.onReconnect?.();
    }
  }

  return {
    close: async () => {
      closed.abort();
      await client.end();
      await watching;
    },
  };
}

/** Sends a notice to all listeners of a channel once the transaction is kept. The payload has at most 7,999 bytes. */
export async function notify(db: QueryExecutorProvider, channel: string, payload: string): Promise<void> {
  await sql`select pg_notify(${channel}, ${payload})`.execute(db);
}

type Connection = {
  readonly client: Client;
  /** Resolves with the reason when the connection has ended. */ readonly broken: Promise<string>;
};

async function connectPatiently(options: ListenOptions, closed: AbortSignal): Promise<Connection | undefined> {
  for (let waitMs = firstRetryMs; !closed.aborted; waitMs = Math.min(waitMs * 2, longestRetryMs)) {
    await delay(waitMs, undefined, { signal: closed }).catch(() => undefined);
    try {
      const connection = await connect(options);
      if (!closed.aborted) return connection;
      await connection.client.end();
    } catch (error) {
      options.log.debug(
        { channel: options.channel, reason: messageOf(error) },
        'The database cannot be listened to yet.',
      );
    }
  }
  return undefined;
}

async function connect({ server, channel, onNotice }: ListenOptions): Promise<Connection> {
  const client = new Client(connectionConfig(server.url, { applicationName: `altis/listen ${channel}` }));
  let reason = 'it was closed';
  client.on('error', (error) => (reason = error.message));
  client.on('notification', (notice) => onNotice(notice.payload ?? ''));
  const ended = new Promise<void>((resolve) => client.once('end', resolve));
  try {
    await client.connect();
    await client.query(`listen ${escapeIdentifier(channel)}`);
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
  const broken = ended.then(() => {
    clearInterval(heartbeat);
    return reason;
  });
  return { client, broken };
}

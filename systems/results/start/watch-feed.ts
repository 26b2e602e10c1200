import { setTimeout as delay } from 'node:timers/promises';
import { announce } from '@altis/events';
import { runInTransaction } from '@altis/database';
import { messageOf } from '@altis/kernel';
import type { FeedState } from '../contract/index.ts';
import type { ResultsRoom } from '../routes/intake/intake.ts';
import { readSources } from '../routes/feed/read-sources.ts';

const lookEveryMs = 5_000;

/** Looks whether every source still sends, and tells log and open pages where one falls silent or is there again. */
export function watchFeed(room: ResultsRoom): () => Promise<void> {
  const stopping = new AbortController();
  const states = new Map<string, FeedState>();
  const watching = watch();
  return async () => {
    stopping.abort();
    await watching;
  };

  async function watch(): Promise<void> {
    for (;;) {
      await delay(lookEveryMs, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);
      if (stopping.signal.aborted) return;
      await look().catch((error: unknown) =>
        room.log.warn({ reason: messageOf(error) }, 'The state of the feed could not be read; trying on'),
      );
    }
  }

  async function look(): Promise<void> {
    let hasChanged = false;
    for (const { feed, source, state, keepAlive } of await readSources(room)) {
      const key = `${feed} ${source}`;
      const before = states.get(key);
      states.set(key, state);
      if (before === state) continue;
      hasChanged ||= before !== undefined || state === 'silent';
      const about = { feed, source, missed: keepAlive.missed };
      if (state === 'silent') room.log.warn(about, 'A source of the results feed is silent');
      if (before === 'silent') room.log.info(about, 'A source of the results feed is there again');
    }
    if (hasChanged) await runInTransaction(room.db, (trx) => announce(trx, 'results.feed'));
  }
}

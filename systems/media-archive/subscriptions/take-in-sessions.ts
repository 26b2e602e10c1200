import type { Transaction } from '@altis/database';
import { on, type Subscription } from '@altis/events';
import { newId } from '@altis/kernel';
import { SessionPrepared } from '@altis/media-description/contract';
import type { Room } from '@altis/system';
import { assetOfSession } from '../domain/asset-of-session.ts';
import { enqueueProbe } from '../jobs/probe-item.ts';
import { announceItem } from '../store/announce-item.ts';
import { findAsset, lockItemOfSession, lockName, writeItem } from '../store/items.ts';
import type { Tables } from '../store/tables.ts';

/** Keeps the whole recording of every session. One that was imported before becomes the session's. */
export function takeInSessions(room: Room<Tables>): readonly Subscription<Tables>[] {
  return [
    on(SessionPrepared, async ({ payload }, trx: Transaction<Tables>) => {
      await lockName(trx, payload.original);
      const imported = await findAsset(trx, payload.original);
      const known =
        (await lockItemOfSession(trx, payload.session)) ?? (imported?.session === null ? imported : undefined);
      const item = assetOfSession(known, payload, { id: newId('item'), atMs: room.clock.now() });
      await writeItem(trx, item);
      await enqueueProbe(room, trx, item);
      await announceItem(trx, item.id);
    }),
  ];
}

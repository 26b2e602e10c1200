import type { Transaction } from '@altis/database';
import { announce } from '@altis/events';
import type { Tables } from './tables.ts';

/** Tells open pages that an item is new or changed. */
export async function announceItem(trx: Transaction<Tables>, id: string): Promise<void> {
  await announce(trx, 'media-archive.items');
  await announce(trx, `media-archive.item.${id}`);
}

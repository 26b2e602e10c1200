import { implementContract } from '@altis/http';
import { isId, problem } from '@altis/kernel';
import type { Room } from '@altis/system';
import { mediaArchive } from '../contract/index.ts';
import { isShown, type ShownItem } from '../domain/item.ts';
import { findItem } from '../store/items.ts';
import type { Tables } from '../store/tables.ts';
import { presentItemDetail } from './present-item.ts';

const os = implementContract(mediaArchive.contract).items;

export function itemRoutes(room: Room<Tables>) {
  return {
    read: os.read.handler(async ({ input }) => presentItemDetail(await requireItem(room, input.id))),
  };
}

/** The item, also one that was withdrawn: its page says so. Throws NOT_FOUND while there is nothing to show. */
export async function requireItem(room: Room<Tables>, id: string): Promise<ShownItem> {
  const item = isId('item', id) ? await findItem(room.db, id) : undefined;
  if (isShown(item)) return item;
  throw problem('NOT_FOUND', `There is no item ${id.slice(0, 60)} in the archive.`, {
    remedy: 'Search for it: its address may be from another installation.',
  });
}

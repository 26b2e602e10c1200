import type { Transaction } from '@altis/database';
import { on, type Subscription } from '@altis/events';
import { newId } from '@altis/kernel';
import { ClipCut, MomentNamed, MomentWithdrawn, type Moment } from '@altis/media-description/contract';
import type { Room } from '@altis/system';
import type { Item } from '../domain/item.ts';
import { takeMoment, type MomentChange, type ToldMoment } from '../domain/take-moment.ts';
import { enqueueProbe } from '../jobs/probe-item.ts';
import { announceItem } from '../store/announce-item.ts';
import { lockItemOfMoment, writeItem } from '../store/items.ts';
import type { Tables } from '../store/tables.ts';

/** Keeps the clip of every moment, as its description is now, in whatever order that is told. */
export function takeInMoments(room: Room<Tables>): readonly Subscription<Tables>[] {
  const takeIn = async (trx: Transaction<Tables>, told: ToldMoment): Promise<void> => {
    const known = await lockItemOfMoment(trx, told.moment.id);
    const { item, change } = takeMoment(known, told, { id: newId('item'), atMs: room.clock.now() });
    if (change === 'none') return;
    await writeItem(trx, item);
    if (item.media !== null && item.media !== known?.media) await enqueueProbe(room, trx, item);
    if (change === 'noted') return;
    await announceItem(trx, item.id);
    await recordChange(room, trx, item, change, told.moment);
  };
  return [
    on(MomentNamed, ({ payload }, trx: Transaction<Tables>) => takeIn(trx, { moment: payload })),
    on(MomentWithdrawn, ({ payload }, trx: Transaction<Tables>) => takeIn(trx, { moment: payload })),
    on(ClipCut, ({ payload }, trx: Transaction<Tables>) => takeIn(trx, payload)),
  ];
}

/** The audit names the message and its version that a correction or a withdrawal rests on. */
async function recordChange(
  room: Room<Tables>,
  trx: Transaction<Tables>,
  item: Item,
  change: MomentChange,
  { id, revision, source }: Moment,
): Promise<void> {
  if (change !== 'corrected' && change !== 'withdrawn' && change !== 'restored') return;
  await room.audit.record(trx, {
    actor: { kind: 'system', name: room.name },
    action: `item.${change}`,
    subject: { kind: 'archive-item', id: item.id },
    details: { moment: id, revision },
    ...(source.kind === 'message' ? { cause: { message: source.message, version: String(source.version) } } : {}),
  });
}

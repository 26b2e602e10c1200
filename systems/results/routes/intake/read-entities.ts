import { createHash } from 'node:crypto';
import type { StreamItem } from '@altis/odf';
import { flawOfFault } from '../../domain/flaw.ts';
import { Refusal, type Intake } from './intake.ts';

export type Entity = Extract<StreamItem, { kind: 'entity' }>;

/**
 * Reads a message to its end, entity by entity, however large it is.
 * @throws Refusal where it turns out to be no whole message.
 */
export async function readEntities(
  { items, header }: Intake,
  take: (entity: Entity) => Promise<void>,
): Promise<{ digest: string; warnings: string[] }> {
  const hash = createHash('sha256').update(header.resultStatus ?? '');
  const warnings: string[] = [];
  for await (const item of items) {
    if (item.kind === 'fault') throw new Refusal(flawOfFault(item.fault), header);
    if (item.kind === 'end') warnings.push(...item.warnings.map(({ path, message }) => `${path}: ${message}`));
    if (item.kind !== 'entity') continue;
    hash.update(JSON.stringify(item.element));
    await take(item);
  }
  return { digest: hash.digest('hex'), warnings };
}

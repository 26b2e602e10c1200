import { problem } from '@altis/kernel';
import type { TableTarget, UnitSummary } from '../../contract/index.ts';
import type { UnsentMessage } from '../../domain/compose-race-list.ts';
import type { RaceList } from '../../domain/race-list.ts';
import { findUnitMessage } from '../../store/find-unit-message.ts';
import { listInputs } from '../../store/timing.ts';
import { findUnits } from '../../store/units.ts';
import type { ResultsRoom } from '../intake/intake.ts';
import { otherSender } from '../write-odf.ts';

type WhatStands = {
  readonly replaces: { readonly day: string | null; readonly version: number } | null;
  readonly sender: string | null;
};

/** What stands where a list would be written, for somebody to confirm. */
export async function whatStands(
  room: ResultsRoom,
  list: RaceList,
  messages: readonly UnsentMessage[],
  target: TableTarget,
): Promise<WhatStands> {
  let sender: string | null = null;
  for (const message of messages) sender ??= await otherSender(room, message);
  return { replaces: await replacedBy(room, list, target), sender };
}

/** @throws Problem CONFLICT where a new event has the name of one that stands. */
export async function requireFree(room: ResultsRoom, list: RaceList, target: TableTarget): Promise<void> {
  const stands = await replacedBy(room, list, target);
  if (stands === null) return;
  throw problem('CONFLICT', `There is a list of "${list.event.name}" already, of ${stands.day ?? 'no day'}.`, {
    remedy: 'Give the new event another name, or confirm that its list is replaced.',
  });
}

/**
 * The same name makes the same code: so a list of another day, or results, may be meant to stay. A start list once more
 * puts one right, and takes nothing from what is timed.
 */
async function replacedBy(
  { db }: ResultsRoom,
  { units, kind }: RaceList,
  { event, day }: TableTarget,
): Promise<WhatStands['replaces']> {
  if (event.rsc !== null) return null;
  const standing = await findUnits(
    db,
    units.map(({ rsc }) => rsc),
  );
  for (const stands of standing.values()) {
    const replaced = await replacedUnit(db, stands, kind, day);
    if (replaced !== null) return replaced;
  }
  return null;
}

async function replacedUnit(
  db: ResultsRoom['db'],
  stands: UnitSummary,
  kind: RaceList['kind'],
  day: string,
): Promise<WhatStands['replaces']> {
  const hasResults = stands.resultStatus !== null && stands.resultStatus !== 'START_LIST';
  if (stands.day === day) {
    if (!hasResults) return null;
    if (kind === 'start-list' && (await listInputs(db, stands.rsc)).length > 0) return null;
  }
  return { day: stands.day, version: (await findUnitMessage(db, stands.rsc))?.version ?? 0 };
}

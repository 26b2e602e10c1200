import type { Transaction } from '@altis/database';
import { announce, publish, publishAll } from '@altis/events';
import {
  ActionCorrected,
  ActionRecorded,
  ActionWithdrawn,
  FactRecorded,
  FactWithdrawn,
  type Fact,
  type StatedFact,
} from '../contract/index.ts';
import { findMessage } from '../store/find-messages.ts';
import { presentFacts } from '../store/facts.ts';
import type { RebuildSchemas } from '../store/rebuild.ts';
import { listRebuiltActions, listRebuiltFacts, listRebuiltSubjects } from '../store/rebuilt-changes.ts';
import type { ResultsTables } from '../store/tables.ts';
import { findUnits } from '../store/units.ts';

type Trx = Transaction<ResultsTables>;

const types = { recorded: ActionRecorded, corrected: ActionCorrected, withdrawn: ActionWithdrawn };

/** Tells other systems what differs in what was made anew from what they were told before, and wakes open pages. */
export async function tellDifferences(trx: Trx, schemas: RebuildSchemas): Promise<void> {
  const actions = await listRebuiltActions(trx, schemas);
  const facts = await listRebuiltFacts(trx, schemas);
  const rows = [...facts.told, ...facts.withdrawn];
  const units = await findUnits(trx, [
    ...new Set([...actions.map(({ action }) => action.unit), ...rows.map(({ subject }) => subject)]),
  ]);
  const sources = [...actions.map(({ source }) => source.message), ...rows.map(({ message }) => message)];
  const competitions = await competitionsOf(trx, sources);
  const about = (unit: string, message: string) => {
    return { competition: competitions.get(message) ?? '', unitName: units.get(unit)?.name ?? {} };
  };

  for (const { change, action, source } of actions)
    await publish(trx, types[change], { ...about(action.unit, source.message), action, source });
  const stated = (fact: Fact): StatedFact => ({ ...about(fact.unit, fact.source.message), fact });
  await publishAll(trx, FactRecorded, (await presentFacts(trx, facts.told)).map(stated));
  await publishAll(trx, FactWithdrawn, (await presentFacts(trx, facts.withdrawn)).map(stated));
  await wakePages(trx, schemas);
}

/** The Games that messages are of. */
async function competitionsOf(trx: Trx, messages: readonly string[]): Promise<Map<string, string>> {
  const competitions = new Map<string, string>();
  for (const id of new Set(messages)) competitions.set(id, (await findMessage(trx, id))?.kept.competition ?? '');
  return competitions;
}

async function wakePages(trx: Trx, schemas: RebuildSchemas): Promise<void> {
  const { units, events } = await listRebuiltSubjects(trx, schemas);
  for (const unit of units) await announce(trx, `results.unit.${unit}`);
  for (const event of events) await announce(trx, `results.event.${event}`);
  for (const what of ['units', 'medals', 'register', 'messages', 'feed']) await announce(trx, `results.${what}`);
}

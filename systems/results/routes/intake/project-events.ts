import { isDeepStrictEqual } from 'node:util';
import { announce } from '@altis/events';
import { summariseEvent } from '../../domain/event-summary.ts';
import { findDocumentsAbout } from '../../store/documents.ts';
import { deleteEvent, findEvents, findUnitsOfEvents, writeEvent } from '../../store/events.ts';
import { lockEvents } from '../../store/lock.ts';
import { listMedals } from '../../store/medals.ts';
import { findCodeNames } from '../../store/names.ts';
import type { Intake } from './intake.ts';
import { projectFoundEvents } from './project-places.ts';

/** Brings events up to date with their units, medals and code tables. */
export async function projectEvents({ trx }: Intake, codes: readonly string[]): Promise<void> {
  const events = [...new Set(codes)].sort();
  if (events.length === 0) return;
  await lockEvents(trx, events);
  const units = await findUnitsOfEvents(trx, events);
  const names = await findCodeNames(trx, 'event', events);
  const before = await findEvents(trx, events);
  const documents = await findDocumentsAbout(trx, events, ['standing', 'medallists']);
  const renamed: string[] = [];
  let hasChanged = false;
  for (const rsc of events) {
    const about = documents.filter((document) => document.about.includes(rsc));
    const medallists = about.flatMap((document) =>
      document.kind === 'medallists' ? document.content.filter(({ event }) => event === rsc) : [],
    );
    const summary = summariseEvent(rsc, {
      units: units.get(rsc) ?? [],
      name: names.get(rsc),
      statedName: medallists.find(({ name }) => name !== null)?.name ?? null,
      hasMedallists: medallists.length > 0,
      hasGold:
        medallists.length > 0 && (await listMedals(trx, { event: rsc })).some(({ facts }) => facts.medal === 'gold'),
    });
    if (isDeepStrictEqual(summary, before.get(rsc))) continue;
    hasChanged = true;
    if (!isDeepStrictEqual(summary?.name, before.get(rsc)?.name)) renamed.push(rsc);
    if (summary === undefined) await deleteEvent(trx, rsc);
    else await writeEvent(trx, summary);
    await announce(trx, `results.event.${rsc}`);
  }
  await projectFoundEvents(trx, renamed);
  if (hasChanged) await announce(trx, 'results.units');
}

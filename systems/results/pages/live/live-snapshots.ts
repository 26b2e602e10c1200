import type { z } from 'zod';
import { EventDetail, results, UnitDetail } from '../../contract/index.ts';

/** A public snapshot: its name, and the shape of what it says. */
export type LiveSnapshot<Data> = { readonly name: string; readonly schema: z.ZodType<Data> };

const { medals, schedule } = results.contract;

/** The snapshots that a page can follow with `useLive`: `useLive(liveSnapshots.unit(rsc))`. */
export const liveSnapshots = {
  unit: (rsc: string) => snapshotOf(`units/${rsc}`, UnitDetail),
  event: (rsc: string) => snapshotOf(`events/${rsc}`, EventDetail),
  /** The units of a logical day, `YYYY-MM-DD`, of all disciplines and venues. */
  day: (day: string) => snapshotOf(`days/${day}`, outputOf(schedule.day)),
  schedule: () => snapshotOf('schedule', outputOf(schedule.days)),
  medals: () => snapshotOf('medals', outputOf(medals.table)),
  medalList: () => snapshotOf('medals/list', outputOf(medals.list)),
} as const;

function snapshotOf<Data>(name: string, schema: z.ZodType<Data>): LiveSnapshot<Data> {
  return { name, schema };
}

/** What a route of the contract answers. */
function outputOf<Schema>(route: { readonly '~orpc': { readonly outputSchema?: Schema } }): Schema {
  const { outputSchema } = route['~orpc'];
  if (outputSchema === undefined) throw new Error('This route of the contract says nothing of its answer.');
  return outputSchema;
}

import type { Client } from '@altis/kernel';
import type { results } from '../contract/index.ts';

/** What a snapshot shows, and when it has to be read again. */
export type SnapshotSource = {
  /** How it is read: as a visitor reads it from the contract. */
  readonly read: (api: Client<typeof results.contract>) => Promise<unknown>;
  readonly topics: readonly SnapshotTopic[];
};

/** An announcement that it may have changed, and how long others are waited for before it is read again. */
type SnapshotTopic = { readonly topic: string; readonly waitMs: number };

const rsc = '[A-Z0-9.+_-]{34}';

/**
 * The snapshots there are. Units change fast and are read soon; what gathers many units waits for more of their changes.
 * Names change seldom, and then many snapshots at once.
 */
const kinds: readonly { readonly name: RegExp; readonly source: (part: string) => SnapshotSource }[] = [
  {
    name: new RegExp(`^units/(${rsc})$`),
    source: (unit) => ({
      read: (api) => api.units.read({ rsc: unit }),
      topics: [soon(`results.unit.${unit}`), seldom(`results.weather.${unit.slice(0, 3)}`), seldom('results.register')],
    }),
  },
  {
    name: new RegExp(`^events/(${rsc})$`),
    source: (event) => ({
      read: (api) => api.events.read({ rsc: event }),
      topics: [soon(`results.event.${event}`), gathered('results.units'), seldom('results.register')],
    }),
  },
  {
    name: /^days\/(\d{4}-\d\d-\d\d)$/,
    source: (day) => ({
      read: (api) => api.schedule.day({ day }),
      topics: [gathered('results.units'), seldom('results.register')],
    }),
  },
  {
    name: /^(schedule)$/,
    source: () => ({ read: (api) => api.schedule.days(), topics: [gathered('results.units')] }),
  },
  {
    name: /^(medals)$/,
    source: () => ({
      read: (api) => api.medals.table({}),
      topics: [soon('results.medals'), seldom('results.register')],
    }),
  },
  {
    name: /^(medals\/list)$/,
    source: () => ({
      read: (api) => api.medals.list({}),
      topics: [soon('results.medals'), seldom('results.register')],
    }),
  },
];

/** What is behind the name of a snapshot, `units/<rsc>`, `events/<rsc>`, `days/<YYYY-MM-DD>`, `schedule`, `medals` or `medals/list`. */
export function snapshotSource(name: string): SnapshotSource | undefined {
  for (const kind of kinds) {
    const part = kind.name.exec(name)?.[1];
    if (part !== undefined) return kind.source(part);
  }
  return undefined;
}

function soon(topic: string): SnapshotTopic {
  return { topic, waitMs: 100 };
}

function gathered(topic: string): SnapshotTopic {
  return { topic, waitMs: 300 };
}

function seldom(topic: string): SnapshotTopic {
  return { topic, waitMs: 2_000 };
}

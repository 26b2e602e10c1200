import type { ScheduleSaid } from './tell-schedule.ts';
import type { ActionsSaid } from './tell-actions.ts';
import type { CommunicationSaid, MedalsSaid, RecordsSaid } from './tell-event.ts';
import type { ResultsSaid } from './tell-results.ts';

/**
 * What one message says about one unit, phase or event, as far as facts follow from it. Plain data, a fraction of the
 * message; to be kept for each version, so that facts can be told again when an older version comes late.
 */
export type Telling = TellingPlace & {
  /** RSC of the unit, phase or event. */
  readonly subject: string;
  /** Id of the message, as the caller calls it. */
  readonly message: string;
  readonly said: Said;
};

/** Where a telling stands among others; see `orderTellings`. */
export type TellingPlace = {
  /** See `versionKey`. */
  readonly versionKey: string;
  readonly version: number;
  /** Header Date and Time, see `sendingTime`. */
  readonly sentAt: string;
};

export type Said = ResultsSaid | ActionsSaid | MedalsSaid | RecordsSaid | CommunicationSaid | ScheduleSaid;

/** Tellings of one subject and strand make one story; strands do not depend on each other. */
export type Strand = Said['kind'];

/**
 * Tellings in the order of their versions: within a key by Version; between keys by header Date and Time, where a version
 * counts as sent no earlier than those before it. Of two with the same key and Version the first one stays. The outcome
 * does not depend on the order in which they are given otherwise.
 */
export function orderTellings<Place extends TellingPlace>(tellings: readonly Place[]): Place[] {
  const byKey = Map.groupBy(tellings, ({ versionKey }) => versionKey);
  const placed = [...byKey.values()].flatMap((ofKey) => {
    let sentAt = '';
    return ofKey
      .toSorted((left, right) => left.version - right.version)
      .filter((telling, index, all) => telling.version !== all[index - 1]?.version)
      .map((telling) => {
        if (telling.sentAt > sentAt) sentAt = telling.sentAt;
        return { telling, place: { ...telling, sentAt } };
      });
  });
  return placed.toSorted((left, right) => comparePlaces(left.place, right.place)).map(({ telling }) => telling);
}

/** Order of two tellings whose `sentAt` is that in which they count as sent. */
export function comparePlaces(left: TellingPlace, right: TellingPlace): number {
  return (
    compare(left.sentAt, right.sentAt) || compare(left.versionKey, right.versionKey) || left.version - right.version
  );
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

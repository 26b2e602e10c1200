import type { Moment } from '../contract/moment.ts';

/** Whether a correction changed anything that people see; where the message alone is newer, nothing did. */
export function isSameMoment(one: Moment, other: Moment): boolean {
  const essence = ({ revision: _revision, source: _source, ...rest }: Moment): string => JSON.stringify(sorted(rest));
  return essence(one) === essence(other);
}

/** With keys in order: a moment that came from the database has them in the database's. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, part]) => [key, sorted(part)]),
  );
}

import type { Encoding, Snapshot } from './snapshot.ts';

/**
 * The entity tag of a snapshot in an encoding: strong (RFC 9110, clause 8.8.3), since it says which bytes are sent, and
 * the same in every process.
 */
export function etagOf({ revision }: Snapshot, encoding: Encoding): string {
  return encoding === 'identity' ? `"${revision}"` : `"${revision}-${encoding}"`;
}

/** Something may change twice within a second, and no date can tell; so a date is told once that second is over. */
const dateIsCertainAfterMs = 2_000;

/** When the snapshot changed last, in milliseconds to the second; undefined while it could change again without a new date (clause 8.8.2). */
export function lastModifiedMs({ changedAtMs }: Snapshot, nowMs: number): number | undefined {
  return nowMs - changedAtMs < dateIsCertainAfterMs ? undefined : Math.floor(changedAtMs / 1000) * 1000;
}

const preference: readonly Encoding[] = ['br', 'gzip'];

/** The encoding to send by Accept-Encoding (RFC 9110, clause 12.5.3): the best that is accepted, otherwise none. */
export function acceptedEncoding(header: string | undefined): Encoding {
  if (header === undefined) return 'identity';
  const weights = new Map(
    header.split(',').map((part) => {
      const [coding = '', ...parameters] = part.split(';').map((each) => each.trim().toLowerCase());
      const weight = parameters.find((each) => each.startsWith('q='))?.slice(2);
      return [coding, weight === undefined ? 1 : Number(weight)];
    }),
  );
  return preference.find((encoding) => (weights.get(encoding) ?? weights.get('*') ?? 0) > 0) ?? 'identity';
}

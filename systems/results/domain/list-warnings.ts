import { timeAsWritten } from '@altis/odf';

/** What of a list or update does not count, by what others said at which time of sending. */
export type Overruling = {
  /** When the list was sent that holds instead of it. */
  readonly bySentAt: string | null;
  /** How many of its entities updates speak of that were sent after it. */
  readonly updated: number;
};

/**
 * What a person has to know of a list or update that others overrule. Times in headers are local, so in the hour that
 * clocks repeat in autumn a newer message that was long on its way may look older.
 */
export function warnOfOverruling(sentAt: string, { bySentAt, updated }: Overruling): string[] {
  const sent = timeAsWritten(sentAt);
  const ifNewer =
    'If it is newer, as it may be in the hour that clocks repeat in autumn, send it again with a later Time.';
  if (bySentAt !== null)
    return [
      `By its Date and Time (${sent}) it was not sent after the list that holds (${timeAsWritten(bySentAt)}): nothing in it counts. ${ifNewer}`,
    ];
  if (updated === 0) return [];
  return [`By its Date and Time (${sent}) it was sent before updates, which hold over it for ${updated}. ${ifNewer}`];
}

/** An update says something else than another of its version: of each entity the first that named it counts. */
export function warnOfSameVersion(version: number, leftAlone: readonly string[]): string {
  const others = leftAlone.length > named ? `, and ${leftAlone.length - named} more` : '';
  const first = `Another update of version ${version} was taken in before and says something else. Each update needs a higher Version.`;
  return leftAlone.length === 0
    ? `${first} They name different things, so both count.`
    : `${first} What the first one says of these holds: ${leftAlone.slice(0, named).join(', ')}${others}.`;
}

const named = 10;

/**
 * A date or year of birth as YYYY-MM-DD or YYYY; null where nothing is written, undefined where it is none. Reads
 * `1998`, `1998-03-21`, `21.3.1998`, `21/03/1998`, `1998年3月21日`, and the number of a day as
 * which spreadsheets keep it (`35875`); the day stands before the month.
 */
export function readDate(text: string): string | null | undefined {
  const plain = text
    .trim()
    .normalize('NFKC')
    .replace(/ 00:00.*$/, '');
  if (plain === '') return null;
  if (/^(19|20)\d\d(\.0)?$/.test(plain)) return plain.slice(0, 4);
  // Days since the end of 1899, of births from 1954 on.
  if (/^[2-4]\d{4}$/.test(plain)) {
    return new Date(Date.UTC(1899, 11, 30) + Number(plain) * 86_400_000).toISOString().slice(0, 10);
  }
  const [, year, month, day] = /^(\d{4})[-/.年]\s?(\d{1,2})[-/.月]\s?(\d{1,2})日?$/.exec(plain) ?? [];
  if (year !== undefined) return dateOf(year, month, day);
  const [, first, second, last] = /^(\d{1,2})[-/.]\s?(\d{1,2})[-/.]\s?(\d{4})$/.exec(plain) ?? [];
  return last === undefined ? undefined : dateOf(last, second, first);
}

function dateOf(year = '', month = '', day = ''): string | undefined {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const read = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(date) ? date : undefined;
}

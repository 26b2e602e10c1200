/**
 * A time of day as hh:mm:ss; null where nothing is written, undefined where it is none. Reads `10:05`, `10.05`, `10h05`,
 * `10:05:30`, `1:05 PM`, what stands after a day, and the part of a day as which spreadsheets keep it (`0.4375`, at noon
 * `0.5`). `0.25` is a quarter of a day; where the column parts hours by dots (`isDotted`), it is 25 minutes past midnight.
 */
export function readTimeOfDay(text: string, isDotted = false): string | null | undefined {
  if (text === '') return null;
  if (/^0?[.,]\d{1,17}$/.test(text) && !(isDotted && /^0\.\d\d$/.test(text))) {
    const seconds = Math.round(Number(text.replace(',', '.')) * 86_400);
    return seconds < 86_400 ? new Date(seconds * 1000).toISOString().slice(11, 19) : undefined;
  }
  const [, written, minute, second = '00', half] =
    /^(?:\d{4}-\d\d-\d\d[T ])?(\d{1,2})[:.hH](\d\d)(?:[:.](\d\d)(?:[.,]\d+)?)?\s*(?:h|Uhr|([ap])\.?m\.?)?$/i.exec(
      text,
    ) ?? [];
  if (written === undefined || (half !== undefined && (Number(written) < 1 || Number(written) > 12))) return undefined;
  const hour = half === undefined ? Number(written) : (Number(written) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  const isTime = hour < 24 && Number(minute) < 60 && Number(second) < 60;
  return isTime ? `${String(hour).padStart(2, '0')}:${minute}:${second}` : undefined;
}

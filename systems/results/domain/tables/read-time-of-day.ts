/**
 * A time of day as hh:mm:ss; null where nothing is written, undefined where it is none. Reads `10:05`, `10.05`, `10h05`,
 * `10:05:30`, what stands after a day, and the part of a day as which spreadsheets keep it (`0.4375`).
 */
export function readTimeOfDay(text: string): string | null | undefined {
  if (text === '') return null;
  if (/^0?[.,]\d{2,17}$/.test(text)) {
    const seconds = Math.round(Number(text.replace(',', '.')) * 86_400);
    return seconds < 86_400 ? new Date(seconds * 1000).toISOString().slice(11, 19) : undefined;
  }
  const [, hour, minute, second = '00'] =
    /^(?:\d{4}-\d\d-\d\d[T ])?(\d{1,2})[:.hH](\d\d)(?:[:.](\d\d)(?:[.,]\d+)?)?\s*(?:h|Uhr)?$/.exec(text) ?? [];
  const isTime = hour !== undefined && Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60;
  return isTime ? `${hour.padStart(2, '0')}:${minute}:${second}` : undefined;
}

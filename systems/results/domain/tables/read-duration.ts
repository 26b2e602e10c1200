import { hasPartsOfDay } from './parts-of-day.ts';

/** A duration with the number of decimals that its seconds were written with. */
export type Duration = { readonly ms: number; readonly decimals: number };

const separated =
  /^(?:(\d{1,3})[:hH]\s?)?(\d{1,3})\s?[:mM'′’]\s?(\d{1,2})(?:\s?(?:[.,:"″]|''|′′)\s?(\d{1,6}))?\s?(?:s|["″]|''|′′)?$/;
/** Minutes and seconds as some write them where decimals have a comma: `1.02,34`. */
const dotted = /^(\d{1,3})\.([0-5]\d),(\d{1,6})$/;
const partOfDay = /^0?[.,]\d{1,20}$/;
const plainSeconds = /^(\d{1,6})(?:[.,](\d{1,20}))?\s?(?:s|sec|["″])?$/;

/**
 * Reads a time as lists write it: `1:02.3`, `62,3`, `01:02:03.45`, `1h02'03"4`, `1.02,34`, `62.3 s`, or as a part of a day
 * (`0.000721527`; with few decimals only where `isOfDay`, because the column has such times: see {@link hasPartsOfDay}). With
 * two parts these are minutes and seconds, alone they are seconds. Decimals beyond milliseconds are cut off. Undefined for all else.
 */
export function readDuration(text: string, isOfDay = false): Duration | undefined {
  const plain = toWesternDigits(text.trim());
  const [, hours, minutes, rest, fraction] = separated.exec(plain) ?? [];
  if (minutes !== undefined && rest !== undefined) {
    // Above an hour, minutes have two digits and fewer than sixty.
    if (Number(rest) > 59 || (hours !== undefined && Number(minutes) > 59)) return undefined;
    return durationOf(Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(rest), fraction);
  }
  const [, dottedMinutes, seconds, hundredths] = dotted.exec(plain) ?? [];
  if (dottedMinutes !== undefined) return durationOf(Number(dottedMinutes) * 60 + Number(seconds), hundredths);
  if (partOfDay.test(plain) && (isOfDay || hasPartsOfDay([plain]))) {
    const ms = Math.round(Number(plain.replace(',', '.')) * 8_640_000) * 10;
    return { ms, decimals: ms % 1000 === 0 ? 0 : 2 };
  }
  const [, whole, decimals] = plainSeconds.exec(plain) ?? [];
  if (whole === undefined || decimals === undefined || decimals.length <= 6) {
    return whole === undefined ? undefined : durationOf(Number(whole), decimals);
  }
  // A computed number: 62.299999999999997 is 62.3.
  const [computed = '', rounded = ''] = Number(`${whole}.${decimals}`).toFixed(3).split('.');
  return durationOf(Number(computed), rounded.replace(/0+$/, ''));
}

function durationOf(wholeSeconds: number, fraction = ''): Duration {
  const ms = wholeSeconds * 1000 + Number(fraction.slice(0, 3).padEnd(3, '0'));
  return { ms, decimals: Math.min(fraction.length, 3) };
}

/** Arabic-Indic and full-width digits as 0–9. */
function toWesternDigits(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/٫/g, '.');
}

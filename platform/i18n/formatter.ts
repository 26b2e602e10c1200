import { localeOf } from './languages.ts';
import type { Language } from './languages.ts';

/** Formats of one language; every function is pure and cheap to call in a list. */
export type Formatter = {
  number(value: number, options?: Intl.NumberFormatOptions): string;
  /** Share of one as percentage: 0.25 → "25%". */
  percent(fraction: number): string;
  /** Decimal units of IEC 80000-13: 1 500 000 → "1.5 MB". */
  bytes(sizeBytes: number): string;
  /** Length as hours, minutes and seconds: 3 723 000 → "1:02:03". */
  duration(durationMs: number): string;
  date(instant: Instant, options?: Intl.DateTimeFormatOptions): string;
  time(instant: Instant, options?: Intl.DateTimeFormatOptions): string;
  dateTime(instant: Instant, options?: Intl.DateTimeFormatOptions): string;
  /** Distance from `now` in the largest fitting unit: "3 minutes ago". */
  relative(instant: Instant, now: Instant): string;
  list(items: readonly string[], options?: Intl.ListFormatOptions): string;
};

/** ISO 8601 text, epoch milliseconds or Date. */
export type Instant = string | number | Date;

/** Makes the formats of a language; instants are shown in `timeZone` (IANA name), by default the reader's own. */
export function formatter(language: Language, timeZone?: string): Formatter {
  const locale = localeOf(language);
  const zone = timeZone === undefined ? {} : { timeZone };
  const numberFormat = remember((options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options));
  const dateFormat = remember(
    (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { ...options, ...zone }),
  );
  const listFormat = remember((options: Intl.ListFormatOptions) => new Intl.ListFormat(locale, options));
  const relativeFormat = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  return {
    number: (value, options = {}) => numberFormat(options).format(value),
    percent: (fraction) => numberFormat({ style: 'percent', maximumFractionDigits: 0 }).format(fraction),
    bytes: (sizeBytes) => {
      const power = Math.min(4, Math.max(0, Math.floor(Math.log10(Math.max(1, sizeBytes)) / 3)));
      const unit = (['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const)[power] ?? 'byte';
      const options = {
        style: 'unit',
        unit,
        unitDisplay: power === 0 ? 'long' : 'short',
        maximumFractionDigits: 1,
      } as const;
      return numberFormat(options).format(sizeBytes / 1000 ** power);
    },
    duration: (durationMs) => {
      const seconds = Math.round(durationMs / 1000);
      const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
      if (parts[0] === 0) parts.shift();
      return parts.map((part, place) => (place === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
    },
    date: (instant, options = { dateStyle: 'medium' }) => dateFormat(options).format(new Date(instant)),
    time: (instant, options = { timeStyle: 'medium' }) => dateFormat(options).format(new Date(instant)),
    dateTime: (instant, options = { dateStyle: 'medium', timeStyle: 'medium' }) =>
      dateFormat(options).format(new Date(instant)),
    relative: (instant, now) => {
      const differenceMs = new Date(instant).getTime() - new Date(now).getTime();
      const [unit, unitMs] =
        relativeUnits.find(([, ms]) => Math.abs(differenceMs) >= ms) ?? (['second', 1000] as const);
      return relativeFormat.format(Math.round(differenceMs / unitMs), unit);
    },
    list: (items, options = { type: 'conjunction' }) => listFormat(options).format(items),
  };
}

const relativeUnits = [
  ['year', 31_557_600_000],
  ['month', 2_629_800_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

// Making an Intl format costs some 50 µs; a table of a thousand rows asks for the same few again and again.
function remember<Options extends object, Format>(make: (options: Options) => Format): (options: Options) => Format {
  const made = new Map<string, Format>();
  return (options) => {
    const key = JSON.stringify(options);
    const known = made.get(key) ?? make(options);
    made.set(key, known);
    return known;
  };
}

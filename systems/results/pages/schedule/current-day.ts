// Sessions run past midnight; who opens the page then wants the day that is still going on.
const nightMs = 4 * 3_600_000;

type Day = { readonly day: string };

/** The logical day that is going on at an instant, else the next one, after the Games the last. `zone` is that of the Games. */
export function currentDay<Of extends Day>(days: readonly Of[], zone: string, nowMs: number): Of | undefined {
  // The Swedish way of writing a date is ISO 8601.
  const today = new Intl.DateTimeFormat('sv', { dateStyle: 'short', timeZone: zone }).format(nowMs - nightMs);
  return days.find(({ day }) => day >= today) ?? days.at(-1);
}

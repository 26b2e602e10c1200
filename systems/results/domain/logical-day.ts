/**
 * The day that a unit counts to: a session that began on a day carries on past midnight, so what starts before six in the
 * morning belongs to the day before, where something says that it began then (the unit's session, its planned start, or
 * the LogicalDate of a message about it). What starts later than that was moved, and counts to the day that it starts on.
 *
 * @param startsAtLocal start as written at the venue, `YYYY-MM-DDThh:mm…`
 * @param began days on which it may have begun, the most telling first
 */
export function logicalDay(startsAtLocal: string | undefined, began: readonly (string | null)[]): string | null {
  const candidates = began.filter((day) => day !== null);
  if (startsAtLocal === undefined) return candidates[0] ?? null;
  const start = startsAtLocal.slice(0, 'YYYY-MM-DD'.length);
  const hour = Number(startsAtLocal.slice('YYYY-MM-DDT'.length, 'YYYY-MM-DDThh'.length));
  if (hour >= endOfNightHour) return start;
  return candidates.find((day) => day === start || nextDay(day) === start) ?? start;
}

/** When no session of the day before is still going on. */
const endOfNightHour = 6;

function nextDay(day: string): string {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 'YYYY-MM-DD'.length);
}

/** An instant as clocks at the venue show it, with their offset: `2030-02-23T10:30:00+05:45`; without one, in UTC. */
export function atVenue(instant: string, offset: string | null): string {
  const [, sign, hours = '0', minutes = '0'] = /^([+-])(\d\d):(\d\d)$/.exec(offset ?? '') ?? [];
  if (sign === undefined) return instant;
  const aheadMs = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
  return `${new Date(Date.parse(instant) + aheadMs).toISOString().slice(0, 'YYYY-MM-DDThh:mm:ss.sss'.length).replace('.000', '')}${offset ?? 'Z'}`;
}

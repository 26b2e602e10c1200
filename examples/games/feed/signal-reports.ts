import type { Report } from '../story/report.ts';
import type { Simulation } from '../story/simulate.ts';
import type { Venue } from '../place/venues.ts';

const minuteMs = 60_000;
/** How often a venue of the whole Games gives a sign. */
export const keepAliveSeconds = 900;
const everyMs = { whole: keepAliveSeconds * 1000, small: 120 * minuteMs };

/** The line of each venue: DT_LOCAL_ON an hour before the day's first unit, DT_KA while it is open, DT_LOCAL_OFF. */
export function signalReports({ plans, events, size }: Simulation): Report[] {
  const keepAliveMs = everyMs[size];
  const spans = new Map<string, { venue: Venue; discipline: string; day: number; fromMs: number; toMs: number }>();
  const units = events.flatMap(({ played }) => played.units);
  for (const { venue, event, day, startMs } of plans) {
    const key = `${event.discipline} ${day}`;
    const own = units.filter((unit) => unit.plan.event.discipline === event.discipline && unit.day === day);
    const toMs = Math.max(startMs, ...own.map(({ officialMs }) => officialMs)) + 20 * minuteMs;
    const before = spans.get(key);
    const fromMs = startMs - 60 * minuteMs;
    spans.set(key, {
      venue,
      day,
      discipline: event.discipline,
      toMs,
      fromMs: before === undefined ? fromMs : Math.min(before.fromMs, fromMs),
    });
  }
  return [...spans.values()].flatMap(({ venue, discipline, day, fromMs, toMs }) => {
    const report = (documentType: string, atMs: number): Report => ({
      documentType,
      atMs,
      day,
      venue,
      pace: 'clock',
      source: `${venue.code}${discipline}1`,
      documentCode: `${discipline.padEnd(26, '-')}${venue.code.padEnd(8, '-')}`,
      content: () => [],
    });
    const beats = Math.floor((toMs - fromMs) / keepAliveMs);
    return [
      report('DT_LOCAL_ON', fromMs),
      ...Array.from({ length: beats }, (_, index) => report('DT_KA', fromMs + (index + 1) * keepAliveMs - 1)),
      report('DT_LOCAL_OFF', toMs),
    ];
  });
}

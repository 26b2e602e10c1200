import { decisionContent } from '../feed/communication-content.ts';
import { resultContent } from '../feed/result-content.ts';
import { weatherContent } from '../feed/weather-content.ts';
import { zonedDateTime } from '../place/calendar.ts';
import { tellUnit, unitChance, type Played, type Stage, type UnitTeller } from '../story/played.ts';
import type { Sheet } from '../story/sheet.ts';
import { tellEnd } from '../story/tell-end.ts';
import { endOf, runCourse, sheetAt, type Course, type Run } from '../story/timed-run.ts';
import { correctedRun, tieForGold } from './race-stories.ts';

const minuteMs = 60_000;

const courses: Readonly<Record<'M' | 'W', Course>> = {
  M: { baseTime: 10_120, splits: [0.19, 0.42, 0.63, 0.84], spread: 0.009, intervalMs: 130_000, dangerous: 0.09 },
  W: { baseTime: 9_480, splits: [0.2, 0.43, 0.65, 0.85], spread: 0.009, intervalMs: 130_000, dangerous: 0.09 },
};

/** The course of the men or of the women. */
export const courseOf = ({ event }: Stage): Course => courses[event.gender === 'M' ? 'M' : 'W'];

/** Runs of a downhill as they happened: what a broadcast draws and what the messages tell. */
export function downhillRuns(stage: Stage): Run[] {
  const { event, entrants } = stage;
  const plan = stage.units[0]!;
  const random = unitChance(stage, plan, 'runs');
  // The best are drawn into the first places after the first few, the others start behind by ranking.
  const order = [...entrants.slice(4, 8), ...entrants.slice(0, 4), ...entrants.slice(8)];
  const runs = runCourse(courseOf(stage), order, startOf(stage) + 10_000, random);
  return event.gender === 'M' ? tieForGold(runs) : runs;
}

/** A downhill: start list, every start, intermediate and finish, the wind that moves it, and the end. */
export function playDownhill(stage: Stage): Played {
  const plan = stage.units[0]!;
  const day = plan.day + Math.round((startOf(stage) - plan.startMs) / 86_400_000);
  const teller = tellUnit(plan, resultContent, day);
  const runs = downhillRuns(stage);
  const officials = stage.officials.map((person) => ({ person, function: person.function }));
  const at = (atMs: number): Sheet => ({ ...sheetAt(runs, atMs), officials });
  const startMs = startOf(stage);
  const actualStartMs = runs[0]?.startMs ?? startMs;

  teller.result(plan.startMs - 16 * 60 * minuteMs, 'START_LIST', at(0), 'office');
  if (startMs !== plan.startMs) tellWind(stage.seed, teller, startMs);
  teller.document(startMs - 45 * minuteMs, { documentType: 'DT_WEATHER' }, () =>
    weatherContent(stage.seed, plan, startMs),
  );
  teller.schedule(startMs - 10 * minuteMs, 'RUNNING', { actualStartMs });
  const slip = stage.event.gender === 'W' ? correctedRun(runs) : undefined;
  const moments = runs.flatMap((run) => momentsOf(run, stage.isBrief)).toSorted((a, b) => a - b);
  for (const atMs of moments) {
    const sheet = at(atMs);
    // The wrong time stands until timing has looked at it.
    teller.result(atMs, 'LIVE', slip === undefined || atMs >= slip.correctedMs ? sheet : slip.before(sheet));
  }
  const lastMs = Math.max(...moments);
  const sheet = { ...at(lastMs + 1), infos: [] };
  const officialMs = tellEnd(teller, sheet, lastMs, 15 * minuteMs);
  const played = { plan, startMs, actualStartMs, actualEndMs: lastMs, officialMs, day, sheet };
  return { reports: teller.reports, changes: teller.changes, units: [played], ranking: sheet.lines };
}

/** Start, each intermediate, and the finish or the fall; of small Games the start, one intermediate and the end. */
function momentsOf(run: Run, isBrief: boolean): number[] {
  if (run.irm === 'DNS') return [run.startMs];
  const splits = run.splits.slice(0, run.passed).map((time) => run.startMs + time * 10);
  return [run.startMs, ...(isBrief ? splits.slice(0, 1) : splits), endOf(run)];
}

/** The wind blows on the men's day: delayed, then moved to the next day, after the women's race. */
function startOf({ event, units, isBrief }: Stage): number {
  const plan = units[0]!;
  if (event.gender === 'W') return plan.startMs;
  return plan.startMs + (isBrief ? 90 : 24 * 60 + 180) * minuteMs;
}

function tellWind(seed: number, teller: UnitTeller, startMs: number): void {
  const { plan } = teller;
  const delayedMs = plan.startMs + 60 * minuteMs;
  teller.schedule(plan.startMs - 50 * minuteMs, 'DELAYED', { startMs: delayedMs });
  teller.schedule(plan.startMs + 20 * minuteMs, 'POSTPONED');
  teller.schedule(plan.startMs + 50 * minuteMs, 'RESCHEDULED', { startMs });
  teller.document(plan.startMs - 55 * minuteMs, { documentType: 'DT_WEATHER' }, () =>
    weatherContent(seed, plan, plan.startMs, true),
  );
  const decidedMs = plan.startMs + 45 * minuteMs;
  const time = zonedDateTime(decidedMs, plan.venue.zone);
  const head = { documentType: 'DT_COMMUNICATION', documentSubtype: 'DECISION' } as const;
  teller.document(decidedMs, head, () =>
    decisionContent(plan.rsc, time, 'schedule', 'Strong wind', 'The jury moves the race because of strong wind.'),
  );
}

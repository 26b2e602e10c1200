import { resultContent } from '../feed/result-content.ts';
import { standingContent } from '../feed/standing-content.ts';
import type { Entrant } from '../cast/person.ts';
import { shuffled } from '../chance.ts';
import { tellUnit, unitChance, type Played, type PlayedUnit, type Stage, type UnitTeller } from '../story/played.ts';
import type { Line, Sheet } from '../story/sheet.ts';
import { endOf, runCourse, sheetAt } from '../story/timed-run.ts';
import { tellEnd } from '../story/tell-end.ts';
import { rscIn, type UnitPlan } from '../story/unit-plan.ts';
import { heatLines, photoFinish, points, runHeat, type Racer } from './run-heat.ts';
import { tellProtest } from './tell-protest.ts';

const minuteMs = 60_000;
const base = { M: 17_800, W: 19_900, X: 19_000 };

type Seeded = { readonly entrant: Entrant; readonly bib: number };
type Round = {
  readonly lines: readonly Line[];
  readonly heats: readonly { unit: PlayedUnit; racers: readonly Racer[] }[];
};

/** A sprint: qualification against the clock, heats of six (two and the two fastest losers go on), and the final. */
export function playSprint(stage: Stage): Played {
  const phases = ['QUAL', 'QFNL', 'SFNL', 'FNL-'].map((phase) =>
    stage.units.filter(({ rsc }) => rsc.slice(22, 26) === phase),
  );
  const [qualification, ...rounds] = phases;
  const tellers: UnitTeller[] = [];
  const open = (plan: UnitPlan): UnitTeller => {
    const teller = tellUnit(plan, resultContent);
    tellers.push(teller);
    return teller;
  };

  const first = playQualification(stage, open(qualification![0]!));
  let seeded = first.qualified;
  const played: PlayedUnit[] = [first.unit];
  const ranking: Line[] = [];
  for (const plans of rounds.filter((units) => units.length > 0)) {
    const isFinal = plans[0]!.medal === 'gold';
    const knownMs = Math.max(...played.map(({ officialMs }) => officialMs));
    const round = playRound(stage, plans.map(open), seeded, knownMs + minuteMs, isFinal);
    played.push(...round.heats.map(({ unit }) => unit));
    const goOn = round.lines.filter(({ qualification: mark }) => mark !== undefined);
    ranking.unshift(...(isFinal ? round.lines : round.lines.filter((line) => !goOn.includes(line))));
    seeded = goOn.map(({ entrant, bib = 0 }) => ({ entrant, bib }));
  }
  const ranked = new Set(ranking.map(({ entrant }) => entrant));
  const all = [...ranking, ...first.unit.sheet.lines.filter(({ entrant }) => !ranked.has(entrant))];
  return {
    reports: tellers.flatMap(({ reports }) => reports),
    changes: tellers.flatMap(({ changes }) => changes),
    units: played,
    ranking: numbered(all),
  };
}

function playQualification(stage: Stage, teller: UnitTeller): { unit: PlayedUnit; qualified: Seeded[] } {
  const { plan } = teller;
  const random = unitChance(stage, plan);
  const course = {
    baseTime: base[stage.event.gender],
    splits: [0.48],
    spread: 0.012,
    intervalMs: 15_000,
    dangerous: 0.03,
  };
  const runs = runCourse(course, stage.entrants, plan.startMs + 5000, random);
  const places = stage.units.some(({ rsc }) => rsc.slice(22, 26) === 'QFNL') ? 30 : 8;
  const withMarks = (sheet: Sheet): Sheet => ({
    ...sheet,
    lines: sheet.lines.map((line, index) =>
      index < places && line.rank !== undefined ? { ...line, qualification: 'Q' } : line,
    ),
  });
  teller.result(plan.startMs - 15 * 60 * minuteMs, 'START_LIST', sheetAt(runs, 0), 'office');
  const actualStartMs = runs[0]!.startMs;
  teller.schedule(actualStartMs, 'RUNNING', { actualStartMs });
  // Every finish, and by the way who has started and passed since the last one.
  const finishes = runs.map(endOf).toSorted((a, b) => a - b);
  for (const atMs of [actualStartMs, ...finishes]) teller.result(atMs, 'LIVE', sheetAt(runs, atMs));
  const endMs = finishes.at(-1) ?? actualStartMs;
  const sheet = withMarks({ ...sheetAt(runs, endMs + 1), infos: [] });
  const officialMs = tellEnd(teller, sheet, endMs, 15 * minuteMs);
  const unit = { plan, startMs: plan.startMs, actualStartMs, actualEndMs: endMs, officialMs, day: plan.day, sheet };
  const qualified = sheet.lines.filter(({ qualification }) => qualification !== undefined);
  return { unit, qualified: qualified.map(({ entrant }, index) => ({ entrant, bib: index + 1 })) };
}

/** The heats of a round, one after the other; the fastest losers are known after the last one. */
function playRound(
  stage: Stage,
  tellers: readonly UnitTeller[],
  seeded: readonly Seeded[],
  knownMs: number,
  isFinal: boolean,
): Round {
  const drawn = tellers.map((_, index) => seeded.filter((__, place) => serpentine(place, tellers.length) === index));
  const hasLuckyLosers = seeded.length / tellers.length > 4;
  const heats = tellers.map((teller, index) => {
    const random = unitChance(stage, teller.plan);
    const racers = runHeat(shuffled(random, drawn[index] ?? []), base[stage.event.gender] * 0.985, random);
    return { racers, teller, unit: tellHeat(stage, teller, racers, knownMs, isFinal) };
  });
  if (isFinal) return { heats, lines: heats.flatMap(({ unit }) => unit.sheet.lines) };

  const losers = heats.flatMap(({ unit }) =>
    unit.sheet.lines.filter(({ qualification }) => qualification === undefined),
  );
  const lucky = hasLuckyLosers
    ? losers
        .toSorted((a, b) => timeOf(heats, a) - timeOf(heats, b))
        .slice(0, 2)
        .map(({ entrant }) => entrant)
    : [];
  const mark = (line: Line): Line => (lucky.includes(line.entrant) ? { ...line, qualification: 'q' } : line);
  const lastMs = Math.max(...heats.map(({ unit }) => unit.officialMs));
  const marked = heats.map(({ racers, teller, unit }, index) => {
    const sheet = { ...unit.sheet, lines: unit.sheet.lines.map(mark) };
    const isChanged = unit.sheet.lines.some(({ entrant }) => lucky.includes(entrant));
    if (isChanged) teller.result(lastMs + 2000 + index * 500, 'OFFICIAL', sheet, 'clock');
    return { racers, unit: { ...unit, sheet } };
  });
  const lines = numbered(orderOfRound(marked));
  const { event, units } = stage;
  const phase = rscIn(event.rsc, units.find(({ rsc }) => rsc === tellers[0]?.plan.rsc)?.rsc.slice(22, 26) ?? '');
  const status = 'OFFICIAL';
  tellers[0]!.document(
    lastMs + 5000,
    { documentType: 'DT_PHASE_RESULT', documentCode: phase, status, pace: 'clock' },
    () => standingContent(event, lines),
  );
  return { lines, heats: marked };
}

function tellHeat(
  stage: Stage,
  teller: UnitTeller,
  racers: readonly Racer[],
  knownMs: number,
  isFinal: boolean,
): PlayedUnit {
  const { plan } = teller;
  const actualStartMs = Math.max(plan.startMs, knownMs + 2 * minuteMs) + 4000;
  const sheet = (lines: readonly Line[]): Sheet => ({ lines, infos: [] });
  teller.result(knownMs, 'START_LIST', sheet(heatLines(racers, 0)), 'clock');
  teller.schedule(actualStartMs, 'RUNNING', { actualStartMs });
  teller.result(actualStartMs, 'LIVE', sheet(heatLines(racers, 0)));
  for (const index of points.keys()) {
    const passedMs = actualStartMs + Math.max(...racers.map(({ points: at }) => at[index] ?? 0)) * 10;
    teller.result(passedMs, 'LIVE', sheet(heatLines(racers, index + 1)));
  }
  const endMs = actualStartMs + Math.max(...racers.map(({ time }) => time)) * 10;
  const finished = heatLines(racers, points.length + 1);
  teller.result(endMs, 'LIVE', sheet(photoFinish(racers, finished, 'P')));
  const decided = photoFinish(racers, finished, 'E');
  if (isFinal) {
    const told = { plan, startMs: plan.startMs, actualStartMs, actualEndMs: endMs, day: plan.day };
    if (stage.event.gender === 'W') return { ...told, ...tellProtest(teller, decided, endMs, stage.officials[0]!) };
    return { ...told, officialMs: tellEnd(teller, sheet(decided), endMs, 9 * minuteMs), sheet: sheet(decided) };
  }
  const marked = decided.map((line, index) => (index < 2 ? { ...line, qualification: 'Q' } : line));
  const officialMs = tellEnd(teller, sheet(marked), endMs, 100_000);
  return {
    plan,
    startMs: plan.startMs,
    actualStartMs,
    actualEndMs: endMs,
    officialMs,
    day: plan.day,
    sheet: sheet(marked),
  };
}

const serpentine = (place: number, heats: number): number => {
  const inRow = place % heats;
  return Math.floor(place / heats) % 2 === 0 ? inRow : heats - 1 - inRow;
};

function timeOf(heats: readonly { racers: readonly Racer[] }[], { entrant }: Line): number {
  return heats.flatMap(({ racers }) => racers).find((racer) => racer.entrant === entrant)?.time ?? Infinity;
}

/** Those who go on, then the others by their place in the heat and their time. */
function orderOfRound(heats: Round['heats']): Line[] {
  const lines = heats.flatMap(({ unit }) => unit.sheet.lines);
  const value = (line: Line): number =>
    (line.qualification === undefined ? 1e9 : 0) + (line.rank ?? 99) * 1e6 + timeOf(heats, line);
  return lines.toSorted((a, b) => value(a) - value(b));
}

/** A list in its order gets its own ranks; who is out has none. */
function numbered(lines: readonly Line[]): Line[] {
  const inOrder = lines.filter(({ irm }) => irm === undefined);
  const out = lines.filter(({ irm }) => irm !== undefined);
  return [
    ...inOrder.map(({ diff: _diff, rankEqual: _equal, ...line }, index) => ({ ...line, rank: index + 1 })),
    ...out,
  ];
}

import type { Entrant } from '../cast/person.ts';
import { shuffled } from '../chance.ts';
import { resultContent } from '../feed/result-content.ts';
import { standingContent } from '../feed/standing-content.ts';
import { pointsText } from '../story/figures.ts';
import { tellUnit, unitChance, type Played, type PlayedUnit, type Stage } from '../story/played.ts';
import { ranked, type Line, type Part, type Sheet } from '../story/sheet.ts';
import { tellEnd } from '../story/tell-end.ts';
import { elementsUntil, segmentLines } from './segment-lines.ts';
import { programmeKinds } from './programme-kinds.ts';
import { skateProgramme, type Programme } from './skate-programme.ts';

const minuteMs = 60_000;

/** Short programme and free skating; the sum of both decides. Half of a field of singles goes on, and all pairs. */
export function playSkating(stage: Stage): Played {
  const [shortPlan, freePlan] = stage.units;
  if (shortPlan === undefined || freePlan === undefined) throw new Error('Figure skating needs two programmes.');
  const isPairs = stage.event.gender === 'X';
  const kinds = programmeKinds[isPairs ? 'pairs' : 'singles'];
  const drawn = shuffled(unitChance(stage, shortPlan, 'draw'), stage.entrants);
  const short = skateAll(stage, shortPlan, kinds.short, drawn);
  const shortRanking = segmentLines(short, Infinity);
  const places = isPairs || stage.isBrief ? stage.entrants.length : Math.ceil(stage.entrants.length * 0.6);
  const through = shortRanking.slice(0, places).map(({ entrant }) => entrant);
  // The last group has the best of the short programme.
  const free = skateAll(stage, freePlan, kinds.free, through.toReversed());

  const shortTeller = tellUnit(shortPlan, resultContent);
  const shortUnit = tellSegment(stage, shortTeller, short, shortPlan.startMs - 15 * 60 * minuteMs, through);
  const freeTeller = tellUnit(freePlan, resultContent);
  const freeUnit = tellSegment(stage, freeTeller, free, shortUnit.officialMs + 5000);
  const total = (atMs: number): Line[] => totals(short, free, atMs);
  const head = { documentType: 'DT_CUMULATIVE_RESULT', documentCode: stage.event.rsc, pace: 'judges' } as const;
  shortTeller.document(shortUnit.officialMs + 4000, { ...head, status: 'INTERMEDIATE' }, () =>
    standingContent(stage.event, total(freePlan.startMs - 1)),
  );
  for (const { marksMs } of free)
    freeTeller.document(marksMs + 1500, { ...head, status: 'LIVE' }, () =>
      standingContent(stage.event, total(marksMs)),
    );
  freeTeller.document(freeUnit.officialMs + 4000, { ...head, status: 'OFFICIAL' }, () =>
    standingContent(stage.event, total(Infinity)),
  );
  return {
    reports: [...shortTeller.reports, ...freeTeller.reports],
    changes: [...shortTeller.changes, ...freeTeller.changes],
    units: [shortUnit, freeUnit],
    ranking: total(Infinity),
  };
}

function skateAll(
  stage: Stage,
  plan: PlayedUnit['plan'],
  kind: Parameters<typeof skateProgramme>[0],
  order: readonly Entrant[],
): Programme[] {
  const random = unitChance(stage, plan);
  let startMs = plan.startMs + 6 * minuteMs;
  return order.map((entrant, index) => {
    const skated = skateProgramme(kind, { entrant, startOrder: index + 1, startMs }, random);
    // After every six the ice is left to the next group's warm-up.
    startMs = skated.marksMs + ((index + 1) % 6 === 0 ? 7 * minuteMs : 45_000);
    return skated;
  });
}

function tellSegment(
  stage: Stage,
  teller: ReturnType<typeof tellUnit>,
  programmes: readonly Programme[],
  knownMs: number,
  through: readonly Entrant[] = [],
): PlayedUnit {
  const { plan } = teller;
  const officials = stage.officials.map((person) => ({ person, function: person.function }));
  const sheet = (atMs: number): Sheet => ({
    lines: segmentLines(programmes, atMs),
    officials,
    infos: programmes
      .filter(({ startMs, marksMs }) => startMs <= atMs && atMs < marksMs)
      .map(({ entrant }) => ({ type: 'DISPLAY', code: 'CURRENT', value: entrant.code })),
    progress: { total: programmes.length, complete: programmes.filter(({ marksMs }) => marksMs <= atMs).length },
  });
  teller.result(knownMs, 'START_LIST', sheet(0), 'clock');
  const actualStartMs = programmes[0]?.startMs ?? plan.startMs;
  teller.schedule(actualStartMs - 5 * minuteMs, 'RUNNING', { actualStartMs });
  for (const programme of programmes) {
    teller.result(programme.startMs, 'LIVE', sheet(programme.startMs), 'clock');
    const told = stage.isBrief ? [] : programme.elements.filter((_, index) => index % 2 === 1);
    for (const { endMs } of told) teller.result(endMs + 4000, 'LIVE', sheet(endMs), 'judges');
    teller.result(programme.marksMs, 'LIVE', sheet(programme.marksMs), 'judges');
  }
  const endMs = programmes.at(-1)?.marksMs ?? actualStartMs;
  const lines = segmentLines(programmes, Infinity).map((line): Line =>
    through.includes(line.entrant) ? { ...line, qualification: 'Q' } : line,
  );
  const final = { ...sheet(endMs), lines, infos: [] };
  const officialMs = tellEnd(teller, final, endMs + 10_000, 5 * minuteMs);
  return {
    plan,
    startMs: plan.startMs,
    actualStartMs,
    actualEndMs: endMs + 10_000,
    officialMs,
    day: plan.day,
    sheet: final,
  };
}

/** Both programmes together; who has not skated the free programme stands behind, by the short one. */
function totals(short: readonly Programme[], free: readonly Programme[], atMs: number): Line[] {
  const shortRanks = segmentLines(short, Infinity);
  const freeRanks = segmentLines(free, atMs);
  const lineOf = (lines: readonly Line[], entrant: Entrant): Line | undefined =>
    lines.find((line) => line.entrant === entrant && line.result !== undefined);
  const hasBegun = freeRanks.some(({ result }) => result !== undefined);
  return ranked(
    short.map((programme, index) => {
      const { entrant } = programme;
      const second = elementsUntil(free, entrant, atMs);
      const sum = programme.total + (second?.total ?? 0);
      const parts = [lineOf(shortRanks, entrant), lineOf(freeRanks, entrant)].flatMap((line, order): Part[] =>
        line === undefined ? [] : [{ order: order + 1, rank: line.rank ?? 0, result: line.result ?? '' }],
      );
      const isOver = atMs === Infinity && second === undefined;
      const line: Line = { entrant, startOrder: index + 1, result: pointsText(sum), resultType: 'POINTS', parts };
      // Two programmes always stand before one, whatever their points.
      return { line, value: -sum - (second === undefined && (hasBegun || isOver) ? 0 : 1_000_000) };
    }),
    () => undefined,
  );
}

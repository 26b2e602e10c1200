import { resultContent } from '../feed/result-content.ts';
import { recordContent } from '../feed/record-content.ts';
import { standingContent } from '../feed/standing-content.ts';
import { weatherContent } from '../feed/weather-content.ts';
import type { Entrant } from '../cast/person.ts';
import {
  tellUnit,
  unitChance,
  type Played,
  type PlayedUnit,
  type RecordMark,
  type Stage,
  type UnitTeller,
} from '../story/played.ts';
import type { Line, Sheet } from '../story/sheet.ts';
import { tenthsText } from '../story/figures.ts';
import { tellEnd } from '../story/tell-end.ts';
import { hill, jump, type Jump, type JumpRound } from './jump.ts';
import { hillRecord, jumpLines } from './jump-lines.ts';

const minuteMs = 60_000;
const intervalMs = 62_000;

/** All rounds of an event, in order: qualification where there is one, first round, final round. */
export function jumpRounds(stage: Stage): JumpRound[] {
  const { units, entrants, isBrief } = stage;
  const [qualificationPlace, finalPlaces] = [30, isBrief ? 4 : 20];
  let order: Entrant[] = entrants.toReversed();
  const bibs = new Map(order.map((entrant, index) => [entrant, index + 1]));
  let before = new Map<Entrant, Jump>();
  let longest: number = hill.record;
  return units.map((plan): JumpRound => {
    const random = unitChance(stage, plan);
    const jumps = order.map((entrant, index) => {
      const startMs = plan.startMs + index * intervalMs + random.integer(0, 9000);
      const start = { entrant, bib: bibs.get(entrant) ?? 0, startOrder: index + 1, startMs };
      const done = jump(start, !isBrief, random);
      if (done.irm !== undefined || done.hasFallen || done.distance <= longest) return done;
      longest = done.distance;
      return { ...done, isRecord: true };
    });
    const round = { plan, jumps, before };
    const ranking = jumpLines(round, Infinity).filter(({ rank }) => rank !== undefined);
    if (plan.rsc.slice(22, 26) === 'QUAL') {
      const through = ranking.slice(0, qualificationPlace).map(({ entrant }) => entrant);
      order = order.filter((entrant) => through.includes(entrant));
    } else {
      // The leader jumps last.
      order = ranking
        .slice(0, finalPlaces)
        .map(({ entrant }) => entrant)
        .toReversed();
      before = new Map(jumps.map((each) => [each.entrant, each]));
    }
    return round;
  });
}

/** A ski-jumping event: each jump with distance, marks, wind and gate; the total of two rounds decides. */
export function playJumping(stage: Stage): Played {
  const rounds = jumpRounds(stage);
  const tellers = rounds.map(({ plan }) => tellUnit(plan, resultContent));
  const units: PlayedUnit[] = [];
  let knownMs = (rounds[0]?.plan.startMs ?? 0) - 15 * 60 * minuteMs;
  for (const [index, round] of rounds.entries()) {
    const next = rounds[index + 1];
    const through = new Set(next?.jumps.map(({ entrant }) => entrant));
    const unit = tellRound(stage, tellers[index]!, round, knownMs, through);
    units.push(unit);
    knownMs = unit.officialMs + 5000;
  }
  const records = recordsOf(stage, rounds);
  for (const [index, { atMs }] of records.entries())
    tellers[0]!.document(atMs, { documentType: 'DT_RECORD', documentCode: stage.event.rsc, pace: 'judges' }, () =>
      recordContent(records.slice(0, index + 1).map(({ mark }) => mark)),
    );
  const last = units.at(-1);
  const first = units.at(-2);
  const finalists = new Set(last?.sheet.lines.map(({ entrant }) => entrant));
  const others = (first?.sheet.lines ?? []).filter(({ entrant }) => !finalists.has(entrant));
  return {
    reports: tellers.flatMap(({ reports }) => reports),
    changes: tellers.flatMap(({ changes }) => changes),
    units,
    ranking: [...(last?.sheet.lines ?? []), ...others.map(({ qualification: _mark, ...line }) => line)],
    records: records.map(({ mark }) => mark),
  };
}

/** The record before the Games, and each time that it was beaten. */
function recordsOf({ event }: Stage, rounds: readonly JumpRound[]): { atMs: number; mark: RecordMark }[] {
  const of = { ...hillRecord(event.rsc), name: `Hill record, ${event.names.ENG}` };
  const firstMs = rounds[0]?.plan.startMs ?? 0;
  const date = (atMs: number): string => new Date(atMs).toISOString().slice(0, 10);
  const lastWinter = `${new Date(firstMs).getUTCFullYear() - 1}-02-16`;
  const before = { ...of, result: tenthsText(hill.record), organisation: 'NRV', date: lastWinter };
  const set = rounds.flatMap(({ plan, jumps }) =>
    jumps
      .filter(({ isRecord }) => isRecord)
      .map(({ entrant, distance, marksMs }) => {
        const { organisation } = entrant;
        const mark = {
          ...of,
          result: tenthsText(distance),
          organisation,
          date: date(marksMs),
          entrant,
          unit: plan.rsc,
        };
        return { atMs: marksMs + 3000, mark };
      }),
  );
  return [{ atMs: firstMs - 16 * 60 * minuteMs, mark: before }, ...set];
}

function tellRound(
  stage: Stage,
  teller: UnitTeller,
  round: JumpRound,
  knownMs: number,
  through: ReadonlySet<Entrant>,
): PlayedUnit {
  const { plan, jumps } = round;
  const judges = stage.officials.map((person) => ({ person, function: person.function }));
  const sheet = (atMs: number): Sheet => sheetOf(round, atMs, judges);
  teller.result(knownMs, 'START_LIST', sheet(0), 'clock');
  const actualStartMs = jumps[0]?.startMs ?? plan.startMs;
  teller.document(plan.startMs - 20 * minuteMs, { documentType: 'DT_WEATHER' }, () =>
    weatherContent(stage.seed, plan, plan.startMs),
  );
  teller.schedule(actualStartMs - 5000, 'RUNNING', { actualStartMs });
  for (const each of jumps) {
    teller.result(each.startMs, 'LIVE', sheet(each.startMs));
    teller.result(each.marksMs, 'LIVE', sheet(each.marksMs), 'clock');
  }
  const endMs = Math.max(...jumps.map(({ marksMs }) => marksMs));
  const lines = sheet(endMs + 1).lines.map((line): Line =>
    through.has(line.entrant) && line.rank !== undefined ? { ...line, qualification: 'Q' } : line,
  );
  const final = { ...sheet(endMs + 1), lines, infos: [] };
  const isLast = through.size === 0;
  const officialMs = tellEnd(teller, final, endMs, isLast ? 8 * minuteMs : 4 * minuteMs);
  if (plan.rsc.slice(22, 26) !== 'QUAL') {
    const status = isLast ? 'OFFICIAL' : 'INTERMEDIATE';
    const head = {
      documentType: 'DT_CUMULATIVE_RESULT',
      documentCode: stage.event.rsc,
      status,
      pace: 'clock',
    } as const;
    teller.document(officialMs + 2000, head, () => standingContent(stage.event, lines));
  }
  return { plan, startMs: plan.startMs, actualStartMs, actualEndMs: endMs, officialMs, day: plan.day, sheet: final };
}

function sheetOf(round: JumpRound, atMs: number, officials: NonNullable<Sheet['officials']>): Sheet {
  const { jumps } = round;
  const current = jumps.find(({ startMs, marksMs }) => startMs <= atMs && atMs < marksMs);
  const last = jumps.findLast(({ marksMs }) => marksMs <= atMs);
  return {
    lines: jumpLines(round, atMs),
    officials,
    infos: [
      ...(current === undefined ? [] : [{ type: 'DISPLAY', code: 'CURRENT', value: current.entrant.code }]),
      ...(last === undefined ? [] : [{ type: 'DISPLAY', code: 'LAST_COMP', value: last.entrant.code }]),
    ],
    progress: { total: jumps.length, complete: jumps.filter(({ marksMs }) => marksMs <= atMs).length },
  };
}

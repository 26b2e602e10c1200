import { resultContent } from '../feed/result-content.ts';
import { weatherContent } from '../feed/weather-content.ts';
import { longTimeText, tenthsText } from '../story/figures.ts';
import { tellUnit, unitChance, type Played, type Stage } from '../story/played.ts';
import { ranked, type Detail, type Line, type Part, type Sheet } from '../story/sheet.ts';
import { tellEnd } from '../story/tell-end.ts';
import { skiRelay, type RelayTeam } from './ski-relay.ts';

const minuteMs = 60_000;
/** `+8.3`, `+1:01.8` */
const behind = (tenths: number): string => `+${tenths < 600 ? tenthsText(tenths) : longTimeText(tenths)}`;

/** A mixed relay: two women, two men, two shootings each; every shooting and exchange is reported. */
export function playRelay(stage: Stage): Played {
  const plan = stage.units[0]!;
  const teller = tellUnit(plan, resultContent);
  const teams = skiRelay(stage.entrants, !stage.isBrief, unitChance(stage, plan));
  const officials = stage.officials.map((person) => ({ person, function: person.function }));
  const actualStartMs = plan.startMs + 3000;
  const sheet = (at: number): Sheet => ({ lines: linesAt(teams, at), officials, infos: [] });

  teller.result(plan.startMs - 15 * 60 * minuteMs, 'START_LIST', sheet(-1), 'office');
  teller.document(plan.startMs - 30 * minuteMs, { documentType: 'DT_WEATHER' }, () =>
    weatherContent(stage.seed, plan, plan.startMs),
  );
  teller.schedule(actualStartMs, 'RUNNING', { actualStartMs });
  teller.result(actualStartMs, 'LIVE', sheet(0));
  const moments = [...new Set(teams.flatMap((team) => momentsOf(team, stage.isBrief)))].toSorted((a, b) => a - b);
  for (const at of moments) teller.result(actualStartMs + at * 100, 'LIVE', sheet(at));
  const endMs = actualStartMs + (moments.at(-1) ?? 0) * 100;
  const final = sheet(Infinity);
  const officialMs = tellEnd(teller, final, endMs, 12 * minuteMs);
  const unit = {
    plan,
    startMs: plan.startMs,
    actualStartMs,
    actualEndMs: endMs,
    officialMs,
    day: plan.day,
    sheet: final,
  };
  return { reports: teller.reports, changes: teller.changes, units: [unit], ranking: final.lines };
}

/** When something is known of a team: out of the range, at the exchange, at the finish; where it gave up. */
function momentsOf({ legs, finishedLegs }: RelayTeam, isBrief: boolean): number[] {
  const known = legs
    .slice(0, finishedLegs)
    .flatMap(({ shootings, endAt }) => (isBrief ? [endAt] : [...shootings.map(({ outAt }) => outAt), endAt]));
  const next = legs[finishedLegs]?.shootings[0];
  return next === undefined ? known : [...known, next.outAt];
}

/** All teams at a time of the race, in tenths of a second; before the start below 0. */
function linesAt(teams: readonly RelayTeam[], at: number): Line[] {
  return ranked(
    teams.map((team) => {
      const { entrant, bib, legs, finishedLegs, time } = team;
      const isOut = finishedLegs < legs.length && (legs[finishedLegs]?.shootings[0]?.outAt ?? 0) <= at;
      const isIn = finishedLegs === legs.length && time <= at;
      const line: Line = {
        entrant,
        bib,
        startOrder: bib,
        ...(isOut && { irm: 'DNF', resultType: 'IRM' as const }),
        ...(isIn && { result: longTimeText(time), resultType: 'TIME' as const }),
        details: detailsAt(teams, team, at),
        parts: partsAt(teams, team, at),
        memberDetails: new Map(
          legs.slice(0, finishedLegs).map((leg) => [leg.athlete.code, shootingDetails([leg], at)]),
        ),
      };
      return isIn ? { line, value: time } : { line };
    }),
    behind,
  );
}

/** Time and rank of the team at each exchange, and the shooting of the whole team. */
function detailsAt(teams: readonly RelayTeam[], { legs, finishedLegs }: RelayTeam, at: number): Detail[] {
  const exchanges = legs.slice(0, Math.min(finishedLegs, legs.length - 1)).flatMap(({ endAt }, index): Detail[] => {
    if (endAt > at) return [];
    const times = teams.filter((other) => index < other.finishedLegs).map((other) => other.legs[index]?.endAt ?? 0);
    const best = Math.min(...times);
    const rank = times.filter((time) => time < endAt).length + 1;
    const diff = endAt === best ? {} : { diff: behind(endAt - best) };
    return [{ type: 'ER', code: 'INTERMEDIATE', pos: index + 1, value: longTimeText(endAt), rank, ...diff }];
  });
  return [...exchanges, ...sumOfShooting(shootingsUntil(legs.slice(0, finishedLegs), at))];
}

function partsAt(teams: readonly RelayTeam[], { legs, finishedLegs }: RelayTeam, at: number): Part[] {
  return legs.slice(0, finishedLegs).flatMap(({ time, endAt }, index): Part[] => {
    if (endAt > at) return [];
    const times = teams.filter((other) => (other.legs[index]?.endAt ?? 0) <= at && index < other.finishedLegs);
    const rank = times.filter((other) => (other.legs[index]?.time ?? 0) < time).length + 1;
    return [{ order: index + 1, rank, result: longTimeText(time) }];
  });
}

type Shooting = RelayTeam['legs'][number]['shootings'][number];

const shootingsUntil = (legs: RelayTeam['legs'], at: number): Shooting[] =>
  legs.flatMap(({ shootings }) => shootings.filter(({ outAt }) => outAt <= at));

/** `1+5`: penalty loops and spare rounds. */
function sumOfShooting(shootings: readonly Shooting[]): Detail[] {
  if (shootings.length === 0) return [];
  const sum = (of: (shooting: Shooting) => number): number => shootings.reduce((all, each) => all + of(each), 0);
  const value = `${sum(({ penalties }) => penalties)}+${sum(({ spares }) => spares)}`;
  return [{ type: 'ER', code: 'SHOOTING', value }];
}

function shootingDetails(legs: RelayTeam['legs'], at: number): Detail[] {
  return shootingsUntil(legs, at).map(({ penalties, spares }, index) => ({
    type: 'ER',
    code: 'SHOOTING',
    pos: index + 1,
    value: `${penalties}+${spares}`,
  }));
}

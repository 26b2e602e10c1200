import type { GamesTruth, LineTruth, UnitTruth } from '@altis/examples';
import { results } from '@altis/results/contract';
import type { TestUser } from '@altis/testing';

/**
 * Everything that the truth of the Games says, in two forms of the same shape: as the simulator knows it and as the
 * contract tells it.
 */
export function toldByTruth(truth: GamesTruth) {
  return {
    days: truth.days,
    units: byCode(truth.units.map((unit) => [unit.rsc, unitOfTruth(unit)])),
    events: byCode(
      truth.events.map(({ rsc, ranking, entrants }) => [
        rsc,
        { ranking: byCode(ranking.map((line) => [line.code, placeOf(line)])), entrants: entrants.toSorted() },
      ]),
    ),
    medals: truth.medals
      .map(({ event, medal, code, organisation, athletes }) =>
        [event, medal, code, organisation, ...athletes].join(' '),
      )
      .toSorted(),
    table: byCode(truth.medalTable.map((line) => [line.organisation, line])),
    finished: truth.events.length,
    differences: [] as string[],
    records: byCode(truth.records.map(({ code, result, holder }) => [code, `${result} ${holder}`])),
    athletes: truth.athletes
      .map(({ code, familyName, givenName, organisation, birthDate }) =>
        [code, familyName, givenName, organisation, birthDate].join(' '),
      )
      .toSorted(),
  };
}

/** The same, read through the contract. */
export async function toldByContract(user: TestUser, truth: GamesTruth): Promise<ReturnType<typeof toldByTruth>> {
  const api = user.api(results);
  const { days } = await api.schedule.days({});
  const units = await inTurn(truth.units, async ({ rsc }) => [rsc, await readUnit(user, rsc)] as const);
  const events = await inTurn(truth.events, async ({ rsc }) => {
    const { standings, entries } = await api.events.read({ rsc });
    const lines = standings.find(({ kind }) => kind === 'ranking')?.lines ?? [];
    const ranking = byCode(lines.map(({ code, rank, invalidMark }) => [code, { rank, invalidMark }]));
    return [rsc, { ranking, entrants: entries.map(({ code }) => code).toSorted() }] as const;
  });
  const { lines, finished, differences } = await api.medals.table({});
  const { items } = await api.medals.list({});
  const { items: records } = await api.records.list({});
  return {
    days: days.map(({ day }) => day),
    units: byCode(units),
    events: byCode(events),
    medals: items
      .map(({ event, medal, code, organisation, athletes }) =>
        [event, medal, code, organisation, ...athletes.map((athlete) => athlete.code)].join(' '),
      )
      .toSorted(),
    table: byCode(
      lines.map(({ organisation, gold, silver, bronze, total, rank, rankByTotal }) => [
        organisation,
        { organisation, gold, silver, bronze, total, rank, rankByTotal },
      ]),
    ),
    finished,
    differences,
    // The newest first, so that the last one written is overwritten by the one that holds.
    records: byCode(records.toReversed().map(({ code, result, holder }) => [code, `${result} ${holder}`])),
    athletes: (await readAthletes(user)).toSorted(),
  };
}

/** Ids of the messages that facts and actions name as their source. */
export async function readSources(user: TestUser, truth: GamesTruth): Promise<{ facts: number; sources: Set<string> }> {
  const sources = new Set<string>();
  let facts = 0;
  for (const { rsc } of truth.units) {
    const unit = await user.api(results).units.read({ rsc });
    facts += unit.facts.length;
    for (const { source } of [...unit.facts, ...unit.actions]) sources.add(source.message);
    if (unit.source !== null) sources.add(unit.source.message);
  }
  return { facts, sources };
}

function unitOfTruth(unit: UnitTruth) {
  const { day, venue, session, medal, actualStartMs, scheduleStatus, resultStatus, lines, actions } = unit;
  return {
    day,
    venue,
    session,
    medal,
    scheduleStatus,
    resultStatus,
    startsAt: new Date(actualStartMs).toISOString(),
    lines: byCode(lines.map(({ organisation: _organisation, ...line }) => [line.code, line])),
    actions: actions.map(({ id, code, period, clock, atMs, score, athletes }) => ({
      id,
      code,
      period,
      clock: period === 'PSS' ? null : clock,
      at: atMs,
      score: score === undefined ? null : `${score.home}-${score.away}`,
      athletes: athletes.map((athlete) => `${athlete.code} ${athlete.role}`),
    })),
  };
}

async function readUnit(user: TestUser, rsc: string): Promise<ReturnType<typeof unitOfTruth>> {
  const unit = await user.api(results).units.read({ rsc });
  return {
    day: unit.day ?? '',
    venue: unit.venue ?? '',
    session: unit.session ?? '',
    medal: unit.medal as UnitTruth['medal'],
    scheduleStatus: unit.scheduleStatus as UnitTruth['scheduleStatus'],
    resultStatus: unit.resultStatus as UnitTruth['resultStatus'],
    startsAt: unit.startsAt ?? '',
    lines: byCode(
      unit.competitors.map(({ code, rank, isRankShared, result, diff, invalidMark, outcome, qualification }) => [
        code,
        { code, rank, isRankShared, result, diff, invalidMark, outcome, qualification },
      ]),
    ),
    actions: unit.actions.map(({ id, code, period, clock, at, homeScore, awayScore, competitors }) => ({
      id,
      code,
      period: period as 'P1',
      clock,
      at: Date.parse(at ?? ''),
      score: homeScore === null ? null : `${homeScore}-${awayScore}`,
      athletes: competitors.flatMap(({ athletes }) => athletes.map((athlete) => `${athlete.code} ${athlete.role}`)),
    })),
  };
}

async function readAthletes(user: TestUser): Promise<string[]> {
  const { participants } = user.api(results);
  const codes: string[] = [];
  for (let after: string | null | undefined; after !== null;) {
    const page = await participants.list({ limit: 200, ...(after === undefined ? {} : { after }) });
    codes.push(...page.items.map(({ code }) => code));
    after = page.next;
  }
  return inTurn(codes, async (code) => {
    const { name, organisation, birthDate } = await participants.read({ code });
    return [code, name.family, name.given, organisation, birthDate].join(' ');
  });
}

const placeOf = ({ rank, invalidMark }: LineTruth) => ({ rank, invalidMark });

function byCode<Value>(entries: readonly (readonly [string, Value])[]): Record<string, Value> {
  return Object.fromEntries(entries);
}

async function inTurn<From, To>(list: readonly From[], read: (each: From) => Promise<To>): Promise<To[]> {
  const answers: To[] = [];
  for (const each of list) answers.push(await read(each));
  return answers;
}

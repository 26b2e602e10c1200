import fc from 'fast-check';
import { expect, test } from 'vitest';
import { odfElement } from '../odf-element.ts';
import type { OdfElement } from '../odf-element.ts';
import { clock, sentMessage as message } from '../testing/sent-messages.ts';
import type { Sent } from '../testing/sent-messages.ts';
import { advance } from './advance.ts';
import type { DeltaState } from './advance.ts';
import { applyChanges } from './fact.ts';
import type { OdfFact, OdfFactKind } from './fact.ts';
import { orderTellings } from './telling.ts';
import type { Telling } from './telling.ts';
import { tellingsOf } from './tellings-of.ts';
import { unitFacts } from './unit-facts.ts';

const race = 'ALPMDH----------------FNL-000100--';
const game = 'IHOMTEAM6-------------FNL-000100--';
const event = 'ALPMDH----------------------------';

type Line = {
  code: string;
  rank?: number;
  result?: string;
  irm?: string;
  mark?: string | undefined;
  current?: boolean;
  splits?: readonly string[];
  record?: string;
};

test('a timed run: start, splits, finishes, leads, an exit, and what became of it', () => {
  const story = told([
    list(1, 'START_LIST', [{ code: 'A' }, { code: 'B' }, { code: 'C' }]),
    list(2, 'LIVE', [{ code: 'A', current: true }, { code: 'B' }, { code: 'C' }]),
    list(3, 'LIVE', [{ code: 'A', current: true, splits: ['31.20'] }, { code: 'B' }, { code: 'C' }]),
    list(4, 'LIVE', [{ code: 'A', rank: 1, result: '1:31.00', splits: ['31.20'] }, { code: 'B' }, { code: 'C' }]),
    list(5, 'LIVE', [
      { code: 'B', rank: 1, result: '1:30.00', record: 'TR' },
      { code: 'A', rank: 2, result: '1:31.00', splits: ['31.25'] },
      { code: 'C', current: true },
    ]),
    list(6, 'LIVE', [
      { code: 'B', rank: 1, result: '1:30.00', record: 'TR' },
      { code: 'A', rank: 2, result: '1:31.00', splits: ['31.25'] },
      { code: 'C', irm: 'DNF' },
    ]),
    list(7, 'UNOFFICIAL', [
      { code: 'B', rank: 1, result: '1:30.00', record: 'TR', mark: 'Q' },
      { code: 'A', rank: 2, result: '1:31.00', splits: ['31.25'] },
      { code: 'C', irm: 'DNF' },
    ]),
    message('DT_COMMUNICATION', race, 1, '100730000', { documentSubcode: '1' }, [
      odfElement('Communication', { PublishTime: '2030-02-22T10:07:30+01:00' }, [
        odfElement('Protest', { Status: 'FILED', Rule: '640', Interpreter: 'N', Unit: race }),
      ]),
    ]),
    list(8, 'OFFICIAL', [
      { code: 'A', rank: 1, result: '1:31.00', splits: ['31.25'], mark: 'Q' },
      { code: 'B', irm: 'DSQ' },
      { code: 'C', irm: 'DNF' },
    ]),
    message('DT_MEDALLISTS', event, 1, '101000000', {}, [
      odfElement('Medal', { Code: 'ME_GOLD', Date: '2030-02-22', Unit: race }, [
        odfElement('Competitor', { Code: 'A', Type: 'A', Organisation: 'AAA', Order: 1 }),
      ]),
    ]),
  ]);
  expect(story.map(outline)).toStrictEqual([
    'on-course A @10:02 v2',
    'started @10:02 v2',
    // Put right with version 5, but told with version 3.
    'split A 1 31.25 @10:03 v5',
    'finished A 1:31.00 @10:04 v4',
    'lead-change A 1:31.00 @10:04 v4',
    'podium-change A 1:31.00 @10:04 v4',
    'on-course C @10:05 v5',
    'out C DNF @10:06 v6',
    'finished @10:07 v7',
    'unofficial @10:07 v7',
    'protested FILED @10:07 v1',
    'official @10:08 v8',
    'out B DSQ @10:08 v8',
    'qualified A Q @10:08 v8',
    'medals A 1 ME_GOLD @10:10 v1',
  ]);
});

test('a lead is taken back with the result it rests on, and given back with it', () => {
  const first = list(2, 'LIVE', [{ code: 'A', rank: 1, result: '31.0' }, { code: 'B' }]);
  const passed = list(3, 'LIVE', [
    { code: 'B', rank: 1, result: '30.0' },
    { code: 'A', rank: 2, result: '31.0' },
  ]);
  const slower = list(4, 'LIVE', [
    { code: 'A', rank: 1, result: '31.0' },
    { code: 'B', rank: 2, result: '32.0' },
  ]);
  const again = list(5, 'LIVE', [
    { code: 'B', rank: 1, result: '30.0' },
    { code: 'A', rank: 2, result: '31.0' },
  ]);
  const leads = (messages: Sent[]): string[] => told(messages).filter(isOf('lead-change')).map(outline);
  expect(leads([first, passed])).toStrictEqual([
    'lead-change A 31.0 @10:02 v2',
    'lead-change B 30.0 @10:03 v3 after A',
  ]);
  expect(leads([first, passed, slower])).toStrictEqual(['lead-change A 31.0 @10:02 v2']);
  expect(leads([first, passed, slower, again])).toStrictEqual(leads([first, passed]));
});

test('a shared lead is told of both, and a lead in a race without times stays when another passes', () => {
  const leads = (messages: Sent[]): string[] => told(messages).filter(isOf('lead-change')).map(outline);
  const tie = list(2, 'LIVE', [
    { code: 'A', rank: 1, result: '9.5' },
    { code: 'B', rank: 1, result: '9.5' },
  ]);
  expect(leads([tie])).toStrictEqual(['lead-change A 9.5 @10:02 v2', 'lead-change B 9.5 @10:02 v2']);
  const ahead = (version: number, code: string, behind: Line): Sent =>
    list(version, 'LIVE', [{ code, rank: 1 }, behind]);
  const passing = [
    ahead(2, 'A', { code: 'B', rank: 2 }),
    ahead(3, 'B', { code: 'A', rank: 2 }),
    ahead(4, 'A', { code: 'B', irm: 'DNF' }),
  ];
  expect(leads(passing)).toStrictEqual([
    'lead-change A @10:02 v2',
    'lead-change B @10:03 v3 after A',
    'lead-change A @10:04 v4 after B',
  ]);
});

test('a list that comes when all is over tells how it ended, not when it happened', () => {
  const lines = [
    { code: 'A', rank: 1, result: '31.0', mark: 'Q' },
    { code: 'B', irm: 'DNS' },
  ];
  expect(
    told([list(1, 'START_LIST', [{ code: 'A' }, { code: 'B' }]), list(2, 'OFFICIAL', lines)]).map(outline),
  ).toStrictEqual(['official @10:02 v2', 'out B DNS @10:02 v2', 'qualified A Q @10:02 v2']);
});

test('a postponed unit keeps its old and gets its new time; back at the old time it was not postponed', () => {
  const unit = (version: number, status: string, start: string): Sent =>
    message('DT_SCHEDULE_UPDATE', 'ALP-------------------------------', version, clock(version), {}, [
      odfElement('Unit', {
        Code: race,
        PhaseType: 3,
        ScheduleStatus: status,
        StartDate: `2030-02-22T${start}:00+01:00`,
      }),
    ]);
  const [on, off, later] = [
    unit(1, 'SCHEDULED', '11:00'),
    unit(2, 'POSTPONED', '11:00'),
    unit(3, 'RESCHEDULED', '13:00'),
  ];
  expect(told([on, off, later])).toMatchObject([
    {
      kind: 'postponed',
      at: '2030-02-22T10:02:00.000',
      value: '2030-02-22T13:00:00+01:00',
      previous: '2030-02-22T11:00:00+01:00',
    },
  ]);
  expect(told([on, off, unit(3, 'SCHEDULED', '11:00')])).toStrictEqual([]);
  expect(told([on, unit(2, 'CANCELLED', '11:00')]).map(outline)).toStrictEqual(['cancelled @10:02 v2']);
});

test('an invalidated document takes back what it told, and test messages tell nothing', () => {
  const live = list(2, 'LIVE', [{ code: 'A', rank: 1, result: '31.0' }]);
  const invalid = message('DT_RESULT', race, 3, clock(3), {}, undefined);
  expect(told([live]).length).toBeGreaterThan(0);
  expect(told([live, invalid])).toStrictEqual([]);
  expect(
    told([
      message('DT_RESULT', race, 2, clock(2), { feedFlag: 'T', resultStatus: 'LIVE' }, [
        line({ code: 'A', irm: 'DNF' }),
      ]),
    ]),
  ).toStrictEqual([]);
});

const mark = fc.option(fc.constantFrom<string>('30.1', '30.2', '30.3', '31.0'), { nil: undefined });
const anyLine = fc.record({
  result: mark,
  irm: fc.option(fc.constantFrom<string>('DNF', 'DSQ', 'DNS'), { nil: undefined, freq: 6 }),
  current: fc.boolean(),
  splits: fc.array(fc.constantFrom<string>('10.1', '10.2'), { maxLength: 2 }),
  mark: fc.option(fc.constantFrom<string>('Q', 'q'), { nil: undefined }),
});
const anyList = fc.record({
  status: fc.constantFrom('START_LIST', 'LIVE', 'LIVE', 'LIVE', 'INTERMEDIATE', 'UNOFFICIAL', 'PROTESTED', 'OFFICIAL'),
  lines: fc.tuple(anyLine, anyLine, anyLine, anyLine, anyLine),
  minute: fc.integer({ min: 0, max: 59 }),
});

/** Lists as they may come, however odd: ranks follow from the marks, ties share one. */
const anyRace = fc.array(anyList, { minLength: 1, maxLength: 12 }).map((lists) =>
  lists.map(({ status, lines, minute }, index) => {
    const ranked = lines.map((each, at): Line => {
      const { result, irm, ...rest } = each;
      if (result === undefined || irm !== undefined) return { code: `C${at}`, ...rest, ...(irm && { irm }) };
      const faster = lines.filter(
        (other) => other.irm === undefined && other.result !== undefined && other.result < result,
      );
      return { code: `C${at}`, result, rank: faster.length + 1, ...rest };
    });
    return {
      status,
      lines: ranked,
      sent: list(index + 1, status, ranked, `10${String(minute).padStart(2, '0')}00000`),
    };
  }),
);

test('facts are a function of the set of versions, and what holds last is what they say', () => {
  fc.assert(
    fc.property(anyRace, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (versions, chance) => {
      const sent = versions.map((version) => version.sent);
      const facts = told(sent);
      const shuffled = sent
        .map((each) => [chance.next().value, each] as const)
        .sort(([a], [b]) => a - b)
        .map(([, each]) => each);
      expect(told(shuffled)).toStrictEqual(facts);
      expect(byFactId(takenInOneByOne(shuffled))).toStrictEqual(byFactId(facts));

      const ids = new Set(sent.map(({ id }) => id));
      expect(facts.every(({ message: source }) => ids.has(source))).toBe(true);
      expect(new Set(facts.map(({ id }) => id)).size).toBe(facts.length);

      const { lines, status } = versions.at(-1)!;
      const wasLive = versions.some((version) => ['LIVE', 'INTERMEDIATE'].includes(version.status));
      const isRun = wasLive && status !== 'START_LIST';
      expect(values(facts, 'out')).toStrictEqual(
        lines.flatMap(({ code, irm }) => (irm ? [`${code} ${irm}`] : [])).sort(),
      );
      const finished = lines.flatMap(({ code, result }) => (result && isRun ? [`${code} ${result}`] : []));
      expect(
        values(
          facts.filter(({ competitor }) => competitor),
          'finished',
        ),
      ).toStrictEqual(finished.sort());
      const splits = lines.flatMap(({ code, splits: times = [] }) =>
        isRun ? times.map((time) => `${code} ${time}`) : [],
      );
      expect(values(facts, 'split')).toStrictEqual(splits.sort());
    }),
    { numRuns: 150 },
  );
});

test('whoever is first in the last list came to the lead last', () => {
  fc.assert(
    fc.property(anyRace, (versions) => {
      // A lead that was there when the story began is no fact, so it begins with a live list.
      const lists = [{ status: 'LIVE', lines: [] }, ...versions, { ...versions.at(-1)!, status: 'OFFICIAL' }];
      const leads = told(lists.map(({ status, lines }, at) => list(at + 1, status, lines))).filter(isOf('lead-change'));
      const leaders = lists.at(-1)!.lines.filter(({ rank }) => rank === 1);
      const last = leads.filter(({ at }) => at === leads.at(-1)?.at);
      fc.pre(leaders.length > 0);
      expect(leaders.map(({ code }) => code)).toEqual(expect.arrayContaining(last.map(({ competitor }) => competitor)));
      expect(last.length).toBeGreaterThan(0);
    }),
    { numRuns: 150 },
  );
});

test('a version that says the same again changes nothing', () => {
  fc.assert(
    fc.property(anyRace, (versions) => {
      const { status, lines } = versions.at(-1)!;
      const sent = versions.map((version) => version.sent);
      const again = list(versions.length + 1, status, lines, '105959000');
      expect(told([...sent, again])).toStrictEqual(told(sent));
    }),
    { numRuns: 60 },
  );
});

const anyGame = fc.array(
  fc.record({ side: fc.constantFrom('H', 'A'), period: fc.constantFrom('P1', 'P2'), isCancelled: fc.boolean() }),
  { maxLength: 10 },
);

test('goals conserve the score: the last one has that of the game, and each side has as many as it scored', () => {
  fc.assert(
    fc.property(anyGame, (goals) => {
      const sent: Sent[] = [];
      const scored: Goal[] = [];
      const say = (period?: string): void => {
        const inOrder = scored.toSorted((left, right) => left.period.localeCompare(right.period) || left.id - right.id);
        sent.push(playByPlay(sent.length + 1, period, inOrder));
      };
      for (const [id, { side, period, isCancelled }] of goals.entries()) {
        scored.push({ id, side, period });
        say(period);
        if (isCancelled) scored.pop();
        if (isCancelled) say(period);
      }
      // A cancelled goal changes the score after it, so the whole game is told once more.
      say();
      const facts = told(sent).filter(isOf('goal'));
      const score = ['H', 'A'].map((side) => scored.filter((goal) => goal.side === side).length);
      expect(['H', 'A'].map((side) => facts.filter(({ competitor }) => competitor === side).length)).toStrictEqual(
        score,
      );
      const last = facts.toSorted((left, right) => total(left.value) - total(right.value)).at(-1);
      expect(last?.value ?? '0-0').toBe(score.join('-'));
      expect(told(sent.toReversed())).toStrictEqual(told(sent));
    }),
    { numRuns: 60 },
  );
});

test('the lead of a game goes with the score, and back when a goal is cancelled', () => {
  const scored = (version: number, status: string, home: number, away: number): Sent =>
    message('DT_RESULT', game, version, clock(version), { resultStatus: status }, [
      lineOfSide('H', 'HOME', home),
      lineOfSide('A', 'AWAY', away),
    ]);
  const [start, ahead, level, behind] = [
    scored(1, 'LIVE', 0, 0),
    scored(2, 'LIVE', 1, 0),
    scored(3, 'LIVE', 1, 1),
    scored(4, 'LIVE', 1, 2),
  ];
  const leads = (sent: Sent[]): string[] => told(sent).filter(isOf('lead-change')).map(outline);
  expect(leads([start, ahead, level, behind])).toStrictEqual([
    'lead-change H 1-0 @10:02 v2',
    'lead-change A 1-2 @10:04 v4 after H',
  ]);
  expect(leads([start, ahead, level, behind, scored(5, 'LIVE', 1, 1)])).toStrictEqual(['lead-change H 1-0 @10:02 v2']);
  // Who leads a game has no rank by that.
  expect(told([start, ahead]).find(isOf('lead-change'))?.rank).toBeUndefined();
  expect(
    told([start, ahead, scored(5, 'OFFICIAL', 1, 0)])
      .filter(isOf('finished'))
      .map(outline),
  ).toStrictEqual(['finished 1-0 @10:05 v5']);
});

type Taken = { state: DeltaState | undefined; facts: Map<string, OdfFact>; kept: Telling[] };

function told(messages: readonly Sent[]): OdfFact[] {
  return unitFacts(messages);
}

/** As a system does: each message as it comes, and the strand once more where one is late. */
function takenInOneByOne(messages: readonly Sent[]): OdfFact[] {
  const strands = new Map<string, Taken>();
  for (const telling of messages.flatMap(({ id, message: each }) => tellingsOf(id, each))) {
    const key = `${telling.subject} ${telling.said.kind}`;
    const strand: Taken = strands.get(key) ?? { state: undefined, facts: new Map(), kept: [] };
    strands.set(key, strand);
    strand.kept.push(telling);
    let next = advance(strand.state, telling);
    if (next !== 'late') {
      // What is stored comes back from JSON.
      strand.state = JSON.parse(JSON.stringify(next.state)) as DeltaState;
      applyChanges(strand.facts, next.changes);
      continue;
    }
    strand.facts.clear();
    strand.state = undefined;
    for (const each of orderTellings(strand.kept)) {
      next = advance(strand.state, JSON.parse(JSON.stringify(each)) as Telling);
      if (next === 'late') throw new Error('in this order nothing is late');
      strand.state = next.state;
      applyChanges(strand.facts, next.changes);
    }
  }
  return [...strands.values()].flatMap(({ facts }) => [...facts.values()]);
}

function isOf(kind: OdfFactKind): (fact: OdfFact) => boolean {
  return (fact) => fact.kind === kind;
}

function values(facts: readonly OdfFact[], kind: OdfFactKind): string[] {
  return facts
    .filter(isOf(kind))
    .map(({ competitor, value }) => `${competitor} ${value}`)
    .sort();
}

function byFactId(facts: readonly OdfFact[]): OdfFact[] {
  return facts.toSorted((left, right) => (left.id < right.id ? -1 : 1));
}

function total(score: string | undefined): number {
  return (score ?? '').split('-').reduce((sum, part) => sum + Number(part), 0);
}

function outline({ kind, competitor, position, value, at, message: source, previous }: OdfFact): string {
  const parts = [kind, competitor, position, value, `@${at.slice(11, 16)}`, source.replace(/.* /, 'v')];
  if (kind === 'lead-change' && previous !== undefined) parts.push(`after ${previous}`);
  return parts.filter((part) => part !== undefined).join(' ');
}

function list(version: number, status: string, lines: readonly Line[], time = clock(version)): Sent {
  return message('DT_RESULT', race, version, time, { resultStatus: status }, lines.map(line));
}

function line({ code, rank, result, irm, mark: qualification, current, splits = [], record }: Line): OdfElement {
  const attributes = { Rank: rank, Result: result, IRM: irm, QualificationMark: qualification, SortOrder: 1 };
  return odfElement('Result', attributes, [
    odfElement(
      'ExtendedResults',
      {},
      splits.map((time, index) =>
        odfElement('ExtendedResult', { Type: 'ER', Code: 'INTERMEDIATE', Pos: index + 1, Value: time }),
      ),
    ),
    odfElement(
      'RecordIndicators',
      {},
      record === undefined ? [] : [odfElement('RecordIndicator', { Order: 1, Code: 'DH', RecordType: record })],
    ),
    odfElement('Competitor', { Code: code, Type: 'A', Organisation: 'AAA', ...(current && { Current: 'Y' }) }),
  ]);
}

function lineOfSide(code: string, place: string, score: number): OdfElement {
  return odfElement('Result', { Result: score, SortOrder: 1 }, [
    odfElement('Competitor', { Code: code, Type: 'T' }, [
      odfElement('EventUnitEntry', { Type: 'EUE', Code: 'HOME_AWAY', Value: place }),
    ]),
  ]);
}

type Goal = { readonly id: number; readonly side: string; readonly period: string };

/** The goals of a period with the score of the game, or of the whole game. */
function playByPlay(version: number, period: string | undefined, goals: readonly Goal[]): Sent {
  const score = { H: 0, A: 0 };
  const actions = goals.flatMap((goal, index) => {
    score[goal.side === 'H' ? 'H' : 'A'] += 1;
    const attributes = {
      Id: `G${goal.id}`,
      Period: goal.period,
      Order: index + 1,
      Action: 'GOAL',
      ScoreH: score.H,
      ScoreA: score.A,
    };
    if (period !== undefined && goal.period !== period) return [];
    return [odfElement('Action', attributes, [odfElement('Competitor', { Code: goal.side, Type: 'T' })])];
  });
  return message('DT_PLAY_BY_PLAY', game, version, clock(version), { documentSubcode: period, resultStatus: 'LIVE' }, [
    odfElement('Actions', { Home: 'H', Away: 'A' }, actions),
  ]);
}

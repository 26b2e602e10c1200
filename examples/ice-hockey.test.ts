import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mergeActions, noActions, readMessage, type ActionChange, type OdfMessage } from '@altis/odf';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clockText } from './ice-hockey/clock-text.ts';
import { openPainter } from './ice-hockey/draw/draw-frame.ts';
import { glyphs, marks } from './broadcast/graphics/glyphs.ts';
import { rink } from './ice-hockey/rink.ts';
import { videoMs } from './ice-hockey/scene.ts';
import type { Period } from './ice-hockey/period.ts';
import { clockAt, simulatePeriod } from './ice-hockey/simulate-period.ts';
import { athletesOf } from './ice-hockey/teams.ts';
import { dueMessages, hockeyPeriod, renderHockeyPeriod, untilNextMessage, type HockeyPeriod } from './index.ts';

const startAt = '2030-02-22T15:00:00+01:00';
const seeds = [1, 7, 42, 99_999];
const periods = new Map(seeds.map((seed) => [seed, simulatePeriod(seed)]));
const games = new Map(seeds.map((seed) => [seed, hockeyPeriod({ seed, startAt })]));
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'altis-example-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('the same seed plays the same period, another seed another one', () => {
  expect(hockeyPeriod({ seed: 7, startAt })).toEqual(hockeyPeriod({ seed: 7, startAt }));
  expect(hockeyPeriod({ seed: 7, startAt }).messages).not.toEqual(hockeyPeriod({ seed: 8, startAt }).messages);
});

test('the same seed draws the same frames', () => {
  const drawn = (frame: number): string => {
    const painter = openPainter(periodOf(7), 320);
    painter.draw(frame === 5 ? 900 : 5); // What was drawn before must not matter.
    return createHash('sha256').update(painter.draw(frame)).digest('hex');
  };
  for (const frame of [5, 420]) expect(drawn(frame)).toBe(drawn(frame));
  expect(drawn(420)).not.toBe(drawn(5));
});

test.each(seeds)('period %i keeps the promises of the story', (seed) => {
  const { timeline, durationMs } = gameOf(seed);
  const codes = timeline.map(({ code }) => code);
  const count = (code: string): number => codes.filter((each) => each === code).length;
  expect([count('GOAL'), count('P'), count('TOUT'), count('GK')]).toEqual([4, 2, 1, 1]);
  expect(timeline.filter(({ withdrawnFrame }) => withdrawnFrame !== undefined)).toHaveLength(1);
  expect(timeline.filter(({ corrected }) => corrected !== undefined)).toHaveLength(1);
  expect(codes.at(-1)).toBe('ENDP');
  expect(videoMs(timeline.find(({ code }) => code === 'GOAL')?.frame ?? Infinity)).toBeLessThan(12_000);
  expect(videoMs(timeline.at(-1)?.frame ?? 0)).toBeLessThan(durationMs);
});

test.each(seeds)('in period %i the puck crosses the goal line on the frame of each goal', (seed) => {
  const period = periodOf(seed);
  const { timeline } = gameOf(seed);
  for (const { frame, side } of timeline.filter(({ code }) => code === 'GOAL')) {
    const end = side === 'home' ? 1 : -1;
    const puck = period.states[frame]?.puck;
    expect((puck?.x ?? 0) * end).toBeCloseTo(rink.goalLine, 3);
    expect(Math.abs(puck?.y ?? 99)).toBeLessThan(rink.goal.halfWidth);
    expect((period.states[frame - 1]?.puck.x ?? 99) * end).toBeLessThan(rink.goalLine);
  }
});

test.each(seeds)('in period %i nobody skates faster than a person can or leaves the ice', (seed) => {
  const { states } = periodOf(seed);
  const motions = states.flatMap(({ figures }) => figures.map(({ motion }) => motion));
  const most = (of: (motion: (typeof motions)[number]) => number): number =>
    motions.reduce((highest, motion) => Math.max(highest, of(motion)), 0);
  expect(most(({ speedX, speedY }) => Math.hypot(speedX, speedY))).toBeLessThan(11);
  expect(most(({ x }) => Math.abs(x))).toBeLessThanOrEqual(rink.halfLength);
  expect(most(({ y }) => Math.abs(y))).toBeLessThanOrEqual(rink.halfWidth);
});

test.each(seeds)(
  'the messages of period %i are ODF without a single warning, in order and with ascending versions',
  (seed) => {
    const { messages } = gameOf(seed);
    const versions = new Map<string, number>();
    let before = 0;
    for (const { xml, availableAtMs, version } of messages) {
      const reading = readMessage(xml);
      if (!reading.ok) throw new Error(reading.fault.message);
      expect(reading.warnings).toEqual([]);
      const { documentType, documentCode, documentSubcode } = reading.message.header;
      const key = `${documentType}/${documentCode}/${documentSubcode}`;
      expect(version).toBe((versions.get(key) ?? 0) + 1);
      expect(reading.message.header.version).toBe(version);
      versions.set(key, version);
      expect(availableAtMs).toBeGreaterThanOrEqual(before);
      before = availableAtMs;
    }
  },
);

test.each(seeds)('period %i reports each action late by 3 to 9 s, one correction and one withdrawal', (seed) => {
  const { timeline, messages } = gameOf(seed);
  const told = changesOf(messages);
  const recorded = told.filter(({ change }) => change.kind === 'recorded');
  expect(recorded.map(({ change }) => idOf(change))).toEqual(timeline.map(({ id }) => id));
  recorded.forEach(({ atMs }, index) => {
    const delay = atMs - videoMs(timeline[index]?.frame ?? 0);
    expect(delay).toBeGreaterThanOrEqual(3000);
    expect(delay).toBeLessThan(9000);
  });

  const corrected = told.filter(({ change }) => change.kind === 'corrected');
  const goal = timeline.find((action) => action.corrected);
  expect(corrected.map(({ change }) => idOf(change))).toEqual([goal?.id]);
  const change = corrected[0]?.change;
  if (change?.kind !== 'corrected') throw new Error('There is no correction.');
  expect(scorerOf(change.before)).not.toBe(scorerOf(change.action));
  expect(scorerOf(change.action)).toBe(goal?.parts[0]?.athlete.code);
  const waited = (corrected[0]?.atMs ?? 0) - videoMs(goal?.frame ?? 0);
  expect(waited).toBeGreaterThan(12_000);
  expect(waited).toBeLessThan(20_000);

  const withdrawn = told.filter((each) => each.change.kind === 'withdrawn');
  const cancelled = timeline.find(({ withdrawnFrame }) => withdrawnFrame !== undefined);
  expect(withdrawn.map((each) => idOf(each.change))).toEqual([cancelled?.id]);
});

test.each(seeds)('in period %i clock, score and time stamp of the messages are those of the picture', (seed) => {
  const period = periodOf(seed);
  const { timeline, messages } = gameOf(seed);
  const master = read(
    messages.findLast(({ documentType, documentSubcode }) => documentType === 'DT_PLAY_BY_PLAY' && !documentSubcode)
      ?.xml ?? '',
  );
  if (master.content.kind !== 'play-by-play') throw new Error('The master is no play-by-play.');
  const score = { home: 0, away: 0 };
  for (const action of master.content.actions) {
    const told = timeline.find(({ id }) => id === action.id);
    if (!told) throw new Error(`${action.id} is not in the timeline.`);
    expect(Date.parse(action.timeStamp ?? '')).toBe(Date.parse(startAt) + videoMs(told.frame));
    expect(action.when).toBe(clockText(clockAt(period, told.frame)));
    if (action.action === 'GOAL') score[told.side ?? 'home'] += 1;
    const expected = action.action === 'GOAL' ? [String(score.home), String(score.away)] : [undefined, undefined];
    expect([action.scoreHome, action.scoreAway]).toEqual(expected);
  }
  expect(score).toEqual({ home: 2, away: 1 });
});

test('names with apostrophes, diacritics and other scripts arrive as they are', () => {
  const { messages, home, away } = gameOf(7);
  const { content } = read(messages.find(({ documentType }) => documentType === 'DT_PARTIC')?.xml ?? '');
  if (content.kind !== 'participants') throw new Error('There are no participants.');
  const names = content.participants.map(({ element }) => element.attributes['FamilyName']);
  expect(names).toEqual([...athletesOf(home), ...athletesOf(away)].map(({ familyName }) => familyName));
  const local = content.participants.map(({ element }) => element.attributes['LocalFamilyName']);
  expect(local).toContain('李');
  expect(local).toContain('المرزوق');
});

test('the lettering of the picture has every letter of every name', () => {
  const { home, away } = gameOf(7);
  const people = [home, away].flatMap(athletesOf).flatMap(({ givenName, familyName }) => [givenName, familyName]);
  const letters = [home.name, away.name, ...people].flatMap((name) =>
    Array.from(name.toLocaleUpperCase('en').normalize('NFD')),
  );
  expect(letters.filter((letter) => !(letter in glyphs) && !(letter in marks))).toEqual([]);
});

test('an exhibition at the Games is over when its period is, with who won it, at the times of its venue', () => {
  const { messages } = hockeyPeriod({ seed: 7, startAt, setting: 'games' });
  const reports = messages.map(({ xml }) => read(xml));
  const statuses = reports.flatMap(({ content }) => (content.kind === 'schedule' ? content.units : []));
  expect(statuses.map(({ element }) => element.attributes['ScheduleStatus'])).toEqual([
    'SCHEDULED',
    'RUNNING',
    'FINISHED',
  ]);
  const { ActualStartDate, ActualEndDate } = statuses.at(-1)!.element.attributes;
  expect(ActualStartDate).toMatch(/\+01:00$/);
  expect(Date.parse(ActualEndDate ?? '') - Date.parse(ActualStartDate ?? '')).toBeGreaterThan(120_000);
  const last = reports.findLast(({ content }) => content.kind === 'results')!;
  expect(last.header.resultStatus).toBe('OFFICIAL');
  if (last.content.kind !== 'results') throw new Error('The last is no result.');
  expect(last.content.results.map(({ result, wlt }) => [result, wlt])).toEqual([
    ['2', 'W'],
    ['1', 'L'],
  ]);
});

test('messages fall due in their order', () => {
  const { messages } = gameOf(7);
  const ahead = dueMessages(messages, 0);
  expect(ahead.map(({ documentType }) => documentType)).toEqual([
    'DT_SCHEDULE',
    'DT_PARTIC',
    'DT_PARTIC_TEAMS',
    'DT_RESULT',
  ]);
  expect(dueMessages(messages, 20_000, ahead.length)).toEqual(
    messages.filter(({ availableAtMs }) => availableAtMs > 0 && availableAtMs <= 20_000),
  );
  expect(untilNextMessage(messages, 1000, ahead.length)).toBe((messages[4]?.availableAtMs ?? 0) - 1000);
  expect(untilNextMessage(messages, 0, messages.length)).toBeUndefined();
});

test('a start time without an offset is refused with the remedy', () => {
  expect(() => hockeyPeriod({ seed: 1, startAt: '2030-02-22T15:00:00' })).toThrow(/write it with its offset/);
});

test('the beginning is drawn, encoded and whole', async () => {
  const out = join(folder, 'short.mp4');
  const shares: number[] = [];
  const rendered = await renderHockeyPeriod({
    seed: 7,
    out,
    width: 320,
    lengthMs: 1000,
    progress: (share) => shares.push(share),
  });
  expect(rendered).toMatchObject({ frameCount: 25, durationMs: 1000 });
  expect(rendered.sizeBytes).toBeGreaterThan(5000);
  expect(shares.length).toBeGreaterThan(0);
}, 120_000);

test('a stopped drawing leaves no file', async () => {
  const stop = new AbortController();
  const below = join(folder, 'stopped');
  await mkdir(below);
  const drawing = renderHockeyPeriod({
    seed: 7,
    out: join(below, 'period.mp4'),
    width: 320,
    signal: stop.signal,
    progress: () => stop.abort(new Error('enough')),
  });
  await expect(drawing).rejects.toThrow('enough');
  expect(await readdir(below)).toEqual([]);
}, 120_000);

test('an unfit width is refused with the remedy', async () => {
  await expect(renderHockeyPeriod({ seed: 7, out: join(folder, 'x.mp4'), width: 333 })).rejects.toThrow(
    /multiple of 32/,
  );
});

function periodOf(seed: number): Period {
  return periods.get(seed) ?? simulatePeriod(seed);
}

function gameOf(seed: number): HockeyPeriod {
  return games.get(seed) ?? hockeyPeriod({ seed, startAt });
}

function read(xml: string): OdfMessage {
  const reading = readMessage(xml);
  if (!reading.ok) throw new Error(reading.fault.message);
  return reading.message;
}

function changesOf(
  messages: readonly { xml: string; availableAtMs: number }[],
): { atMs: number; change: ActionChange }[] {
  let state = noActions;
  return messages.flatMap(({ xml, availableAtMs }) => {
    const message = read(xml);
    if (message.header.documentType !== 'DT_PLAY_BY_PLAY') return [];
    const merged = mergeActions(state, message);
    state = merged.state;
    return merged.changes.map((change) => ({ atMs: availableAtMs, change }));
  });
}

function idOf(change: ActionChange): string {
  return change.kind === 'withdrawn' ? change.before.id : change.action.id;
}

function scorerOf({
  competitors,
}: {
  competitors: readonly { athletes: readonly { role?: string | undefined; code: string }[] }[];
}): string | undefined {
  return competitors.flatMap(({ athletes }) => athletes).find(({ role }) => role === 'SCR')?.code;
}

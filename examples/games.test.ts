import { createHash } from 'node:crypto';
import { checkMessage, readMessage } from '@altis/odf';
import { expect, test } from 'vitest';
import { disturb, busiestGap } from './games/faults/disturb.ts';
import { organisations } from './games/cast/organisations.ts';
import { scoreOf } from './games/ice-hockey/play-game.ts';
import { downhillBroadcast, jumpBroadcast, playGames, type Games, type GamesMessage } from './index.ts';

const firstDay = '2030-02-22';
const small = new Map([1, 7, 42, 2030].map((seed) => [seed, playGames({ seed, firstDay, size: 'small' })]));
const whole = playGames({ seed: 2030, firstDay });
const all: [string, Games][] = [
  ...[...small].map(([seed, games]): [string, Games] => [`small ${seed}`, games]),
  ['whole', whole],
];

test('the same seed gives the same bytes, another seed other ones', () => {
  const again = playGames({ seed: 7, firstDay, size: 'small' });
  expect(digest(again.messages)).toBe(digest(small.get(7)!.messages));
  expect(digest(again.messages)).not.toBe(digest(small.get(42)!.messages));
});

test.each(all)(
  'in the %s Games every message is right ODF, read without a warning, in order and with ascending versions',
  (name, games) => {
    const versions = new Map<string, number>();
    let before = 0;
    for (const [index, message] of games.messages.entries()) {
      expect(message.atMs).toBeGreaterThanOrEqual(before);
      before = message.atMs;
      if (name === 'whole' && index % 9 !== 0) continue;
      const reading = readMessage(message.xml);
      if (!reading.ok) throw new Error(`${message.documentType}: ${reading.fault.message}`);
      expect(reading.warnings).toEqual([]);
      expect(checkMessage(reading.message.root)).toEqual([]);
      const { documentType, documentCode, documentSubtype, documentSubcode, version } = reading.message.header;
      const key = [documentType, documentCode, documentSubtype, documentSubcode].join(' ');
      expect(version).toBe(message.version);
      expect(version).toBeGreaterThan(versions.get(key) ?? 0);
      versions.set(key, version);
    }
  },
);

test.each(all)(
  'in the %s Games ranks follow the results, and a shared rank leaves out the next one',
  (_name, { simulation }) => {
    for (const { sheet } of simulation.events.flatMap(({ played }) => played.units)) {
      const ranks = sheet.lines.flatMap(({ rank }) => (rank === undefined ? [] : [rank]));
      for (const [index, rank] of ranks.entries()) {
        const isShared = ranks.filter((other) => other === rank).length > 1;
        expect(rank).toBe(ranks.indexOf(rank) + 1);
        expect(sheet.lines[index]?.rankEqual === true).toBe(isShared);
      }
      const times = sheet.lines
        .filter(({ resultType, rank }) => resultType === 'TIME' && rank !== undefined)
        .map(({ result }) => seconds(result));
      expect(times).toEqual(times.toSorted((a, b) => a - b));
    }
  },
);

test.each(all)('in the %s Games totals are the sums of their parts', (_name, { simulation }) => {
  let checked = 0;
  for (const { played, stage } of simulation.events) {
    const lines = [...played.units.flatMap(({ sheet }) => sheet.lines), ...played.ranking];
    for (const { parts = [], result, irm } of lines) {
      if (parts.length < 2 || irm !== undefined || result === undefined) continue;
      const value = stage.event.discipline === 'BTH' ? seconds : Number;
      const sum = parts.reduce((total, part) => total + value(part.result ?? '0'), 0);
      expect(sum).toBeCloseTo(value(result), 6);
      checked += 1;
    }
  }
  expect(checked).toBeGreaterThan(5);
});

test.each(all)(
  'in the %s Games the score of a game is that of its goals, and its periods add up',
  (_name, { simulation }) => {
    for (const { sheet, actions } of simulation.events.flatMap(({ played }) => played.units)) {
      if (actions === undefined) continue;
      const [home, away] = sheet.lines.map(({ result }) => Number(result));
      const last = actions.findLast(({ score }) => score !== undefined)?.score ?? { home: 0, away: 0 };
      expect([last.home, last.away]).toEqual([home, away]);
      const periods = sheet.periods ?? [];
      expect(periods.reduce((sum, { homeInPeriod }) => sum + homeInPeriod, 0)).toBe(home);
      expect(periods.at(-1)?.away).toBe(away);
      expect(home).not.toBe(away);
      expect(sheet.lines.map(({ wlt }) => wlt)).toEqual(home! > away! ? ['W', 'L'] : ['L', 'W']);
      expect(new Set(actions.map(({ id }) => id)).size).toBe(actions.length);
    }
    expect(scoreOf([])).toEqual({ home: 0, away: 0 });
  },
);

test.each(all)('in the %s Games every event gives its medals, and the table counts them', (_name, { truth }) => {
  for (const { rsc } of truth.events) {
    const won = truth.medals.filter(({ event }) => event === rsc).map(({ medal }) => medal);
    expect(won.length).toBeGreaterThanOrEqual(3);
    expect(won).toContain('gold');
  }
  const counted = truth.medalTable.reduce((sum, { total }) => sum + total, 0);
  expect(counted).toBe(truth.medals.length);
});

test('the whole Games have the size and the stories that they promise', () => {
  const { truth, messages } = whole;
  expect(truth.athletes.length).toBeGreaterThan(390);
  expect(new Set(truth.athletes.map(({ organisation }) => organisation))).toEqual(
    new Set(organisations.map(({ code }) => code)),
  );
  expect(truth.days).toEqual(['2030-02-22', '2030-02-23', '2030-02-24']);
  expect(messages.length).toBeGreaterThan(3000);
  const downhill = truth.medals.filter(({ event }) => event.startsWith('ALPMDH'));
  expect(downhill.map(({ medal }) => medal)).toEqual(['gold', 'gold', 'bronze']);
  const moved = truth.units.find(({ rsc }) => rsc.startsWith('ALPMDH'));
  expect(moved?.day).toBe('2030-02-23');
  const final = truth.units.find(({ rsc }) => rsc.startsWith('CCSWSPRINT') && rsc.includes('FNL-'));
  expect(final?.lines.filter(({ invalidMark }) => invalidMark === 'DSQ')).toHaveLength(1);
  expect(
    truth.units.some(({ actualEndMs, day }) => new Date(actualEndMs + 3_600_000).toISOString().slice(0, 10) > day),
  ).toBe(true);
  const names = truth.athletes.map(
    ({ givenName, familyName, organisation }) => `${givenName} ${familyName} ${organisation}`,
  );
  expect(names.length - new Set(names).size).toBe(1);
});

test('a broadcast tells of the same runs and jumps as the results', () => {
  const downhill = downhillBroadcast(whole);
  const result = whole.truth.units.find(({ rsc }) => rsc === downhill.unit);
  const winners = downhill.runs
    .filter(({ finish }) => finish?.rank === 1 && finish.behind === 0)
    .map(({ athlete }) => athlete.code);
  const golds = result?.lines.filter(({ rank }) => rank === '1').map(({ code }) => code) ?? [];
  expect(golds.every((code) => winners.includes(code))).toBe(true);
  const jumping = jumpBroadcast(whole);
  const final = whole.truth.units.find(({ rsc }) => rsc === jumping.unit);
  const best = jumping.jumps.toSorted((a, b) => b.total - a.total).find(({ irm }) => irm === undefined);
  expect(best?.athlete.code).toBe(final?.lines[0]?.code);
  expect(best?.total.toFixed(1)).toBe(final?.lines[0]?.result);
});

test('faults keep every message of the story and add others that are none of it', () => {
  const { messages } = small.get(7)!;
  const gap = busiestGap(messages, 3_600_000);
  const arriving = disturb(messages, { seed: 3, gaps: [gap] });
  const texts = new Set(arriving.map(({ xml }) => xml));
  expect(messages.filter(({ xml }) => !texts.has(xml))).toEqual([]);
  const faults = new Set(arriving.map(({ fault }) => fault));
  expect(faults).toEqual(new Set([undefined, 'late', 'again', 'test', 'foreign', 'truncated', 'held']));
  expect(
    arriving.some(
      ({ venue, atMs, fault }) =>
        venue === gap.venue && fault === undefined && atMs >= gap.fromMs && atMs < gap.fromMs + gap.lastsMs,
    ),
  ).toBe(false);
});

function digest(messages: readonly GamesMessage[]): string {
  const hash = createHash('sha256');
  for (const { atMs, xml } of messages) hash.update(`${atMs} ${xml}`);
  return hash.digest('hex');
}

/** `1:21:41.2`, `1:41.23` or `41.23` in seconds. */
function seconds(text = ''): number {
  return text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
}

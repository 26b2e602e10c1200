import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chooseWindow } from './downhill/choose-window.ts';
import { openShow as openDownhill } from './downhill/downhill-show.ts';
import { differenceText, graphicsAt, timeText } from './downhill/graphics-at.ts';
import { chooseWindow as chooseJumps } from './ski-jumping/choose-window.ts';
import { graphicsAt as jumpGraphicsAt, struck } from './ski-jumping/graphics-at.ts';
import { openShow as openSkiJump } from './ski-jumping/ski-jump-show.ts';
import { downhillBroadcast, jumpBroadcast, playGames, renderDownhill, renderSkiJump } from './index.ts';

const games = playGames({ seed: 2030, firstDay: '2030-02-20' });
const downhill = downhillBroadcast(games);
const jumping = jumpBroadcast(games);
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'altis-winter-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('the clock, the intermediates and the finish of the downhill are those of the broadcast', () => {
  for (const run of downhill.runs.filter(({ finish }) => finish !== undefined).slice(0, 6)) {
    for (const { time, rank, behind } of run.splits) {
      const { difference, clock } = graphicsAt(downhill, run.startMs + time * 10 + 20);
      expect(difference).toMatchObject({ place: 'split', time, rank });
      const shown = difference?.difference ?? Number.NaN;
      // Whoever leads is ahead of the best so far, or level with it.
      expect(rank > 1 ? shown - behind : Math.max(0, shown)).toBe(0);
      expect(clock).toBe(timeText(Math.floor((time + 2) / 10) * 10).slice(0, -1));
    }
    const { clock, difference, bar } = graphicsAt(downhill, run.endMs + 40);
    expect(bar).toMatchObject({ bib: run.athlete.bib, familyName: run.athlete.familyName });
    expect(clock).toBe(timeText(run.finish?.time ?? 0));
    expect(difference).toMatchObject({ place: 'finish', rank: run.finish?.rank });
  }
  expect([timeText(10_061), timeText(1907), differenceText(-12), differenceText(34)]).toEqual([
    '1:40.61',
    '19.07',
    '-0.12',
    '+0.34',
  ]);
});

test('the jump shows distance, marks, wind and gate, total and rank of the broadcast', () => {
  for (const jump of jumping.jumps.filter(({ irm }) => irm === undefined)) {
    expect(jumpGraphicsAt(jumping, jump.startMs - 500).conditions).toEqual({
      windMetresPerSecond: jump.windMetresPerSecond,
      gate: jump.gate,
    });
    const { distance, result } = jumpGraphicsAt(jumping, jump.marksMs + 1000);
    expect(distance).toBe(jump.distance);
    expect(result).toMatchObject({ points: jump.points, total: jump.total, rank: jump.rank });
    const counted = (result?.marks ?? []).filter(({ isStruck }) => !isStruck);
    expect(counted).toHaveLength(3);
    const style = counted.reduce((sum, { mark }) => sum + mark, 0);
    const reach = 60 + (jump.distance - jumping.hill.kPoint) * 2;
    expect(style + reach + (result?.compensation ?? 0)).toBeCloseTo(jump.points, 6);
  }
  expect(struck([17, 18, 18, 16, 16]).map(({ isStruck }) => isStruck)).toEqual([false, true, false, false, true]);
});

test('a few minutes are shown, with several starters, and the same moment is drawn the same', () => {
  for (const { startMs, endMs } of [chooseWindow(downhill), chooseJumps(jumping)]) {
    expect(endMs - startMs).toBeGreaterThan(180_000);
    expect(endMs - startMs).toBeLessThan(330_000);
  }
  for (const show of [openDownhill(downhill), openSkiJump(jumping)]) {
    const painter = show.openPainter(320);
    const drawn = (frame: number): string => createHash('sha256').update(painter.draw(frame)).digest('hex');
    const first = drawn(1500);
    expect(drawn(1900)).not.toBe(first);
    expect(drawn(1500)).toBe(first);
    const sound = show.synthesiseSound(50);
    expect(sound).toHaveLength(2 * 48_000 * 2);
    expect(Math.max(...sound.subarray(0, 90_000))).toBeGreaterThan(0.005);
    expect(Math.max(...sound.subarray(0, 90_000))).toBeLessThan(1);
  }
}, 120_000);

test('the beginnings are drawn, encoded and whole, and begin at a moment of the event', async () => {
  const options = { width: 320, lengthMs: 400 };
  const race = await renderDownhill({ broadcast: downhill, out: join(folder, 'downhill.mp4'), ...options });
  expect(race).toMatchObject({ frameCount: 10, durationMs: 400, startMs: chooseWindow(downhill).startMs });
  expect(race.sizeBytes).toBeGreaterThan(3000);
  const jump = await renderSkiJump({ broadcast: jumping, out: join(folder, 'ski-jump.mp4'), ...options });
  expect(jump).toMatchObject({ frameCount: 10, durationMs: 400, startMs: chooseJumps(jumping).startMs });
}, 180_000);

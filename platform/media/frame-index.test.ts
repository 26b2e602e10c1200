import fc from 'fast-check';
import { expect, test } from 'vitest';
import { frameAtMs, frameTimeMs, type FrameIndex } from './frame-index.ts';

/** Frames at least 4 ms apart, at uneven times, on a clock of a container. */
const anyIndex: fc.Arbitrary<FrameIndex> = fc
  .record({
    den: fc.constantFrom(1000, 12_800, 90_000, 60_000),
    gapsMs: fc.array(fc.integer({ min: 4, max: 500 }), { minLength: 1, maxLength: 60 }),
  })
  .map(({ den, gapsMs }) => {
    const ticks = gapsMs.reduce<number[]>(
      (times, gap) => [...times, (times.at(-1) ?? 0) + Math.ceil((gap * den) / 1000)],
      [0],
    );
    return { timeBase: { num: 1, den }, ticks, endTicks: (ticks.at(-1) ?? 0) + 1, keyFrames: [0] };
  });

test('the time of a frame, also rounded to milliseconds, leads back to that frame', () => {
  fc.assert(
    fc.property(anyIndex, fc.nat(), (index, any) => {
      const frame = any % index.ticks.length;
      const timeMs = frameTimeMs(index, frame);
      for (const time of [timeMs, Math.round(timeMs), Math.floor(timeMs), timeMs + 2])
        expect(frameAtMs(index, time)).toBe(frame);
    }),
  );
});

test('times outside the video mean its first and its last frame', () => {
  const index = { timeBase: { num: 1, den: 1000 }, ticks: [0, 40, 80], endTicks: 120, keyFrames: [0] };
  expect([frameAtMs(index, -500), frameAtMs(index, 9999)]).toEqual([0, 2]);
  expect(() => frameTimeMs(index, 3)).toThrow('the video has 3');
});

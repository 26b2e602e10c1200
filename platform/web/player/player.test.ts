import fc from 'fast-check';
import { expect, test } from 'vitest';
import { constantFrameClock, listedFrameClock } from './frame-clock.ts';
import { formatTimecode, framesPerSecond, parseTimecode } from './timecode.ts';
import type { FrameRate } from './timecode.ts';

const rates: readonly FrameRate[] = [
  { numerator: 25, denominator: 1 },
  { numerator: 50, denominator: 1 },
  { numerator: 24_000, denominator: 1001 },
  { numerator: 30_000, denominator: 1001 },
  { numerator: 60_000, denominator: 1001 },
];
const ntsc = { numerator: 30_000, denominator: 1001 };

test('counts as SMPTE ST 12-1 does', () => {
  expect(formatTimecode(0, { numerator: 50, denominator: 1 }, { start: '10:00:00:00' })).toBe('10:00:00:00');
  expect(formatTimecode(149, { numerator: 50, denominator: 1 })).toBe('00:00:02:49');
  expect(formatTimecode(1799, ntsc, { dropFrame: true })).toBe('00:00:59;29');
  expect(formatTimecode(1800, ntsc, { dropFrame: true })).toBe('00:01:00;02');
  expect(formatTimecode(17_982, ntsc, { dropFrame: true })).toBe('00:10:00;00');
  // One hour of drop-frame time code is one hour of real time: 107 892 frames.
  expect(formatTimecode(107_892, ntsc, { dropFrame: true })).toBe('01:00:00;00');
  expect(formatTimecode(1, ntsc, { start: '23:59:59:29' })).toBe('00:00:00:00');
});

test('reads back every time code that it writes', () => {
  fc.assert(
    fc.property(fc.constantFrom(...rates), fc.nat(2_000_000), fc.boolean(), (rate, frame, dropFrame) => {
      const text = formatTimecode(frame, rate, { dropFrame });
      expect(parseTimecode(text, rate, { dropFrame })).toBe(frame);
    }),
  );
});

test('refuses what is not a time code', () => {
  expect(() => parseTimecode('1:2:3', ntsc)).toThrow(/not a time code/);
  expect(() => parseTimecode('00:00:00:30', ntsc)).toThrow(/30 frames/);
  expect(() => parseTimecode('00:01:00;01', ntsc, { dropFrame: true })).toThrow(RangeError);
});

test('finds each frame from its start, its middle and its rounded presentation time', () => {
  fc.assert(
    fc.property(fc.constantFrom(...rates), fc.nat(2_000_000), (rate, frame) => {
      const clock = constantFrameClock(rate);
      expect(clock.frameAt(clock.seekTimeOf(frame))).toBe(frame);
      expect(clock.frameAt(Math.round((frame / framesPerSecond(rate)) * 1e6) / 1e6)).toBe(frame);
      expect(clock.frameAt(Math.floor((frame / framesPerSecond(rate)) * 1e6) / 1e6)).toBe(frame);
    }),
  );
});

test('finds frames of uneven length', () => {
  const lengths = fc.array(fc.integer({ min: 5, max: 400 }), { minLength: 1, maxLength: 200 });
  fc.assert(
    fc.property(lengths, (lengthsMs) => {
      const starts = lengthsMs.map((_, place) => lengthsMs.slice(0, place).reduce((sum, each) => sum + each, 0));
      const clock = listedFrameClock(starts);
      starts.forEach((startMs, frame) => {
        expect(clock.frameAt(startMs / 1000)).toBe(frame);
        expect(clock.frameAt(clock.seekTimeOf(frame))).toBe(frame);
      });
    }),
  );
});

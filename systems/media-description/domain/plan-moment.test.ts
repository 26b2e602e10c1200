import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planMoment, type Footage } from './plan-moment.ts';

const footage: Footage = {
  startsAtMs: 1_000_000,
  durationMs: 60_000,
  frameCount: 3_000,
  frameAt: (timeMs) => Math.floor(timeMs / 20),
};

describe('a planned moment', () => {
  test('holds the time before and after its action', () => {
    expect(planMoment(1_030_000, { preMs: 9_000, postMs: 7_000 }, footage)).toEqual({
      actionFrame: 1_500,
      inFrame: 1_050,
      outFrame: 1_850,
    });
  });

  test('is none when the action is not in the recording', () => {
    expect(planMoment(999_999, { preMs: 9_000, postMs: 7_000 }, footage)).toBeUndefined();
    expect(planMoment(1_060_000, { preMs: 9_000, postMs: 7_000 }, footage)).toBeUndefined();
  });

  test('lies within the recording and around its action, wherever that is', () => {
    fc.assert(
      fc.property(fc.nat(59_999), fc.nat(30_000), fc.nat(30_000), (intoMs, preMs, postMs) => {
        const bounds = planMoment(footage.startsAtMs + intoMs, { preMs, postMs }, footage)!;
        expect(bounds.inFrame).toBeGreaterThanOrEqual(0);
        expect(bounds.inFrame).toBeLessThanOrEqual(bounds.actionFrame);
        expect(bounds.actionFrame).toBeLessThanOrEqual(bounds.outFrame);
        expect(bounds.outFrame).toBeLessThan(footage.frameCount);
      }),
    );
  });
});

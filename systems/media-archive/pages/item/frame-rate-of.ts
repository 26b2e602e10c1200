import type { FrameRate } from '@altis/web';

/**
 * The exact fraction behind a frame rate: whole, or 1000/1001 of a whole one as in the NTSC family (SMPTE ST 12-1,
 * clause 5.2); else to a thousandth.
 */
export function frameRateOf(framesPerSecond: number): FrameRate {
  const whole = Math.round(framesPerSecond);
  if (whole > 0 && Math.abs(framesPerSecond - whole) < 0.002) return { numerator: whole, denominator: 1 };
  const slowed = Math.round((framesPerSecond * 1001) / 1000);
  if (slowed > 0 && Math.abs(framesPerSecond - (slowed * 1000) / 1001) < 0.002) {
    return { numerator: slowed * 1000, denominator: 1001 };
  }
  return { numerator: Math.max(1, Math.round(framesPerSecond * 1000)), denominator: 1000 };
}

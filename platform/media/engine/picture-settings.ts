import type { Stream } from 'node-av/lib';
import type { Rational } from '../rational.ts';
import type { PictureSize } from './display-size.ts';
import type { Mp4VideoOptions } from './mp4-writer.ts';

/** The picture coding of every output for people: quick to encode, a key frame at least each second. */
export function pictureSettings(options: {
  size: PictureSize;
  timeBase: Rational;
  frameRate: Rational;
  crf: number;
  threads: number;
}): Mp4VideoOptions {
  const { size, frameRate, ...rest } = options;
  const gopFrames = Math.max(1, Math.round(frameRate.num / frameRate.den));
  return { ...size, ...rest, frameRate, gopFrames, preset: 'veryfast' };
}

/** The average frame rate, or 25 where the container knows none. */
export function frameRateOf({ avgFrameRate, rFrameRate }: Stream): Rational {
  const rate = [avgFrameRate, rFrameRate].find(({ num, den }) => num > 0 && den > 0);
  return rate ? { num: rate.num, den: rate.den } : { num: 25, den: 1 };
}

import { mix, smooth } from '../broadcast/blend.ts';
import type { Place } from '../broadcast/land/lens.ts';
import type { BroadcastJump } from '../games/broadcast.ts';
import { inRunAt, landingAt } from './hill.ts';

/** Where a jumper is and how the body moves. */
export type JumperState = Place & {
  readonly phase: 'gate' | 'in-run' | 'flight' | 'landing';
  /** Radians that the skis point above the horizontal, along the hill. */
  readonly pitch: number;
  readonly speed: number;
  /** Seconds since this phase began. */
  readonly since: number;
  /** Share of the flight. */
  readonly share: number;
  readonly isStanding: number;
  readonly fallen: number;
  readonly joy: number;
};

const firstRise = 0.6;
const glideSeconds = 3.4;
const brakeSeconds = 4.2;

/** The jumper at a moment: on the bar, in the track, in the air and in the out-run, as the broadcast times it. */
export function jumperAt(jump: BroadcastJump, atMs: number): JumperState {
  const { startMs, takeOffMs, landingMs, marksMs, distance, speedKmh, hasFallen } = jump;
  const speed = speedKmh / 3.6;
  const still = { fallen: 0, joy: 0, isStanding: 0, share: 0, x: 0 };
  if (atMs < takeOffMs) {
    // At an even acceleration the edge is reached at the speed that was measured.
    const whole = (takeOffMs - startMs) / 1000;
    const since = Math.max(0, (atMs - startMs) / 1000);
    const way = (speed * whole) / 2 - (speed * since * since) / (2 * whole);
    const here = inRunAt(way);
    const back = inRunAt(way + 1);
    const pitch = Math.atan2(here.z - back.z, here.y - back.y);
    return {
      ...still,
      ...here,
      phase: atMs < startMs ? 'gate' : 'in-run',
      pitch,
      speed: (speed * since) / whole,
      since,
    };
  }
  if (atMs < landingMs) {
    const whole = (landingMs - takeOffMs) / 1000;
    const since = (atMs - takeOffMs) / 1000;
    const share = since / whole;
    const end = landingAt(distance);
    const sink = (2 * (firstRise * whole - end.z)) / (whole * whole);
    const y = end.y * (1.1 * share - 0.1 * share * share);
    const z = firstRise * since - (sink * since * since) / 2;
    const pitch = mix(-0.16, 0.1, smooth(0, 0.14, share)) - 0.42 * smooth(0.2, 0.95, share);
    return { ...still, phase: 'flight', y, z, pitch, speed: end.y / whole, since, share };
  }
  const since = (atMs - landingMs) / 1000;
  const braking = Math.max(0, since - glideSeconds);
  const brake = Math.min(1, braking / brakeSeconds);
  const pace = speed * 1.02;
  const way =
    distance +
    pace * Math.min(since, glideSeconds) +
    pace * brakeSeconds * (brake - brake * brake + (brake * brake * brake) / 3);
  const here = landingAt(way);
  const next = landingAt(way + 1);
  return {
    ...here,
    x: 9 * smooth(glideSeconds, glideSeconds + brakeSeconds, since),
    phase: 'landing',
    pitch: Math.atan2(next.z - here.z, next.y - here.y),
    speed: pace * (1 - brake) ** 2,
    since,
    share: 1,
    isStanding: smooth(glideSeconds, glideSeconds + 2, since),
    fallen: hasFallen ? smooth(0.5, 1.1, since) : 0,
    joy: jump.rank === 1 ? smooth(0, 700, atMs - marksMs) : 0,
  };
}

import { lookAt, steady, type Lens } from '../broadcast/land/lens.ts';
import { groundAt, type Relief } from '../broadcast/land/relief.ts';
import { clamp, mix } from '../broadcast/blend.ts';
import type { BroadcastJump, JumpBroadcast } from '../games/broadcast.ts';
import { landingAt } from './hill.ts';
import type { JumperState } from './jumper-state.ts';

/** What is on air at a moment: whom the picture shows, at which moment, and how. */
export type Shot = {
  readonly kind: 'gate' | 'in-run' | 'table' | 'side' | 'home' | 'replay-front' | 'replay-side' | 'arena';
  readonly fromMs: number;
  readonly jump: BroadcastJump;
  /** The moment that is seen: in a replay an earlier one. */
  readonly sourceMs: number;
};

const gateMs = 12_000;
const inRunMs = 2_300;
const homeMs = 1_100;
const stayMs = 6_500;
const slowness = 0.42;

/** Chooses the shot: the jumper on the bar, the in-run, the table, the flight from the side, the out-run, replays, the arena. */
export function shotAt({ jumps }: JumpBroadcast, atMs: number): Shot {
  const jumping = jumps.filter(({ irm }) => irm !== 'DNS');
  const next = jumping.findIndex(({ startMs }) => atMs < startMs - gateMs);
  const jump = jumping[next < 0 ? jumping.length - 1 : Math.max(0, next - 1)]!;
  const { startMs, takeOffMs, landingMs, marksMs } = jump;
  const shot = (kind: Shot['kind'], fromMs: number, sourceMs = atMs): Shot => ({ kind, fromMs, jump, sourceMs });
  if (atMs < startMs + 500) return shot('gate', startMs - gateMs);
  if (atMs < startMs + inRunMs) return shot('in-run', startMs + 500);
  if (atMs < takeOffMs + 450) return shot('table', startMs + inRunMs);
  if (atMs < landingMs + homeMs) return shot('side', takeOffMs + 450);
  const stayedMs = marksMs + stayMs;
  if (atMs < stayedMs) return shot('home', landingMs + homeMs);
  const slowMs = (landingMs - takeOffMs + 1200) / slowness;
  const seen = takeOffMs - 400 + (atMs - stayedMs) * slowness;
  if (atMs < stayedMs + slowMs) return shot(jump.athlete.bib % 2 ? 'replay-front' : 'replay-side', stayedMs, seen);
  return shot('arena', stayedMs + slowMs);
}

/** Points the camera of a shot at the jumper. */
export function aim(relief: Relief, { kind, fromMs }: Shot, jumper: JumperState, atMs: number): Lens {
  const seconds = (atMs - fromMs) / 1000;
  const { x, y, z } = jumper;
  const at = { x, y: y + 0.4, z: z + 0.5 };
  const framed = (from: { x: number; y: number; z: number }, tall: number): Lens =>
    steady(lookAt(from, at, clamp((tall * Math.hypot(at.x - from.x, at.y - from.y)) / 1.8, 500, 9000)), atMs);
  const onSnow = (px: number, py: number, height: number): { x: number; y: number; z: number } => ({
    x: px,
    y: py,
    z: groundAt(relief, px, py) + height,
  });
  switch (kind) {
    case 'gate':
      return lookAt(
        { x: 6.2 - seconds * 0.05, y: y + 3.6, z: z + 0.5 },
        { x: -0.3, y, z: z + 0.75 },
        1000 + seconds * 22,
      );
    case 'in-run':
      return framed({ x: 13, y: -26, z: 13 }, mix(120, 150, seconds / 2));
    case 'table':
      return framed({ x: 16, y: 5, z: 1.6 }, 130);
    case 'side':
      return framed({ x: 66, y: 52, z: landingAt(62).z + 9 }, mix(92, 116, clamp(seconds / 3, 0, 1)));
    case 'home':
      return framed(onSnow(-9, landingAt(268).y, 2.6), mix(110, 160, clamp(seconds / 6, 0, 1)));
    case 'replay-front':
      return framed(onSnow(5, landingAt(208).y, 3), 140);
    case 'replay-side':
      return framed({ x: 44, y: 66, z: landingAt(66).z + 5 }, 150);
    case 'arena':
      return lookAt(
        onSnow(mix(-52, -34, seconds / 25), landingAt(292).y, 17),
        { x: 4, y: 10, z: -8 },
        980 + seconds * 8,
      );
  }
}

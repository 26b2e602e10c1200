import type { Motion } from './figure.ts';
import { keepOnIce, type Point } from './rink.ts';
import { frameRate } from '../broadcast/picture.ts';

export type Wish = {
  /** Where to be, and how fast at most (m/s). */
  to: Point;
  maxSpeed: number;
  /** What to look at while slow or skating backwards. */
  lookAt: Point;
  /** Skate backwards while keeping the eyes on `lookAt`, as a defender does. */
  backwards?: boolean;
};

const step = 1 / frameRate;
const maxAcceleration = 8.5;

/** Moves one skater on by one frame towards his wish, with the inertia of a person on blades. */
export function skate(motion: Motion, wish: Wish, crowd: readonly Motion[]): void {
  const wantX = (wish.to.x - motion.x) * 2.2;
  const wantY = (wish.to.y - motion.y) * 2.2;
  const wanted = Math.hypot(wantX, wantY);
  const limit = wanted > wish.maxSpeed ? wish.maxSpeed / wanted : 1;
  const push = apartFrom(motion, crowd);
  let changeX = (wantX * limit - motion.speedX) / step / 5 + push.x;
  let changeY = (wantY * limit - motion.speedY) / step / 5 + push.y;
  const change = Math.hypot(changeX, changeY);
  if (change > maxAcceleration) {
    changeX *= maxAcceleration / change;
    changeY *= maxAcceleration / change;
  }
  motion.speedX += changeX * step;
  motion.speedY += changeY * step;
  const next = keepOnIce({ x: motion.x + motion.speedX * step, y: motion.y + motion.speedY * step }, 0.7);
  motion.speedX = (next.x - motion.x) / step;
  motion.speedY = (next.y - motion.y) / step;
  motion.x = next.x;
  motion.y = next.y;
  turn(motion, wish);
  stride(motion, Math.min(change, maxAcceleration));
}

function turn(motion: Motion, { lookAt, backwards }: Wish): void {
  const speed = Math.hypot(motion.speedX, motion.speedY);
  const towards = Math.atan2(lookAt.y - motion.y, lookAt.x - motion.x);
  const travel = Math.atan2(motion.speedY, motion.speedX);
  const aim = speed < 1.2 || (backwards && speed < 5.5) ? towards : travel;
  const off = Math.atan2(Math.sin(aim - motion.heading), Math.cos(aim - motion.heading));
  const most = (speed < 1.2 ? 4 : 7) * step;
  motion.heading += Math.max(-most, Math.min(most, off * 0.25));
}

function stride(motion: Motion, effort: number): void {
  const speed = Math.hypot(motion.speedX, motion.speedY);
  const size = speed < 0.4 ? 0 : Math.min(1, 0.3 + effort / 9 + speed / 25);
  motion.stride += (size - motion.stride) * 0.12;
  motion.stridePhase += step * (3 + speed * 0.95) * (speed < 0.4 ? 0 : 1);
}

/** A soft push away from anybody nearer than an arm's length. */
function apartFrom(motion: Motion, crowd: readonly Motion[]): Point {
  const push = { x: 0, y: 0 };
  for (const other of crowd) {
    if (other === motion) continue;
    const awayX = motion.x - other.x;
    const awayY = motion.y - other.y;
    const distance = Math.hypot(awayX, awayY);
    if (distance >= 1.25 || distance < 1e-6) continue;
    const strength = ((1.25 - distance) * 14) / distance;
    push.x += awayX * strength;
    push.y += awayY * strength;
  }
  return push;
}

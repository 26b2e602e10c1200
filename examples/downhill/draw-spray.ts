import { clamp } from '../broadcast/blend.ts';
import { see, type Lens } from '../broadcast/land/lens.ts';
import { picture, type Pen } from '../broadcast/picture.ts';
import { seededRandom } from '../broadcast/random.ts';
import type { RacerState } from './run-state.ts';

const steps = 22;
const stepMs = 40;
const grains = 7;

/**
 * Snow that the edges throw up: clouds that were born in the last second where the racer was then, and drift since.
 * They are born on a fixed beat, so that a moment looks the same however it is reached.
 */
export function drawSpray(pen: Pen, lens: Lens, racerAt: (atMs: number) => RacerState, atMs: number): void {
  const beat = Math.floor(atMs / stepMs);
  for (let step = steps; step >= 0; step -= 1) {
    const born = (beat - step) * stepMs;
    const racer = racerAt(born);
    const edge = clamp(
      Math.abs(racer.lean) * 1.5 + (racer.stand > 0 && racer.y > 0 ? racer.speed / 9 : 0) + racer.fallen,
      0.14,
      1.5,
    );
    if (racer.speed < 2 || racer.air > 0.1) continue;
    const age = (atMs - born) / 1000;
    const random = seededRandom((beat - step) % 1_000_003);
    const outwards = racer.lean > 0 ? -1 : 1;
    for (let grain = 0; grain < grains; grain += 1) {
      const out = outwards * edge * random.between(0.3, 3.4) + random.between(-0.5, 0.5);
      const up = edge * random.between(0.6, 3.2);
      const carried = racer.speed * random.between(0.12, 0.4) * age;
      const back = random.between(-0.9, 0.6);
      const x = racer.x + racer.forwardY * out * age + racer.forwardX * (carried + back);
      const y = racer.y - racer.forwardX * out * age + racer.forwardY * (carried + back);
      const z = racer.z + 0.1 + Math.max(0, up * age - 2.6 * age * age) + racer.climb * (carried + back);
      const { u, v, depth, scale } = see(lens, x, y, z);
      if (depth < 1 || u < -60 || u > picture.width + 60) continue;
      const size = scale * (0.07 + 0.42 * age) * (0.5 + edge * 0.5);
      pen.fillStyle = `rgba(250, 252, 255, ${(0.34 * clamp(edge, 0.3, 1) * (1 - age / 0.92)).toFixed(3)})`;
      pen.beginPath();
      pen.arc(u, v, Math.max(0.6, size), 0, Math.PI * 2);
      pen.fill();
    }
  }
}

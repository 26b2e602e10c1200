import { clamp, smooth } from '../broadcast/blend.ts';
import { frameRate } from '../broadcast/picture.ts';
import { seededRandom } from '../broadcast/random.ts';
import { cowbells, mixBeds, mixWithin, type Beds } from '../broadcast/sound/arena-sounds.ts';
import { master } from '../broadcast/sound/master.ts';
import { sampleRate, shape } from '../broadcast/sound/tone.ts';
import type { JumpBroadcast } from '../games/broadcast.ts';
import type { Window } from './choose-window.ts';
import { shotAt } from './direct.ts';
import { jumperAt } from './jumper-state.ts';

/** The sound of a window: skis in the track, wind in the air, the slap of the landing, bells and the crowd. */
export function synthesiseSound(broadcast: JumpBroadcast, window: Window, frameCount: number): Float32Array {
  const random = seededRandom(0x5a);
  const out = new Float32Array(Math.round((frameCount / frameRate) * sampleRate) * 2);
  mixBeds(out, bedsOf(broadcast, window, frameCount), random);
  const frameOf = (atMs: number): number => Math.round(((atMs - window.startMs) * frameRate) / 1000);
  let dull = 0;
  const slap = shape(0.3, (time) => {
    dull += (random.between(-1, 1) - dull) * 0.35;
    return Math.exp(-time * 22) * (0.7 * Math.sin(2 * Math.PI * 95 * time) + 1.6 * dull);
  });
  const green = shape(
    0.35,
    (time) => Math.sin(2 * Math.PI * 990 * time) * Math.min(1, time / 0.005, (0.35 - time) / 0.05),
  );
  const bells = cowbells(random);
  for (const { startMs, landingMs, marksMs, rank } of broadcast.jumps) {
    mixWithin(out, green, frameOf(startMs - 900), 0.09, 0);
    mixWithin(out, slap, frameOf(landingMs), 0.85, 0);
    for (let bell = 0; bell < 34; bell += 1) {
      const atMs = landingMs - 2500 + bell * 250 + random.between(-90, 90);
      mixWithin(out, random.pick(bells), frameOf(atMs), random.between(0.04, 0.13), random.between(-0.8, 0.8));
    }
    if (rank === 1) mixWithin(out, green, frameOf(marksMs), 0.06, 0);
  }
  return master(out);
}

function bedsOf(broadcast: JumpBroadcast, window: Window, frameCount: number): Beds[] {
  return Array.from({ length: frameCount + 1 }, (_, frame) => {
    const atMs = window.startMs + (frame * 1000) / frameRate;
    const { jump, kind, sourceMs } = shotAt(broadcast, atMs);
    const { phase, speed } = jumperAt(jump, sourceMs);
    const fast = kind === 'arena' ? 0 : clamp(speed / 25, 0, 1);
    const isOnSnow = phase === 'in-run' || phase === 'landing';
    const over = (sourceMs - jump.landingMs) / 1000;
    const joy =
      kind === 'arena' ? 0.1 : smooth(-3.5, 0.3, over) * (1 - smooth(3, 12, over)) * (jump.rank === 1 ? 1 : 0.6);
    return {
      wind: 0.05 + (phase === 'flight' ? 0.4 : 0.2) * fast * fast,
      edges: isOnSnow && kind !== 'arena' ? 0.22 * fast : 0,
      murmur: kind === 'gate' ? 0.24 : 0.42,
      cheer: joy,
    };
  });
}

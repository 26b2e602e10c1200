import { clamp, smooth } from '../broadcast/blend.ts';
import { frameRate } from '../broadcast/picture.ts';
import { seededRandom } from '../broadcast/random.ts';
import { cowbells, mixBeds, mixWithin, type Beds } from '../broadcast/sound/arena-sounds.ts';
import { master } from '../broadcast/sound/master.ts';
import { sampleRate, shape, type Tone } from '../broadcast/sound/tone.ts';
import type { Relief } from '../broadcast/land/relief.ts';
import type { DownhillBroadcast } from '../games/broadcast.ts';
import type { Window } from './choose-window.ts';
import { shotAt } from './direct.ts';
import { racerAt } from './run-state.ts';

/**
 * The sound of a window: wind that grows with the speed, edges on the snow, the beeps of the start gate, cowbells and
 * the crowd in the finish.
 */
export function synthesiseSound(
  broadcast: DownhillBroadcast,
  window: Window,
  relief: Relief,
  frameCount: number,
): Float32Array {
  const random = seededRandom(0xd0);
  const out = new Float32Array(Math.round((frameCount / frameRate) * sampleRate) * 2);
  mixBeds(out, levelsOf(broadcast, window, relief, frameCount), random);
  const frameOf = (atMs: number): number => Math.round(((atMs - window.startMs) * frameRate) / 1000);
  const low = beep(880, 0.12);
  const high = beep(1320, 0.5);
  const bells = cowbells(random);
  for (const { startMs, endMs, finish, irm } of broadcast.runs) {
    if (irm === 'DNS') continue;
    for (const seconds of [10, 5, 4, 3, 2, 1]) mixWithin(out, low, frameOf(startMs - seconds * 1000), 0.16, 0);
    mixWithin(out, high, frameOf(startMs), 0.2, 0);
    if (finish === undefined) continue;
    for (let bell = 0; bell < 60; bell += 1) {
      const atMs = endMs - 7500 + bell * 270 + random.between(-90, 90);
      const gain = random.between(0.05, 0.16) * (finish.rank === 1 ? 1.25 : 0.9) * smooth(-7500, -1500, atMs - endMs);
      mixWithin(out, random.pick(bells), frameOf(atMs), gain, random.between(-0.8, 0.8));
    }
  }
  return master(out);
}

function levelsOf(broadcast: DownhillBroadcast, window: Window, relief: Relief, frameCount: number): Beds[] {
  return Array.from({ length: frameCount + 1 }, (_, frame) => {
    const atMs = window.startMs + (frame * 1000) / frameRate;
    const { run, kind, sourceMs } = shotAt(broadcast, atMs);
    const { speed, lean, air, stand, y } = racerAt(relief, run, broadcast.splitShares, sourceMs);
    const fast = kind === 'arena' ? 0 : clamp(speed / 34, 0, 1);
    const braking = stand > 0 && y > 0 ? clamp(speed / 12, 0, 1) : 0;
    const over = (sourceMs - run.endMs) / 1000;
    const isHome = kind === 'post' || kind === 'arrival';
    const joy =
      run.finish === undefined || !isHome
        ? 0
        : smooth(-7, 0.4, over) * (1 - smooth(4, 11, over)) * (run.finish.rank === 1 ? 1 : 0.55);
    return {
      wind: 0.05 + 0.42 * fast * fast,
      edges: air > 0 ? 0 : fast * (0.05 + 0.3 * Math.abs(lean)) + braking * 0.34,
      murmur: kind === 'hut' ? 0.12 : isHome && over > -8 ? 0.42 : kind === 'arena' ? 0.4 : 0.05,
      cheer: joy * 0.8,
    };
  });
}

function beep(pitchHz: number, seconds: number): Tone {
  return shape(
    seconds,
    (time) => Math.sin(2 * Math.PI * pitchHz * time) * Math.min(1, time / 0.005, (seconds - time) / 0.02),
  );
}

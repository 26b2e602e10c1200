import { clamp, smooth } from '../broadcast/blend.ts';
import { frameRate } from '../broadcast/picture.ts';
import { seededRandom, type Random } from '../broadcast/random.ts';
import { crowdLoops } from '../broadcast/sound/crowd-loops.ts';
import { windLoop } from '../broadcast/sound/wind-loop.ts';
import { mixIn, sampleRate, shape, struck, type Tone } from '../broadcast/sound/tone.ts';
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
    for (const seconds of [10, 5, 4, 3, 2, 1]) mixAt(out, low, frameOf(startMs - seconds * 1000), 0.16, 0);
    mixAt(out, high, frameOf(startMs), 0.2, 0);
    if (finish === undefined) continue;
    for (let bell = 0; bell < 60; bell += 1) {
      const atMs = endMs - 7500 + bell * 270 + random.between(-90, 90);
      const gain = random.between(0.05, 0.16) * (finish.rank === 1 ? 1.25 : 0.9) * smooth(-7500, -1500, atMs - endMs);
      mixAt(out, random.pick(bells), frameOf(atMs), gain, random.between(-0.8, 0.8));
    }
  }
  for (let index = 0; index < out.length; index += 1) out[index] = Math.tanh((out[index] ?? 0) * 1.1) * 0.9;
  return out;
}

/** Sounds that begin before the window or after its end are left out. */
function mixAt(out: Float32Array, tone: Tone, frame: number, gain: number, pan: number): void {
  if (frame >= 0 && frame * (sampleRate / frameRate) * 2 < out.length) mixIn(out, tone, frame, gain, pan);
}

type Levels = { wind: number; edges: number; murmur: number; cheer: number };

function levelsOf(broadcast: DownhillBroadcast, window: Window, relief: Relief, frameCount: number): Levels[] {
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
      cheer: joy * 1.1,
    };
  });
}

/** Lays wind, edges and crowd under everything; their levels change from frame to frame. */
function mixBeds(out: Float32Array, levels: readonly Levels[], random: Random): void {
  const { murmur, cheer, blades } = crowdLoops(random);
  const wind = windLoop(random);
  const perFrame = sampleRate / frameRate;
  const length = blades.length;
  for (let sample = 0; sample < out.length / 2; sample += 1) {
    const frame = Math.floor(sample / perFrame);
    const share = (sample % perFrame) / perFrame;
    const from = levels[frame]!;
    const to = levels[frame + 1] ?? from;
    const level = (key: keyof Levels): number => from[key] + (to[key] - from[key]) * share;
    const at = sample % length;
    const alike = blades[at]! * level('edges');
    const blowing = level('wind');
    const talking = level('murmur');
    const shouting = level('cheer');
    out[sample * 2] = alike + wind.left[at]! * blowing + murmur.left[at]! * talking + cheer.left[at]! * shouting;
    out[sample * 2 + 1] = alike + wind.right[at]! * blowing + murmur.right[at]! * talking + cheer.right[at]! * shouting;
  }
}

function beep(pitchHz: number, seconds: number): Tone {
  return shape(
    seconds,
    (time) => Math.sin(2 * Math.PI * pitchHz * time) * Math.min(1, time / 0.005, (seconds - time) / 0.02),
  );
}

function cowbells(random: Random): Tone[] {
  return [540, 620, 705, 790].map((pitch) => {
    const body = struck(random, 0.42, pitch, 0.6, 0.15);
    const rim = struck(random, 0.3, pitch * 1.51, 0.5, 0.1);
    return body.map((value, index) => value + (rim[index] ?? 0));
  });
}

import { mixProgramme } from '../mix-programme.ts';
import { seededRandom, type Random } from '../../broadcast/random.ts';
import { clamp } from '../../broadcast/blend.ts';
import { frameRate } from '../../broadcast/picture.ts';
import type { Noise, Period } from '../period.ts';
import { crowdLoops } from '../../broadcast/sound/crowd-loops.ts';
import { master } from '../../broadcast/sound/master.ts';
import { mixIn, sampleRate } from '../../broadcast/sound/tone.ts';
import { tones } from './tones.ts';

/**
 * Makes the sound of the period, or of its first frames: 48 kHz, stereo, interleaved samples from -1 to 1. The crowd follows the play and
 * shouts at goals; sticks, shots, saves, whistle, horn and blades are where the picture has them.
 */
export function synthesiseSound(period: Period, frameCount = period.frameCount): Float32Array {
  const random = seededRandom(period.seed ^ 0x50d);
  const out = new Float32Array(Math.round((frameCount / frameRate) * sampleRate) * 2);
  mixCrowd(out, period, frameCount, random);
  const library = tones(random);
  for (const { frame, tone, gain, pan } of soundsOf(period)) mixIn(out, library[tone], frame, gain, pan);
  return master(out);
}

type Sound = { frame: number; tone: keyof ReturnType<typeof tones>; gain: number; pan: number };

function soundsOf(period: Period): Sound[] {
  const { scenes, noises } = period;
  const sounds = noises.flatMap((noise) => soundOf(noise));
  const end = scenes.at(-1)?.clockRuns.to;
  for (const { whistleFrame, goal, kind, startFrame, review } of scenes) {
    const centre = { gain: 0.55, pan: 0 };
    // The last play ends with the buzzer instead.
    if (whistleFrame !== undefined && whistleFrame !== end)
      sounds.push({ frame: whistleFrame, tone: 'whistle', ...centre });
    if (goal) {
      sounds.push({ frame: goal.frame + 3, tone: 'whistle', gain: 0.35, pan: 0 });
      sounds.push({ frame: goal.frame + 9, tone: 'horn', gain: goal.side === 'home' ? 0.34 : 0.22, pan: 0 });
    }
    if (review) sounds.push({ frame: review.decisionFrame, tone: 'whistle', ...centre });
    if (kind === 'time-out') sounds.push({ frame: startFrame + 45, tone: 'organ', gain: 0.5, pan: 0.1 });
  }
  sounds.push({ frame: 4, tone: 'organ', gain: 0.42, pan: -0.1 });
  if (end !== undefined) sounds.push({ frame: end, tone: 'buzzer', gain: 0.4, pan: 0 });
  for (const frame of mixProgramme(period).wipes) sounds.push({ frame: frame - 9, tone: 'whoosh', gain: 0.3, pan: 0 });
  return sounds;
}

function soundOf({ frame, kind, x }: Noise): Sound[] {
  const pan = clamp(x / 38, -0.8, 0.8);
  switch (kind) {
    case 'drop':
      return [{ frame, tone: 'tap', gain: 0.5, pan }];
    case 'pass':
      return [{ frame, tone: 'tap', gain: 0.42, pan }];
    case 'receive':
      return [{ frame, tone: 'receive', gain: 0.32, pan }];
    case 'shot':
      return [{ frame, tone: 'shot', gain: 0.75, pan }];
    case 'save':
      return [{ frame, tone: 'save', gain: 0.75, pan }];
    case 'goal':
      return [{ frame, tone: 'receive', gain: 0.4, pan }];
  }
}

/** Lays the crowd and the blades under everything; their levels change from frame to frame. */
function mixCrowd(out: Float32Array, period: Period, frameCount: number, random: Random): void {
  const { murmur, cheer, blades } = crowdLoops(random);
  const levels = crowdLevels(period);
  const perFrame = sampleRate / frameRate;
  const length = blades.length;
  for (let frame = 0; frame < frameCount; frame += 1) {
    const from = levels[frame] ?? calm;
    const to = levels[frame + 1] ?? from;
    for (let index = 0; index < perFrame; index += 1) {
      const share = index / perFrame;
      const sample = frame * perFrame + index;
      const at = sample % length;
      const cheering = from.cheer + (to.cheer - from.cheer) * share;
      const murmuring = from.murmur + (to.murmur - from.murmur) * share;
      const skating = (blades[at] ?? 0) * (from.blades + (to.blades - from.blades) * share);
      out[sample * 2] = (murmur.left[at] ?? 0) * murmuring + (cheer.left[at] ?? 0) * cheering + skating;
      out[sample * 2 + 1] = (murmur.right[at] ?? 0) * murmuring + (cheer.right[at] ?? 0) * cheering + skating;
    }
  }
}

type Levels = { murmur: number; cheer: number; blades: number };
const calm: Levels = { murmur: 0.45, cheer: 0.02, blades: 0 };

/** How loud the crowd is at each frame: it warms up near the goals, gasps at saves and shouts at goals. */
function crowdLevels({ states, scenes, noises }: Period): Levels[] {
  let heat = 0;
  const shots = new Set(noises.filter(({ kind }) => kind === 'save' || kind === 'shot').map(({ frame }) => frame));
  const goals = new Map(
    scenes.flatMap(({ goal }) => (goal ? [[goal.frame, goal.side === 'home' ? 1 : 0.72] as const] : [])),
  );
  let joy = 0;
  return states.map(({ figures, puck }, frame) => {
    const danger = clamp((Math.abs(puck.x) - 8) / 16, 0, 1) * (puck.visible ? 0.3 : 0);
    heat += (danger - heat) * 0.04;
    if (shots.has(frame)) heat = Math.min(0.8, heat + 0.28);
    joy = Math.max(joy * 0.9905, goals.get(frame) ?? 0);
    let effort = 0;
    for (const { motion } of figures) effort += Math.hypot(motion.speedX, motion.speedY) * motion.stride;
    return {
      murmur: 0.45 + 0.4 * heat + 0.5 * joy,
      cheer: 0.02 + 0.3 * heat + 1.3 * joy,
      blades: clamp(effort / 420, 0, 0.12),
    };
  });
}

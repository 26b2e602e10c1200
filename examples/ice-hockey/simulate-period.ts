import { mixMotion, type Figure, type Motion } from './figure.ts';
import { decideFigure } from './decide-figure.ts';
import { figuresOf } from './line-up.ts';
import { movePuck, puckAtStart, type PuckTrack } from './move-puck.ts';
import { seededRandom } from '../broadcast/random.ts';
import { mix } from '../broadcast/blend.ts';
import { frameRate } from '../broadcast/picture.ts';
import { type Scene } from './scene.ts';
import type { IceState, Noise, Period } from './period.ts';
import { scriptPeriod } from './script-period.ts';
import { skate } from './skate.ts';
import { teams } from './teams.ts';

/** Plays the whole period from a seed: nothing but the seed decides what happens. */
export function simulatePeriod(seed: number): Period {
  const random = seededRandom(seed);
  const scenes = scriptPeriod(random);
  const { home, away } = teams();
  const noises: Noise[] = [];
  const states = scenes.flatMap((scene) => {
    const figures = figuresOf(scene, { home, away }, random);
    return playScene(scene, figures, noises);
  });
  return { seed, home, away, scenes, frameCount: states.length, states, noises };
}

/** The ice at any time of the video, interpolated between frames (for slow motion); never across a cut. */
export function iceAt({ states, scenes }: Period, frame: number): IceState {
  const before = Math.max(0, Math.min(states.length - 1, Math.floor(frame)));
  const first = states[before];
  const second = states[before + 1];
  if (!first) throw new Error(`There is no frame ${frame} in a period of ${states.length} frames.`);
  const share = frame - before;
  if (!second || share <= 0 || scenes.some((scene) => scene.startFrame === before + 1)) return first;
  return {
    figures: first.figures.map((figure, index) => ({
      ...figure,
      motion: mixMotion(figure.motion, second.figures[index]?.motion ?? figure.motion, share),
    })),
    puck: {
      x: mix(first.puck.x, second.puck.x, share),
      y: mix(first.puck.y, second.puck.y, share),
      height: mix(first.puck.height, second.puck.height, share),
      visible: first.puck.visible,
    },
  };
}

/** The game clock in seconds since the start of the period; it counts up and stands still between plays. */
export function clockAt({ scenes }: Period, frame: number): number {
  const scene = sceneAt(scenes, frame);
  const { from, to } = scene.clockRuns;
  return scene.clockStartSeconds + (Math.min(Math.max(frame, from), to) - from) / frameRate;
}

export function sceneAt(scenes: readonly Scene[], frame: number): Scene {
  const scene = scenes.findLast(({ startFrame }) => startFrame <= frame) ?? scenes[0];
  if (!scene) throw new Error('The period has no scene.');
  return scene;
}

function playScene(scene: Scene, figures: Figure[], noises: Noise[]): IceState[] {
  const states: IceState[] = [];
  const track: PuckTrack = puckAtStart(scene);
  for (let frame = scene.startFrame; frame < scene.endFrame; frame += 1) {
    const motions = figures.map(({ motion }) => motion);
    const wishes = figures.map((figure) => decideFigure({ scene, figure, figures, track, frame }));
    figures.forEach((figure, index) => {
      const wish = wishes[index];
      if (wish) skate(figure.motion, wish, figure.role === 'GK' ? [] : motions);
    });
    const puck = movePuck({ scene, figures, track, frame, noises });
    states.push({ figures: figures.map((figure) => ({ ...figure, motion: copy(figure.motion) })), puck: { ...puck } });
  }
  return states;
}

function copy(motion: Motion): Motion {
  return { ...motion };
}

import type { Figure } from './figure.ts';
import type { Scene } from './scene.ts';
import type { Team } from './teams.ts';

export type Puck = { x: number; y: number; height: number; visible: boolean };

/** The ice at one frame. */
export type IceState = { figures: readonly Figure[]; puck: Puck };

/** A thing that can be heard. */
export type Noise = { frame: number; kind: 'drop' | 'pass' | 'receive' | 'shot' | 'save' | 'goal'; x: number };

export type Period = {
  seed: number;
  home: Team;
  away: Team;
  scenes: readonly Scene[];
  frameCount: number;
  /** One state per frame of the video. */
  states: readonly IceState[];
  noises: readonly Noise[];
};

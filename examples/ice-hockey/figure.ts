import { mix } from '../broadcast/blend.ts';
import type { Role, Side } from './teams.ts';

/** One person on the ice at one moment; all numbers, so that any time between two frames can be interpolated. */
export type Figure = {
  id: string;
  side: Side | 'official';
  role: Role | 'referee' | 'linesman';
  bib: number;
  motion: Motion;
};

export type Motion = {
  /** Metres, and metres per second. */
  x: number;
  y: number;
  speedX: number;
  speedY: number;
  /** Radians; 0 looks towards +x. Not wrapped. */
  heading: number;
  /** Phase of the skating stride in radians, and its size from 0 (gliding) to 1. */
  stridePhase: number;
  stride: number;
  /** 0 upright … 1 bent over for a face-off. */
  crouch: number;
  /** Shot: -1 stick drawn back … 0 neutral … 1 follow-through. */
  swing: number;
  /** Arms up in joy, lying on the ice, goalkeeper's butterfly, one arm up (official), both arms out (official): 0 … 1. */
  cheer: number;
  fall: number;
  butterfly: number;
  armUp: number;
  armsOut: number;
  /** Goalkeeper's reach: -1 right … 1 left, and height in metres. */
  reach: number;
  reachHeight: number;
};

export function standingAt(x: number, y: number, heading: number): Motion {
  return {
    x,
    y,
    speedX: 0,
    speedY: 0,
    heading,
    stridePhase: 0,
    stride: 0,
    crouch: 0,
    swing: 0,
    cheer: 0,
    fall: 0,
    butterfly: 0,
    armUp: 0,
    armsOut: 0,
    reach: 0,
    reachHeight: 0.3,
  };
}

export function mixMotion(from: Motion, to: Motion, share: number): Motion {
  const mixed = { ...from };
  for (const key of Object.keys(from) as (keyof Motion)[]) mixed[key] = mix(from[key], to[key], share);
  return mixed;
}

/** Where the blade of the stick touches the ice: ahead and on the forehand side. */
export function bladePoint({ x, y, heading }: Motion, reach = 1): { x: number; y: number } {
  const ahead = 1.05 * reach;
  const aside = -0.32;
  return {
    x: x + ahead * Math.cos(heading) - aside * Math.sin(heading),
    y: y + ahead * Math.sin(heading) + aside * Math.cos(heading),
  };
}

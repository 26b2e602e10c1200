import type { Canvas } from '@napi-rs/canvas';
import type { Thing } from './open-scenery.ts';
import { drawSpectators, type Group } from './spectators.ts';

/** Groups of spectators as things of the landscape. */
export function crowdThings(groups: readonly Group[], crowd: readonly Canvas[]): Thing[] {
  return groups.map((group) => ({
    ...group,
    tall: 2,
    draw: (pen, lens, { joy, atMs }) => drawSpectators(pen, lens, crowd, group, joy, atMs),
  }));
}

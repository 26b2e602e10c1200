import { clamp } from '../blend.ts';
import { picture, type Pen } from '../picture.ts';
import { isAround, see, type Lens } from './lens.ts';
import { openLand } from './open-land.ts';
import { drawPanorama, paintPanorama, type Sky } from './panorama.ts';
import type { Relief } from './relief.ts';
import { drawTree, paintTrees, type Tree } from './trees.ts';

/** Something that stands in the landscape, drawn in its turn from far to near. */
export type Thing = {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly tall: number;
  draw(pen: Pen, lens: Lens, moment: Moment): void;
};
/** `joy` of the spectators from 0 to 1, and what the scoreboard says. */
export type Moment = { readonly atMs: number; readonly joy: number; readonly board: readonly [string, string] };
/** Somebody who moves through the landscape, never hidden by it. */
type Actor = { readonly x: number; readonly y: number; draw(pen: Pen, lens: Lens): void };

export interface Scenery {
  /** Draws sky, ground, woods, things and actors as a camera sees them. */
  draw(pen: Pen, lens: Lens, moment: Moment, actors: readonly Actor[]): void;
}

export type SceneryOptions = {
  relief: Relief;
  trees: readonly Tree[];
  things: readonly Thing[];
  sky: Sky;
  width: number;
};

const thingsReach = 420;
const treesReach = 1500;
/** What is taller than this, in metres, is seen as soon as its top is. */
const towering = 3;

export function openScenery({ relief, trees, things, sky, width }: SceneryOptions): Scenery {
  const land = openLand(relief, { width: Math.min(width, 640), haze: sky.haze, clearMetres: 1900 });
  const panorama = paintPanorama(sky);
  const spruces = paintTrees(sky.haze);

  const isHidden = ({ x, y, z, tall }: Thing, lens: Lens): boolean => {
    const { u, v, depth, scale } = see(lens, x, y, z);
    const bottom = land.hiddenBelow(clamp(u, 1, picture.width - 2), Math.min(v, picture.height), depth, scale * tall);
    return bottom <= v - scale * tall * (tall > towering ? 0.96 : 0.5);
  };

  return {
    draw: (pen, lens, moment, actors) => {
      drawPanorama(pen, panorama, lens);
      land.draw(pen, lens);
      const turns: { depth: number; draw: () => void }[] = [];
      const turn = (x: number, y: number, reach: number, draw: () => void): void => {
        const depth = isAround(lens, x, y, reach);
        if (depth > 0) turns.push({ depth, draw });
      };
      for (const tree of trees) turn(tree.x, tree.y, treesReach, () => drawTree(pen, land, lens, spruces, tree));
      for (const thing of things) {
        turn(thing.x, thing.y, thingsReach, () => {
          if (!isHidden(thing, lens)) thing.draw(pen, lens, moment);
        });
      }
      for (const actor of actors) turn(actor.x, actor.y, 2000, () => actor.draw(pen, lens));
      turns.sort((a, b) => b.depth - a.depth);
      for (const { draw } of turns) draw();
    },
  };
}

import { createCanvas } from '@napi-rs/canvas';
import { clamp, smooth } from '../broadcast/blend.ts';
import { openSprites } from '../broadcast/graphics/sprite.ts';
import { openLand } from '../broadcast/land/open-land.ts';
import { drawPanorama, paintPanorama, type Sky } from '../broadcast/land/panorama.ts';
import { paintSpectators } from '../broadcast/land/spectators.ts';
import { drawTree, paintTrees } from '../broadcast/land/trees.ts';
import { see } from '../broadcast/land/lens.ts';
import { frameRate, picture } from '../broadcast/picture.ts';
import type { Painter } from '../broadcast/show.ts';
import type { DownhillBroadcast } from '../games/broadcast.ts';
import { aim } from './aim.ts';
import { sightLines } from './cameras.ts';
import type { Window } from './choose-window.ts';
import { buildCourse } from './course.ts';
import { shotAt, type Shot } from './direct.ts';
import { drawGraphics } from './draw-graphics.ts';
import { drawRacer } from './draw-racer.ts';
import { drawSpray } from './draw-spray.ts';
import { graphicsAt } from './graphics-at.ts';
import { outfitOf } from './outfits.ts';
import { racerAt } from './run-state.ts';
import { buildThings, isAround, type Moment } from './things.ts';

const sky: Sky = { zenith: [64, 128, 214], haze: [206, 222, 240], clouds: 0.35, seed: 3 };

/** Prepares to draw the frames of a window of a race. */
export function openPainter(broadcast: DownhillBroadcast, window: Window, width: number): Painter {
  const perUnit = width / picture.width;
  const canvas = createCanvas(width, Math.round(picture.height * perUnit));
  const pen = canvas.getContext('2d');
  pen.imageSmoothingQuality = 'low';
  const course = buildCourse(sightLines());
  const { relief } = course;
  const land = openLand(relief, { width: Math.min(width, 640), haze: sky.haze, clearMetres: 1900 });
  const panorama = paintPanorama(sky);
  const spruces = paintTrees(sky.haze);
  const things = buildThings(course, broadcast.venueName, paintSpectators());
  const sprites = openSprites(perUnit);

  const drawScene = (shot: Shot, atMs: number): void => {
    const racerThen = (ms: number) => racerAt(relief, shot.run, broadcast.splitShares, ms);
    const racer = racerThen(shot.sourceMs);
    const lens = aim(relief, shot, racer, atMs);
    drawPanorama(pen, panorama, lens);
    land.draw(pen, lens);
    const moment: Moment = { atMs, joy: joyOf(shot), board: boardOf(broadcast, atMs) };
    const turns: { depth: number; draw: () => void }[] = [];
    const turn = (x: number, y: number, reach: number, draw: () => void): void => {
      const depth = isAround(lens, x, y, reach);
      if (depth > 0) turns.push({ depth, draw });
    };
    for (const tree of course.trees) turn(tree.x, tree.y, 1500, () => drawTree(pen, land, lens, spruces, tree));
    for (const thing of things) {
      turn(thing.x, thing.y, 420, () => {
        const { u, v, depth, scale } = see(lens, thing.x, thing.y, thing.z);
        // What the ground hides is not drawn; large things are cut by nothing, they stand free.
        if (
          thing.tall > 3 ||
          land.hiddenBelow(clamp(u, 1, picture.width - 2), Math.min(v, picture.height), depth, scale * thing.tall) >
            v - scale * thing.tall * 0.5
        )
          thing.draw(pen, lens, moment);
      });
    }
    if (shot.kind !== 'arena') {
      turn(racer.x, racer.y, 2000, () => {
        drawRacer(pen, lens, racer, outfitOf(shot.run.athlete), shot.sourceMs);
        drawSpray(pen, lens, racerThen, shot.sourceMs);
      });
    }
    turns.sort((a, b) => b.depth - a.depth);
    for (const { draw } of turns) draw();
  };

  return {
    draw: (frame) => {
      const atMs = window.startMs + (frame * 1000) / frameRate;
      pen.setTransform(perUnit, 0, 0, perUnit, 0, 0);
      drawScene(shotAt(broadcast, atMs), atMs);
      drawGraphics(pen, sprites, graphicsAt(broadcast, window, atMs));
      return canvas.data();
    },
    toPng: () => canvas.toBuffer('image/png'),
  };
}

function joyOf({ run, sourceMs, kind }: Shot): number {
  if (kind === 'hut' || kind === 'valley' || run.finish === undefined) return 0;
  const over = (sourceMs - run.endMs) / 1000;
  const best = run.finish.rank <= 3 ? 1 : 0.45;
  return best * smooth(-6, 0.3, over) * (1 - smooth(7, 12, over));
}

function boardOf(broadcast: DownhillBroadcast, atMs: number): readonly [string, string] {
  const { bar, clock } = graphicsAt(broadcast, { startMs: 0, endMs: Infinity }, atMs);
  return [bar === undefined ? broadcast.venueName : `${bar.organisation} ${bar.familyName}`, clock ?? 'DOWNHILL'];
}

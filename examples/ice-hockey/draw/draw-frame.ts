import { createCanvas } from '@napi-rs/canvas';
import type { Painter } from '../../broadcast/show.ts';
import { cutAt, mixProgramme, sourceFrame } from '../mix-programme.ts';
import { frameRate } from '../../broadcast/picture.ts';
import type { IceState, Period } from '../period.ts';
import { iceAt, sceneAt } from '../simulate-period.ts';
import { timelineOf } from '../timeline.ts';
import { buildArena, drawArena, drawNearBoards, type Arena } from './draw-arena.ts';
import { drawFigure, drawShadow, type Stage } from './draw-figure.ts';
import { drawGoalBack, drawGoalFront, drawGoalLight } from './draw-goal.ts';
import { drawGraphics } from './draw-graphics.ts';
import { openSprites } from '../../broadcast/graphics/sprite.ts';
import { picture, type Pen } from '../../broadcast/picture.ts';
import { lookThrough, project, type View } from './view.ts';

/** Prepares to draw the frames of a period at a width in pixels (16:9); each frame depends on its number alone. */
export function openPainter(period: Period, width: number): Painter {
  const pixelsPerUnit = width / picture.width;
  const canvas = createCanvas(width, Math.round(picture.height * pixelsPerUnit));
  const pen = canvas.getContext('2d');
  pen.imageSmoothingQuality = 'low';
  const programme = mixProgramme(period);
  const timeline = timelineOf(period);
  const sprites = openSprites(pixelsPerUnit);
  const arenas = new Map<View['name'], Arena>();
  const arenaOf = (view: View): Arena => {
    const arena = arenas.get(view.name) ?? buildArena(view, pixelsPerUnit);
    arenas.set(view.name, arena);
    return arena;
  };
  return {
    draw: (frame) => {
      const cut = cutAt(programme, frame);
      const camera = programme.cameras[frame];
      if (!camera) throw new Error(`There is no frame ${frame} in this programme.`);
      const source = sourceFrame(cut, frame);
      const arena = arenaOf(camera.view);
      lookThrough(pen, camera, pixelsPerUnit);
      drawArena(pen, arena, camera, frame, joyAt(period, source));
      const stage: Stage = { pen, view: camera.view, cameraX: camera.x, teams: period };
      drawGoalLight(stage, litGoal(period, source), frame);
      drawIce(stage, iceAt(period, source));
      drawNearBoards(pen, camera);
      pen.setTransform(pixelsPerUnit, 0, 0, pixelsPerUnit, 0, 0);
      drawGraphics({ pen, period, programme, timeline, frame, sprites });
      return canvas.data();
    },
    toPng: () => canvas.toBuffer('image/png'),
  };
}

/** Everything that stands on the ice, from the far boards to the near ones. */
function drawIce(stage: Stage, { figures, puck }: IceState): void {
  const seen = figures.filter(
    ({ motion }) =>
      Math.abs(project(stage.view, stage.cameraX, motion.x, motion.y, 0).u - picture.width / 2) < picture.width * 0.6,
  );
  for (const figure of seen) drawShadow(stage, figure);
  const things = [
    ...seen.map((figure) => ({ y: figure.motion.y, draw: () => drawFigure(stage, figure) })),
    ...([-1, 1] as const).flatMap((end) => [
      { y: 0.95, draw: () => drawGoalBack(stage, end) },
      { y: -0.6, draw: () => drawGoalFront(stage, end) },
    ]),
    { y: puck.y - 0.05, draw: () => drawPuck(stage, puck) },
  ];
  things.sort((a, b) => b.y - a.y);
  for (const thing of things) thing.draw();
}

function drawPuck({ pen, view, cameraX }: Stage, { x, y, height, visible }: IceState['puck']): void {
  if (!visible) return;
  const floor = project(view, cameraX, x, y, 0);
  const { u, v, scale } = project(view, cameraX, x, y, height + 0.03);
  const size = Math.max(2.1, scale * 0.085);
  ellipse(pen, floor.u, floor.v + 0.6, size * 1.1, size * 0.55, 'rgba(20, 30, 50, 0.3)');
  ellipse(pen, u, v, size, size * 0.62, '#0b0c10');
}

function ellipse(pen: Pen, u: number, v: number, radiusU: number, radiusV: number, colour: string): void {
  pen.fillStyle = colour;
  pen.beginPath();
  pen.ellipse(u, v, radiusU, radiusV, 0, 0, Math.PI * 2);
  pen.fill();
}

/** How much the crowd jumps: after a goal at once, then slowly calming down. */
function joyAt({ scenes }: Period, source: number): number {
  const { goal, review } = sceneAt(scenes, source);
  if (!goal || source < goal.frame) return 0;
  const since = (source - goal.frame) / frameRate;
  if (review && source > review.startFrame) return 0;
  return Math.min(1, since * 3) * Math.max(0, 1 - since / 9);
}

/** The end (-1 or 1) whose red lamp is lit. */
function litGoal({ scenes }: Period, source: number): -1 | 1 | undefined {
  const { goal } = sceneAt(scenes, source);
  if (!goal || source < goal.frame + 2 || source > goal.frame + 3.2 * frameRate) return undefined;
  return goal.side === 'home' ? 1 : -1;
}

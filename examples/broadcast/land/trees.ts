import { createCanvas, type Canvas } from '@napi-rs/canvas';
import { picture, type Pen } from '../picture.ts';
import { seededRandom } from '../random.ts';
import { see, type Lens } from './lens.ts';
import type { Land } from './open-land.ts';

export type Tree = {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly tall: number;
  readonly kind: number;
};

const kinds = 6;
const tallPixels = 260;
const widePixels = 130;

/** Snow-covered spruces, a few different ones, each in clear air and (for the distance) in thicker air. */
export function paintTrees(haze: readonly [number, number, number]): Canvas[] {
  return [0, 0.3, 0.55].flatMap((air) =>
    Array.from({ length: kinds }, (_, kind) => {
      const canvas = createCanvas(widePixels, tallPixels);
      const pen = canvas.getContext('2d');
      paintSpruce(pen, kind);
      pen.globalCompositeOperation = 'source-atop';
      pen.fillStyle = `rgba(${haze.join(', ')}, ${air})`;
      pen.fillRect(0, 0, widePixels, tallPixels);
      return canvas;
    }),
  );
}

/** Draws a tree as far as the ground in front of it does not hide it. */
export function drawTree(pen: Pen, land: Land, lens: Lens, sprites: readonly Canvas[], tree: Tree): void {
  const { u, v, depth, scale } = see(lens, tree.x, tree.y, tree.z);
  const tall = tree.tall * scale;
  const wide = tall / 2;
  if (depth < 3 || tall < 2 || u < -wide || u > picture.width + wide || v - tall > picture.height) return;
  const bottom = land.hiddenBelow(u, Math.min(v, picture.height), depth, tall);
  const shown = Math.min(1, (bottom - (v - tall)) / tall);
  if (shown <= 0) return;
  const air = depth < 260 ? 0 : depth < 700 ? 1 : 2;
  const sprite = sprites[air * kinds + (tree.kind % kinds)];
  if (sprite) pen.drawImage(sprite, 0, 0, widePixels, tallPixels * shown, u - wide / 2, v - tall, wide, tall * shown);
}

function paintSpruce(pen: Pen, kind: number): void {
  const random = seededRandom(900 + kind);
  const middle = widePixels / 2;
  pen.fillStyle = '#3c2f2a';
  pen.fillRect(middle - 4, tallPixels - 26, 8, 26);
  const tiers = 11 + (kind % 3);
  for (let tier = tiers; tier >= 0; tier -= 1) {
    const share = tier / tiers;
    const top = share * (tallPixels - 60);
    const half = (6 + share * (middle - 14)) * random.between(0.86, 1.08);
    const drop = 34 + share * 20;
    bough(pen, middle, top, half, drop, tier % 2 ? '#1f3b37' : '#264840', random.between(-3, 3));
    bough(pen, middle - half * 0.12, top, half * 0.82, drop * 0.6, 'rgba(228, 238, 250, 0.82)', random.between(-4, 4));
    bough(pen, middle + half * 0.26, top + drop * 0.16, half * 0.66, drop * 0.62, 'rgba(38, 66, 74, 0.75)', 0);
  }
}

function bough(pen: Pen, x: number, top: number, half: number, drop: number, colour: string, lean: number): void {
  pen.fillStyle = colour;
  pen.beginPath();
  pen.moveTo(x, top);
  pen.quadraticCurveTo(x + half * 0.45, top + drop * 0.72, x + half + lean, top + drop);
  pen.quadraticCurveTo(x + half * 0.5, top + drop * 0.86, x + half * 0.3, top + drop * 1.05);
  pen.quadraticCurveTo(x, top + drop * 0.8, x - half * 0.32, top + drop * 1.04);
  pen.quadraticCurveTo(x - half * 0.5, top + drop * 0.85, x - half + lean, top + drop * 0.97);
  pen.quadraticCurveTo(x - half * 0.4, top + drop * 0.7, x, top);
  pen.fill();
}

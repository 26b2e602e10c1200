import { createCanvas, type Canvas } from '@napi-rs/canvas';
import { picture, type Pen } from '../picture.ts';
import { seededRandom } from '../random.ts';
import { see, type Lens } from './lens.ts';

/** Some people who stand together; `phase` sets when they jump. */
export type Group = {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly kind: number;
  readonly phase: number;
};

const kinds = 8;
const people = 5;
const wideMetres = 3.2;
const tallMetres = 2.5;
const perMetre = 44;
const coats = [
  '#c23b3b',
  '#2c5fb3',
  '#e0a92e',
  '#3f7d54',
  '#6a4a8c',
  '#34465e',
  '#d8dce4',
  '#b5562e',
  '#1f2633',
  '#5aa0c8',
];
const skins = ['#d8a987', '#a8764f', '#e2bb9c', '#7c5238'];

export function paintSpectators(): Canvas[] {
  return Array.from({ length: kinds }, (_, kind) => {
    const random = seededRandom(300 + kind);
    const canvas = createCanvas(wideMetres * perMetre, tallMetres * perMetre);
    const pen = canvas.getContext('2d');
    pen.scale(perMetre, perMetre);
    for (let person = 0; person < people; person += 1) {
      const x = 0.35 + (person * (wideMetres - 0.7)) / (people - 1) + random.between(-0.1, 0.1);
      spectator(
        pen,
        x,
        random.between(1.6, 1.85),
        random.pick(coats),
        random.pick(skins),
        random.pick(coats),
        random.next(),
      );
    }
    return canvas;
  });
}

/** Draws a group; `joy` above 0 lets them jump and wave. */
export function drawSpectators(
  pen: Pen,
  lens: Lens,
  sprites: readonly Canvas[],
  group: Group,
  joy: number,
  atMs: number,
): void {
  const jump = joy * Math.max(0, Math.sin(atMs / 105 + group.phase)) * 0.3;
  const { u, v, depth, scale } = see(lens, group.x, group.y, group.z + jump);
  const wide = wideMetres * scale;
  const sprite = sprites[group.kind % kinds];
  if (sprite === undefined || depth < 2 || u < -wide || u > picture.width + wide) return;
  pen.drawImage(sprite, u - wide / 2, v - tallMetres * scale, wide, tallMetres * scale);
}

function spectator(pen: Pen, x: number, tall: number, coat: string, skin: string, hat: string, chance: number): void {
  const top = tallMetres - tall;
  pen.fillStyle = '#262b38';
  pen.fillRect(x - 0.16, tallMetres - 0.85, 0.32, 0.85);
  pen.fillStyle = coat;
  pen.beginPath();
  pen.roundRect(x - 0.25, top + 0.28, 0.5, 0.78, 0.16);
  pen.fill();
  pen.fillStyle = 'rgba(255, 255, 255, 0.16)';
  pen.fillRect(x - 0.2, top + 0.34, 0.14, 0.6);
  if (chance < 0.4) {
    pen.strokeStyle = coat;
    pen.lineWidth = 0.13;
    pen.lineCap = 'round';
    pen.beginPath();
    pen.moveTo(x + 0.2, top + 0.4);
    pen.lineTo(x + 0.33, top - 0.1);
    pen.stroke();
    if (chance < 0.2) {
      pen.fillStyle = hat;
      pen.fillRect(x + 0.32, top - 0.5, 0.42, 0.28);
      pen.fillStyle = '#f2f3f6';
      pen.fillRect(x + 0.32, top - 0.41, 0.42, 0.1);
    }
  }
  pen.fillStyle = skin;
  pen.beginPath();
  pen.arc(x, top + 0.14, 0.14, 0, Math.PI * 2);
  pen.fill();
  pen.fillStyle = hat;
  pen.beginPath();
  pen.arc(x, top + 0.11, 0.155, Math.PI, 0);
  pen.fill();
}

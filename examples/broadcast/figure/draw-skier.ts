import { writeText } from '../graphics/lettering.ts';
import { see, type Lens, type Place } from '../land/lens.ts';
import type { Pen } from '../picture.ts';
import type { Joint, Pose } from './skier-pose.ts';

/** How a body lies in the world: its place and the directions ahead, to the right and up, each of length 1. */
export type Stance = Place & { readonly ahead: Joint; readonly right: Joint; readonly up: Joint };

export type Outfit = { suit: string; dark: string; accent: string; helmet: string; ski: string; bib?: number };

/** Each ski: from the binding, metres back and ahead, its width, and where it points (radians outwards). */
export type Skis = { back: number; front: number; spread: number; tilt: number; thickness: number };

type Spot = { u: number; v: number; depth: number; scale: number };

/** Draws a skier from behind to before: skis, poles, limbs, body and helmet, lit from the upper left. */
export function drawSkier(
  pen: Pen,
  lens: Lens,
  stance: Stance,
  pose: Pose,
  skis: Skis,
  outfit: Outfit,
  hasPoles: boolean,
): void {
  const spot = (joint: Joint): Spot => place(lens, stance, joint);
  const parts: { depth: number; draw: () => void }[] = [];
  const limb = (from: Joint, to: Joint, thick: number, thin: number, colour: string): void => {
    const a = spot(from);
    const b = spot(to);
    parts.push({ depth: (a.depth + b.depth) / 2, draw: () => taper(pen, a, b, thick, thin, colour) });
  };
  const hip = (side: number): Joint => [pose.hip[0], pose.hip[1] + side * 0.13, pose.hip[2]];
  const shoulder = (side: number): Joint => [pose.shoulders[0], pose.shoulders[1] + side * 0.2, pose.shoulders[2]];
  const nearer = spot([0, -0.3, 0.5]).depth < spot([0, 0.3, 0.5]).depth ? 0 : 1;
  for (const index of [0, 1] as const) {
    const side = index === 0 ? -1 : 1;
    const cloth = index === nearer ? outfit.suit : outfit.dark;
    const ankle = pose.ankles[index];
    const out = Math.sin(skis.spread) * side;
    const tip: Joint = [
      ankle[0] + skis.front * Math.cos(skis.spread),
      ankle[1] + skis.front * out,
      ankle[2] - 0.1 + skis.tilt * skis.front,
    ];
    const tail: Joint = [
      ankle[0] - skis.back * Math.cos(skis.spread),
      ankle[1] - skis.back * out,
      ankle[2] - 0.1 - skis.tilt * skis.back,
    ];
    const bend: Joint = [tip[0] + 0.2, tip[1] + out * 0.2, tip[2] + 0.13];
    limb(tail, tip, skis.thickness, skis.thickness, outfit.ski);
    limb(tip, bend, skis.thickness, skis.thickness * 0.7, outfit.ski);
    limb(
      [ankle[0] - 0.12, ankle[1], ankle[2] - 0.02],
      [ankle[0] + 0.14, ankle[1], ankle[2] - 0.03],
      0.15,
      0.13,
      '#23262e',
    );
    limb(ankle, pose.knees[index], 0.14, 0.17, index === nearer ? '#2b2f3a' : '#20232c');
    limb(
      [
        ankle[0] * 0.5 + pose.knees[index][0] * 0.5,
        (ankle[1] + pose.knees[index][1]) / 2,
        (ankle[2] + pose.knees[index][2]) / 2,
      ],
      pose.knees[index],
      0.16,
      0.18,
      cloth,
    );
    limb(pose.knees[index], hip(side), 0.19, 0.23, cloth);
    limb(shoulder(side), pose.elbows[index], 0.15, 0.12, cloth);
    limb(pose.elbows[index], pose.hands[index], 0.12, 0.1, index === nearer ? outfit.accent : outfit.dark);
    limb(pose.hands[index], pose.hands[index], 0.15, 0.15, '#15171d');
    if (hasPoles) {
      const [ahead, right, up] = pose.hands[index];
      limb([ahead, right, up], [ahead - 0.55, right + side * 0.12, up - 0.06], 0.025, 0.025, '#3a4152');
      limb(
        [ahead - 0.55, right + side * 0.12, up - 0.06],
        [ahead - 1.1, right - side * 0.05, up + 0.08],
        0.025,
        0.03,
        '#3a4152',
      );
    }
  }
  limb(hip(-1), hip(1), 0.26, 0.26, outfit.suit);
  limb(pose.hip, pose.shoulders, 0.34, 0.4, outfit.suit);
  limb(shoulder(-1), shoulder(1), 0.24, 0.24, outfit.suit);
  const waist = spot(pose.hip);
  const chest = spot(pose.shoulders);
  parts.push({ depth: Math.min(waist.depth, chest.depth) - 0.12, draw: () => drawBib(pen, waist, chest, outfit) });
  const head = spot(pose.head);
  const brow = spot([pose.head[0] + 0.11, pose.head[1], pose.head[2] - 0.01]);
  parts.push({ depth: head.depth - 0.14, draw: () => drawHead(pen, head, brow, outfit) });
  parts.sort((a, b) => b.depth - a.depth);
  for (const { draw } of parts) draw();
}

/** A joint of a body in the picture. */
function place(lens: Lens, { x, y, z, ahead, right, up }: Stance, [a, r, u]: Joint): Spot {
  return see(
    lens,
    x + ahead[0] * a + right[0] * r + up[0] * u,
    y + ahead[1] * a + right[1] * r + up[1] * u,
    z + ahead[2] * a + right[2] * r + up[2] * u,
  );
}

function taper(pen: Pen, a: Spot, b: Spot, thick: number, thin: number, colour: string): void {
  const from = Math.max(0.5, (thick * a.scale) / 2);
  const to = Math.max(0.5, (thin * b.scale) / 2);
  const turn = Math.atan2(b.v - a.v, b.u - a.u);
  pen.fillStyle = colour;
  pen.beginPath();
  pen.arc(a.u, a.v, from, turn + Math.PI / 2, turn + Math.PI * 1.5);
  pen.arc(b.u, b.v, to, turn - Math.PI / 2, turn + Math.PI / 2);
  pen.closePath();
  pen.fill();
  if (Math.max(from, to) < 3) return;
  // The light of the sky along the upper edge.
  pen.strokeStyle = 'rgba(255, 255, 255, 0.22)';
  pen.lineWidth = Math.min(from, to) * 0.5;
  pen.lineCap = 'round';
  pen.beginPath();
  pen.moveTo(a.u - from * 0.3, a.v - from * 0.4);
  pen.lineTo(b.u - to * 0.3, b.v - to * 0.4);
  pen.stroke();
}

function drawBib(pen: Pen, waist: Spot, chest: Spot, { bib, accent }: Outfit): void {
  const size = chest.scale * 0.3;
  const middleU = chest.u * 0.6 + waist.u * 0.4;
  const middleV = chest.v * 0.6 + waist.v * 0.4;
  const turn = Math.atan2(waist.v - chest.v, waist.u - chest.u) - Math.PI / 2;
  const long = Math.max(0.16, Math.hypot(waist.u - chest.u, waist.v - chest.v) / chest.scale) * chest.scale * 0.62;
  pen.save();
  pen.translate(middleU, middleV);
  pen.rotate(turn);
  pen.fillStyle = '#f6f7fb';
  pen.fillRect(-size / 2, -long / 2, size, long);
  pen.fillStyle = accent;
  pen.fillRect(-size / 2, -long / 2, size, long * 0.14);
  if (bib !== undefined && size > 8 && long > 8) {
    writeText(pen, String(bib), 0, long * 0.34, {
      size: Math.min(long * 0.5, size * 0.62),
      colour: '#141a2c',
      align: 'centre',
      weight: 0.2,
    });
  }
  pen.restore();
}

function drawHead(pen: Pen, head: Spot, brow: Spot, { helmet, accent }: Outfit): void {
  const radius = Math.max(1.2, 0.145 * head.scale);
  pen.fillStyle = helmet;
  pen.beginPath();
  pen.arc(head.u, head.v, radius, 0, Math.PI * 2);
  pen.fill();
  if (brow.depth < head.depth + 0.09) {
    pen.fillStyle = '#12151d';
    pen.beginPath();
    pen.ellipse(brow.u, brow.v + radius * 0.12, radius * 0.72, radius * 0.4, 0, 0, Math.PI * 2);
    pen.fill();
    pen.fillStyle = 'rgba(255, 176, 84, 0.85)';
    pen.beginPath();
    pen.ellipse(brow.u - radius * 0.16, brow.v + radius * 0.04, radius * 0.34, radius * 0.17, 0, 0, Math.PI * 2);
    pen.fill();
  }
  pen.fillStyle = 'rgba(255, 255, 255, 0.4)';
  pen.beginPath();
  pen.arc(head.u - radius * 0.35, head.v - radius * 0.4, radius * 0.3, 0, Math.PI * 2);
  pen.fill();
  pen.strokeStyle = accent;
  pen.lineWidth = radius * 0.22;
  pen.beginPath();
  pen.arc(head.u, head.v, radius * 0.8, Math.PI * 1.25, Math.PI * 1.75);
  pen.stroke();
}

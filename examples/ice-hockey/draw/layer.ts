import type { Canvas } from '@napi-rs/canvas';
import type { Pen } from '../../broadcast/picture.ts';
import type { Shear } from './view.ts';

/** A layer painted once, seen with the camera at x = 0; `left` and `top` place it in picture units. */
export type Layer = { canvas: Canvas; left: number; top: number; pixelsPerUnit: number };

/** Draws a layer as the rolled camera sees it, lifted by `rise` picture units. */
export function drawLayer(pen: Pen, { canvas, left, top, pixelsPerUnit }: Layer, shear: Shear, rise: number): void {
  pen.save();
  // u' = u + perV · v + constant, on a layer whose pixels start at (left, top).
  pen.transform(1, 0, shear.perV, 1, shear.constant, rise);
  pen.drawImage(canvas, left, top, canvas.width / pixelsPerUnit, canvas.height / pixelsPerUnit);
  pen.restore();
}

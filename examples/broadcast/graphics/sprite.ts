import { createCanvas, type Canvas } from '@napi-rs/canvas';
import type { Pen } from '../picture.ts';

/** Drawings that stay the same over many frames, painted once and kept by what they show. */
export interface Sprites {
  /**
   * Draws the sprite of this key with its corner at (x, y) in picture units; `paint` gets a pen in the same units with
   * (0, 0) at the sprite's corner.
   */
  draw(
    pen: Pen,
    key: string,
    at: { x: number; y: number; width: number; height: number },
    paint: (pen: Pen) => void,
  ): void;
}

const mostKept = 60;

export function openSprites(pixelsPerUnit: number): Sprites {
  const kept = new Map<string, Canvas>();
  return {
    draw: (pen, key, { x, y, width, height }, paint) => {
      let canvas = kept.get(key);
      if (!canvas) {
        canvas = createCanvas(Math.ceil(width * pixelsPerUnit), Math.ceil(height * pixelsPerUnit));
        const own = canvas.getContext('2d');
        own.scale(pixelsPerUnit, pixelsPerUnit);
        paint(own);
        if (kept.size >= mostKept) kept.clear();
        kept.set(key, canvas);
      }
      pen.drawImage(canvas, x, y, canvas.width / pixelsPerUnit, canvas.height / pixelsPerUnit);
    },
  };
}

import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { openSprites } from './graphics/sprite.ts';
import { frameRate, picture } from './picture.ts';
import type { Painter } from './show.ts';

/** What a frame is drawn on, and what its graphics are drawn with. */
export type Screen = {
  readonly pen: SKRSContext2D;
  readonly sprites: ReturnType<typeof openSprites>;
  /** A painter of frames: `paint` draws one moment, in epoch milliseconds, in the units of the picture. */
  painter(startMs: number, paint: (atMs: number) => void): Painter;
};

/** Opens a screen of that many pixels across. */
export function openScreen(width: number): Screen {
  const perUnit = width / picture.width;
  const canvas = createCanvas(width, Math.round(picture.height * perUnit));
  const pen = canvas.getContext('2d');
  pen.imageSmoothingQuality = 'low';
  return {
    pen,
    sprites: openSprites(perUnit),
    painter: (startMs, paint) => ({
      draw: (frame) => {
        pen.setTransform(perUnit, 0, 0, perUnit, 0, 0);
        paint(startMs + (frame * 1000) / frameRate);
        return canvas.data();
      },
      toPng: () => canvas.toBuffer('image/png'),
    }),
  };
}

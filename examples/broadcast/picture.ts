import type { SKRSContext2D } from '@napi-rs/canvas';

export type Pen = SKRSContext2D;

/** The picture is laid out on 960 × 540 units and scaled to the size asked for. */
export const picture = { width: 960, height: 540 } as const;

/** Frames per second of the videos; frame n is shown at n / 25 s, and every action happens exactly on a frame. */
export const frameRate = 25;

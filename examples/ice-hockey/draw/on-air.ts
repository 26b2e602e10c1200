import type { Programme } from '../mix-programme.ts';
import type { Period } from '../period.ts';
import type { Action } from '../timeline.ts';
import type { Sprites } from '../../broadcast/graphics/sprite.ts';
import type { Pen } from '../../broadcast/picture.ts';

/** What the television graphics of one frame are drawn from. */
export type OnAir = {
  pen: Pen;
  period: Period;
  programme: Programme;
  timeline: readonly Action[];
  frame: number;
  sprites: Sprites;
};

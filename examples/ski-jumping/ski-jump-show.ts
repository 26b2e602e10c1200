import { frameRate } from '../broadcast/picture.ts';
import type { Show } from '../broadcast/show.ts';
import type { JumpBroadcast } from '../games/broadcast.ts';
import { chooseWindow } from './choose-window.ts';
import { openPainter } from './open-painter.ts';
import { synthesiseSound } from './sound.ts';

/** The best minutes of a round of ski jumping as a video. The input is the broadcast, handed from process to process. */
export function openShow(input: unknown): Show {
  const broadcast = input as JumpBroadcast;
  const window = chooseWindow(broadcast);
  return {
    frameCount: Math.floor(((window.endMs - window.startMs) * frameRate) / 1000),
    openPainter: (width) => openPainter(broadcast, window, width),
    synthesiseSound: (frameCount) => synthesiseSound(broadcast, window, frameCount),
  };
}

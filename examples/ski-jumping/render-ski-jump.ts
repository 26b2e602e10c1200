import { renderShow, type Rendered, type RenderOptions } from '../broadcast/render-show.ts';
import type { JumpBroadcast } from '../games/broadcast.ts';
import { chooseWindow } from './choose-window.ts';

export type SkiJumpOptions = Omit<RenderOptions, 'width'> & {
  broadcast: JumpBroadcast;
  /** Default 640. */ width?: number;
};

/**
 * Draws the best minutes of a round, in its own time: frame n shows the moment `startMs` + n / 25 s of the round.
 *
 * @throws when the width is unfit, the file cannot be written, the signal aborts or the process dies
 */
export async function renderSkiJump({
  broadcast,
  width = 640,
  ...options
}: SkiJumpOptions): Promise<Rendered & { startMs: number }> {
  const rendered = await renderShow(new URL('ski-jump-show.ts', import.meta.url), broadcast, { ...options, width });
  return { ...rendered, startMs: chooseWindow(broadcast).startMs };
}

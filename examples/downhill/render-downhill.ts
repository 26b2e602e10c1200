import { renderShow, type Rendered, type RenderOptions } from '../broadcast/render-show.ts';
import type { DownhillBroadcast } from '../games/broadcast.ts';
import { chooseWindow } from './choose-window.ts';

export type DownhillOptions = Omit<RenderOptions, 'width'> & {
  broadcast: DownhillBroadcast;
  /** Default 640. */ width?: number;
};

/**
 * Draws the best minutes of a downhill, in its own time: frame n shows the moment `startMs` + n / 25 s of the race.
 *
 * @throws when the width is unfit, the file cannot be written, the signal aborts or the process dies
 */
export async function renderDownhill({
  broadcast,
  width = 640,
  ...options
}: DownhillOptions): Promise<Rendered & { startMs: number }> {
  const rendered = await renderShow(new URL('downhill-show.ts', import.meta.url), broadcast, { ...options, width });
  return { ...rendered, startMs: chooseWindow(broadcast).startMs };
}

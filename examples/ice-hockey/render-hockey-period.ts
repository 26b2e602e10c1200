import { renderShow, type Rendered, type RenderOptions } from '../broadcast/render-show.ts';

export type HockeyOptions = Omit<RenderOptions, 'width'> & { seed: number; /** Default 960. */ width?: number };

/**
 * Draws and encodes the period in a process of its own, on two threads.
 *
 * @throws when the width is unfit, the file cannot be written, the signal aborts or the process dies
 */
export function renderHockeyPeriod({ seed, width = 960, ...options }: HockeyOptions): Promise<Rendered> {
  return renderShow(new URL('hockey-show.ts', import.meta.url), { seed }, { ...options, width });
}

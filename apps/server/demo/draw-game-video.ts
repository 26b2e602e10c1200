import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { renderHockeyPeriod } from '@altis/examples';

/** Raised when the drawing changes, so that an older video is not shown. */
const edition = 3;
/** Small enough to be drawn within half a minute on two cores, so that moments arrive in the first minute. */
const width = 640;

type DrawOptions = {
  readonly dataDirectory: string;
  readonly seed: number;
  readonly tell: (text: string) => void;
  readonly signal: AbortSignal;
};

/** The path of the period's video, drawn when it is not there yet. */
export async function drawGameVideo({ dataDirectory, seed, tell, signal }: DrawOptions): Promise<string> {
  const folder = join(dataDirectory, 'demo');
  const out = join(folder, `ice-hockey-${seed}-${edition}.mp4`);
  if ((await stat(out).catch(() => undefined)) !== undefined) return out;
  await mkdir(folder, { recursive: true });
  let told = 0;
  const progress = (fraction: number): void => {
    if (fraction - told < 0.25) return;
    told = fraction;
    tell(`Drawing the demo game: ${Math.round(fraction * 100)} %`);
  };
  tell('Drawing the demo game…');
  await renderHockeyPeriod({ seed, out, width, progress, signal });
  return out;
}

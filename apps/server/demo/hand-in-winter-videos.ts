import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { mediaDescription } from '@altis/media-description/contract';
import type { DemoCaller } from './demo-caller.ts';
import { keepRecorded, readRecorded } from './demo-recordings.ts';
import { findHandedIn } from './find-handed-in.ts';
import type { OpenGames } from './play-demo-games.ts';
import { winterShows, type WinterShow } from './winter-shows.ts';

type HandInOptions = {
  readonly dataDirectory: string;
  readonly url: string;
  readonly tell: (text: string) => void;
  readonly signal: AbortSignal;
};

/**
 * Draws a downhill and a round of ski jumping of the demo Games, one after the other and leisurely, and hands each in once
 * its unit is over. What a restart interrupts is begun anew; what was handed in before it is not drawn again.
 */
export async function handInWinterVideos(
  caller: DemoCaller,
  { games, whenTold }: OpenGames,
  options: HandInOptions,
): Promise<void> {
  const { dataDirectory, url, tell } = options;
  let recorded = await readRecorded(dataDirectory);
  for (const show of winterShows(games, Date.now(), recorded)) {
    const { unit, title } = show;
    await whenTold(unit);
    const { id } = (await findHandedIn(caller, show)) ?? (await drawAndHandIn(caller, show, options));
    recorded = [...recorded, unit];
    await keepRecorded(dataDirectory, recorded);
    tell(`${title} can be watched: ${url}/moments/sessions/${id}`);
  }
}

async function drawAndHandIn(
  caller: DemoCaller,
  { unit, title, fileName, draw }: WinterShow,
  { dataDirectory, tell, signal }: HandInOptions,
): Promise<{ readonly id: string }> {
  tell(`Drawing in the background: ${title}…`);
  const out = join(dataDirectory, 'demo', fileName);
  const { startMs } = await draw({ out, isUnhurried: true, signal });
  const upload = await caller.upload(out, fileName);
  // The server has its own copy now.
  await rm(out);
  const startsAt = new Date(startMs).toISOString();
  return caller.api(mediaDescription).sessions.create({ unit, upload, startsAt, title });
}

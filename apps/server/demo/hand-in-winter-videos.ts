import { join } from 'node:path';
import {
  downhillBroadcast,
  jumpBroadcast,
  renderDownhill,
  renderSkiJump,
  type DownhillOptions,
  type Games,
} from '@altis/examples';
import { mediaDescription } from '@altis/media-description/contract';
import type { DemoCaller } from './demo-caller.ts';
import { keepRecorded, readRecorded } from './demo-recordings.ts';
import type { OpenGames } from './play-demo-games.ts';

type Show = {
  readonly unit: string;
  readonly title: string;
  readonly endMs: number;
  readonly fileName: string;
  readonly draw: (options: Omit<DownhillOptions, 'broadcast'>) => Promise<{ startMs: number }>;
};

type HandInOptions = {
  readonly dataDirectory: string;
  readonly url: string;
  readonly tell: (text: string) => void;
  readonly signal: AbortSignal;
};

/**
 * Draws a downhill and a round of ski jumping of the demo Games, one after the other and leisurely, and hands each in once
 * its unit is over. One that was handed in before a restart is not drawn again.
 */
export async function handInWinterVideos(
  caller: DemoCaller,
  { games, whenTold }: OpenGames,
  { dataDirectory, url, tell, signal }: HandInOptions,
): Promise<void> {
  let recorded = await readRecorded(dataDirectory);
  for (const { unit, title, fileName, draw } of showsOf(games)) {
    if (recorded.includes(unit)) continue;
    await whenTold(unit);
    tell(`Drawing in the background: ${title}…`);
    const out = join(dataDirectory, 'demo', fileName);
    const { startMs } = await draw({ out, isUnhurried: true, signal });
    const upload = await caller.upload(out, fileName);
    const startsAt = new Date(startMs).toISOString();
    const session = await caller.api(mediaDescription).sessions.create({ unit, upload, startsAt, title });
    recorded = [...recorded, unit];
    await keepRecorded(dataDirectory, recorded);
    tell(`${title} can be watched: ${url}/moments/sessions/${session.id}`);
  }
}

/** Of each sport the event that is over first, so that its pictures are there soon. */
function showsOf(games: Games): Show[] {
  const downhills = (['ALPMDH', 'ALPWDH'] as const).map((event): Show => {
    const broadcast = downhillBroadcast(games, event);
    const { unit, title, runs } = broadcast;
    const draw: Show['draw'] = (options) => renderDownhill({ ...options, broadcast });
    return { unit, title, endMs: Math.max(...runs.map((run) => run.endMs)), fileName: 'downhill.mp4', draw };
  });
  const jumpings = (['SJPMNH', 'SJPWNH'] as const).map((event): Show => {
    const broadcast = jumpBroadcast(games, event);
    const { unit, title, jumps } = broadcast;
    const draw: Show['draw'] = (options) => renderSkiJump({ ...options, broadcast });
    return { unit, title, endMs: Math.max(...jumps.map((jump) => jump.marksMs)), fileName: 'ski-jump.mp4', draw };
  });
  const first = (shows: readonly Show[]): Show[] => shows.toSorted((one, other) => one.endMs - other.endMs).slice(0, 1);
  return [...first(downhills), ...first(jumpings)].toSorted((one, other) => one.endMs - other.endMs);
}

import type { Canvas } from '@napi-rs/canvas';
import { crowdThings } from '../../broadcast/land/crowd-things.ts';
import type { Thing } from '../../broadcast/land/open-scenery.ts';
import type { Relief } from '../../broadcast/land/relief.ts';
import { scoreboard } from '../../broadcast/land/scoreboard.ts';
import { landingAt } from '../hill.ts';
import { hillLines } from './hill-lines.ts';
import { inRunTrack, startBar } from './in-run-things.ts';
import { judgesTower, takeOffTable } from './buildings.ts';
import { spectators } from './spectators.ts';

/** In-run, start bar, judges' tower, the lines of the landing hill, scoreboard and spectators. */
export function buildThings(
  relief: Relief,
  hill: { kPoint: number; size: number },
  venue: string,
  startWay: number,
  crowd: readonly Canvas[],
): Thing[] {
  const upright = { x: 38, y: landingAt(150).y, wide: 15, high: 7 };
  const lines = [
    { up: 4.2, size: 1.25 },
    { up: 1.3, size: 1.7 },
  ] as const;
  return [
    ...inRunTrack(),
    startBar(startWay),
    judgesTower(relief),
    takeOffTable(venue),
    ...hillLines(hill),
    scoreboard(relief, { ...upright, lines }),
    ...crowdThings(spectators(relief), crowd),
  ];
}

import { smooth } from '../broadcast/blend.ts';
import { outfitOf } from '../broadcast/figure/outfits.ts';
import { openScenery, type Moment } from '../broadcast/land/open-scenery.ts';
import type { Sky } from '../broadcast/land/panorama.ts';
import { paintSpectators } from '../broadcast/land/spectators.ts';
import { openScreen } from '../broadcast/open-screen.ts';
import type { Painter } from '../broadcast/show.ts';
import type { DownhillBroadcast } from '../games/broadcast.ts';
import { aim } from './aim.ts';
import { sightLines } from './cameras.ts';
import type { Window } from './choose-window.ts';
import { buildCourse } from './course.ts';
import { shotAt, type Shot } from './direct.ts';
import { drawGraphics } from './draw-graphics.ts';
import { drawRacer } from './draw-racer.ts';
import { drawSpray } from './draw-spray.ts';
import { graphicsAt, type Graphics } from './graphics-at.ts';
import { racerAt, type RacerState } from './run-state.ts';
import { buildThings } from './things/build-things.ts';

const sky: Sky = { zenith: [64, 128, 214], haze: [206, 222, 240], clouds: 0.35, seed: 3 };

/** Prepares to draw the frames of a window of a race. */
export function openPainter(broadcast: DownhillBroadcast, window: Window, width: number): Painter {
  const { pen, sprites, painter } = openScreen(width);
  const course = buildCourse(sightLines());
  const { relief, trees } = course;
  const things = buildThings(course, broadcast.venueName, paintSpectators());
  const scenery = openScenery({ relief, trees, things, sky, width });
  return painter(window.startMs, (atMs) => {
    const shot = shotAt(broadcast, atMs);
    const graphics = graphicsAt(broadcast, atMs);
    const { run, sourceMs } = shot;
    const racerThen = (ms: number): RacerState => racerAt(relief, run, broadcast.splitShares, ms);
    const racer = racerThen(sourceMs);
    scenery.draw(pen, aim(relief, shot, racer, atMs), momentOf(shot, graphics), [
      {
        ...racer,
        draw: (own, lens) => {
          drawRacer(own, lens, racer, outfitOf(run.athlete), sourceMs);
          drawSpray(own, lens, racerThen, sourceMs);
        },
      },
    ]);
    drawGraphics(pen, sprites, graphics);
  });
}

function momentOf(shot: Shot, { atMs, venueName, bar, clock }: Graphics): Moment {
  const board = [bar === undefined ? venueName : `${bar.organisation} ${bar.familyName}`, clock ?? 'DOWNHILL'] as const;
  return { atMs, joy: joyOf(shot), board };
}

function joyOf({ run, sourceMs, kind }: Shot): number {
  if (kind === 'hut' || kind === 'valley' || run.finish === undefined) return 0;
  const over = (sourceMs - run.endMs) / 1000;
  const best = run.finish.rank <= 3 ? 1 : 0.45;
  return best * smooth(-6, 0.3, over) * (1 - smooth(7, 12, over));
}

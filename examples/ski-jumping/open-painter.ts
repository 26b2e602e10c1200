import { smooth } from '../broadcast/blend.ts';
import { outfitOf } from '../broadcast/figure/outfits.ts';
import { openScenery } from '../broadcast/land/open-scenery.ts';
import type { Sky } from '../broadcast/land/panorama.ts';
import { groundAt } from '../broadcast/land/relief.ts';
import { paintSpectators } from '../broadcast/land/spectators.ts';
import { openScreen } from '../broadcast/open-screen.ts';
import type { Painter } from '../broadcast/show.ts';
import type { JumpBroadcast } from '../games/broadcast.ts';
import type { Window } from './choose-window.ts';
import { aim, shotAt, type Shot } from './direct.ts';
import { drawGraphics } from './draw-graphics.ts';
import { drawJumper } from './draw-jumper.ts';
import { graphicsAt } from './graphics-at.ts';
import { buildHill } from './hill.ts';
import { jumperAt } from './jumper-state.ts';
import { buildThings } from './things/build-things.ts';

/** The evening light. */
const sky: Sky = { zenith: [44, 78, 166], haze: [244, 208, 196], clouds: 0.5, seed: 12 };

/** Prepares to draw the frames of a window of a round. */
export function openPainter(broadcast: JumpBroadcast, window: Window, width: number): Painter {
  const { pen, sprites, painter } = openScreen(width);
  const { relief, trees } = buildHill();
  const startWay = startWayOf(broadcast);
  const things = buildThings(relief, broadcast.hill, broadcast.venueName, startWay, paintSpectators());
  const scenery = openScenery({ relief, trees, things, sky, width });
  return painter(window.startMs, (atMs) => {
    const shot = shotAt(broadcast, atMs);
    const { jump, sourceMs } = shot;
    const graphics = graphicsAt(broadcast, atMs);
    const jumper = jumperAt(jump, sourceMs);
    const { athlete, distance, landingMs } = jump;
    const board = [
      `${athlete.organisation} ${athlete.familyName}`,
      atMs < landingMs ? broadcast.venueName : `${distance.toFixed(1)} M`,
    ] as const;
    const ground =
      jumper.phase === 'in-run' || jumper.phase === 'gate' ? jumper.z : groundAt(relief, jumper.x, jumper.y);
    scenery.draw(pen, aim(relief, shot, jumper, atMs), { atMs, joy: joyOf(shot), board }, [
      { ...jumper, draw: (own, lens) => drawJumper(own, lens, jumper, ground, outfitOf(athlete), sourceMs) },
    ]);
    drawGraphics(pen, sprites, graphics);
  });
}

/** Metres of in-run before the edge: from standing to the measured speed at an even acceleration. */
function startWayOf({ jumps }: JumpBroadcast): number {
  const first = jumps[0];
  return first === undefined ? 50 : ((first.speedKmh / 3.6) * (first.takeOffMs - first.startMs)) / 2000;
}

function joyOf({ jump, sourceMs, kind }: Shot): number {
  if (kind === 'arena') return 0.25;
  const over = (sourceMs - jump.landingMs) / 1000;
  return (jump.rank !== undefined && jump.rank <= 3 ? 1 : 0.5) * smooth(-1.5, 0.5, over) * (1 - smooth(9, 15, over));
}

import type { Thing } from '../../broadcast/land/open-scenery.ts';
import { groundAt, type Relief } from '../../broadcast/land/relief.ts';
import { boardLine, drawBar, drawBoardText, drawBox, drawFace } from '../../broadcast/land/solid.ts';
import { bannerBlue } from './banner-blue.ts';

const wood = { back: '#6a4630', front: '#7d5539', left: '#8a6143', right: '#59391f', top: '#f4f7fc' };

/** The hut of the start, with the name of the venue. */
export function startHut(relief: Relief, venue: string): Thing {
  const z = groundAt(relief, 0, -2);
  return {
    x: 0,
    y: -6,
    z,
    tall: 5,
    draw: (pen, lens) => {
      drawBox(pen, lens, { x: 0, y: -5.2, z: z - 0.6, wide: 7.2, deep: 4, high: 4.2, colours: wood });
      if (lens.y > -3) {
        drawFace(
          pen,
          lens,
          [
            [-1.7, -3.18, z],
            [1.7, -3.18, z],
            [1.7, -3.18, z + 2.5],
            [-1.7, -3.18, z + 2.5],
          ],
          '#1c1714',
        );
        drawFace(
          pen,
          lens,
          [
            [-1.7, -3.17, z],
            [-1.3, -3.17, z],
            [-0.9, -3.17, z + 2.5],
            [-1.7, -3.17, z + 2.5],
          ],
          '#2a2320',
        );
      }
      for (const x of [-3.9, 3.9]) drawBar(pen, lens, [x, -2.6, z], [x, -2.6, z + 3.6], 0.18, '#3d2a1c');
      drawBox(pen, lens, { x: 0, y: -2.6, z: z + 2.75, wide: 8.2, deep: 0.5, high: 1.05, colours: bannerBlue });
      drawBox(pen, lens, {
        x: 0,
        y: -4.6,
        z: z + 3.75,
        wide: 8.6,
        deep: 5.4,
        high: 0.42,
        colours: { ...wood, top: '#ffffff', front: '#eef3fb', back: '#dbe5f4', left: '#f6f9ff', right: '#cfdcf0' },
      });
      if (lens.y > -2) {
        drawBoardText(
          pen,
          lens,
          { left: [3.9, -2.3, z + 2.75], right: [-3.9, -2.3, z + 2.75], high: 1.05 },
          boardLine(venue, 7.8, 0.3, 0.46, '#ffffff'),
        );
      }
      // The wand that starts the clock, and the beacon of the start.
      drawBar(pen, lens, [-0.9, 0, z - 0.4], [-0.9, 0, z + 0.9], 0.08, '#20242e');
      drawBar(pen, lens, [0.9, 0, z - 0.4], [0.9, 0, z + 0.9], 0.08, '#20242e');
    },
  };
}

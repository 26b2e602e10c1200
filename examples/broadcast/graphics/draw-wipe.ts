import { drawEmblem, panel } from './panels.ts';
import { writeText } from './lettering.ts';
import { picture, type Pen } from '../picture.ts';

const halfFrames = 9;
const bands = ['#0b1b44', '#1a4fb4', '#e9f0fb', '#123c8c'] as const;

/** Slanted bands with the emblem sweep over the picture and hide the cut between two shots. */
export function drawWipe(pen: Pen, wipes: readonly number[], frame: number): void {
  const cut = wipes.find((at) => Math.abs(frame - at) <= halfFrames);
  if (cut === undefined) return;
  // From -1 (outside on the left) over 0 (the whole picture covered at the cut) to 1 (outside on the right).
  const sweep = (frame - cut) / halfFrames;
  const lean = 170;
  const width = picture.width + 2 * lean + 120;
  bands.forEach((colour, index) => {
    const lag = (index - 1.5) * 0.1;
    const x = (sweep - lag) * (width + 60) - lean - 60;
    panel(pen, x, -4, width, picture.height + 8, colour, lean);
  });
  const centre = picture.width / 2 + sweep * (width + 60);
  drawEmblem(pen, centre, picture.height / 2 - 26, 52);
  writeText(pen, 'ALTIS', centre, picture.height / 2 + 66, {
    size: 30,
    colour: '#ffffff',
    align: 'centre',
    weight: 0.19,
    spacing: 3,
  });
}

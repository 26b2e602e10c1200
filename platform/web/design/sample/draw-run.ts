export const width = 640;
export const height = 360;
export const framesPerSecond = 25;
export const frameCount = 250;

/** The bits of the frame number stand in the lowest rows as white or black fields, most significant first, so that a test can read them. */
export const codeBits = 12;
export const codeHeight = 16;

type Colour = readonly [number, number, number];

const horizon = 150;

/** One picture (RGB, 8 bits) of a slalom run at night, with the number of the frame in figures and in fields. */
export function drawRun(frame: number): Uint8Array {
  const picture = Uint8Array.from(backdrop);
  const timeS = frame / framesPerSecond;
  const travelled = timeS * 7;
  for (let gate = 13; gate >= 0; gate -= 1) drawGate(picture, gate - (travelled % 1), Math.floor(travelled) + gate);
  drawSkier(picture, timeS);
  drawSnow(picture, timeS);
  drawFigures(picture, String(frame).padStart(3, '0'), 18, 18, 5, [255, 255, 255]);
  drawCode(picture, frame);
  return picture;
}

// Sky, two ranges of mountains and the groomed slope under floodlight; the same in every picture.
const backdrop = ((): Uint8Array => {
  const picture = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const far = horizon - 62 - 26 * Math.sin(x / 61) - 17 * Math.sin(x / 23 + 2) - 6 * Math.sin(x / 7);
      const near = horizon - 18 - 20 * Math.sin(x / 89 + 4) - 9 * Math.sin(x / 31 + 1);
      const dusk = y / horizon;
      let colour: Colour = [10 + 26 * dusk, 22 + 58 * dusk, 34 + 66 * dusk];
      if (y > far) colour = [52, 92, 106];
      if (y > near) colour = [20, 46, 58];
      if (y > horizon) {
        const depth = (y - horizon) / (height - horizon);
        const light = Math.exp(-(((x - 320) / (120 + 420 * depth)) ** 2));
        colour = [
          96 + 138 * light * (0.45 + depth),
          132 + 112 * light * (0.45 + depth),
          150 + 100 * light * (0.45 + depth),
        ];
      }
      dot(picture, x, y, colour, 1);
    }
  }
  return picture;
})();

function drawGate(picture: Uint8Array, distance: number, number: number): void {
  if (distance < 0.25) return;
  const scale = 1 / (0.35 + distance * 0.32);
  const y = horizon + 78 * scale;
  const x = 320 + (number % 2 === 0 ? -78 : 78) * scale * 1.1;
  const colour: Colour = number % 2 === 0 ? [242, 81, 31] : [6, 125, 147];
  for (const side of [-9, 9]) {
    fill(picture, x + side * scale, y - 17 * scale, Math.max(0.8, 1.1 * scale), 17 * scale, colour, 'box');
  }
  fill(picture, x, y - 24 * scale, 9 * scale, 6 * scale, colour, 'box');
}

function drawSkier(picture: Uint8Array, timeS: number): void {
  const turn = Math.sin(timeS * Math.PI * 3.5);
  const x = 320 + 62 * turn;
  const lean = 15 * Math.cos(timeS * Math.PI * 3.5);
  for (const ski of [-9, 9]) fill(picture, x + ski - lean * 0.5, 316, 3.2, 15, [16, 28, 36], 'oval');
  for (let part = 0; part <= 12; part += 1) {
    const up = part / 12;
    const body: Colour = up < 0.45 ? [18, 34, 44] : [93, 208, 226];
    fill(picture, x + lean * (up - 0.5), 312 - 46 * up, 11 + 3 * Math.sin(up * 3), 7, body, 'oval');
  }
  fill(picture, x + lean * 0.62, 257, 8.5, 8.5, [255, 255, 255], 'oval');
  // Snow thrown from the outer edge.
  for (let flake = 0; flake < 16; flake += 1) {
    const age = (flake / 16 + timeS * 1.3) % 1;
    const way = Math.sign(Math.cos(timeS * Math.PI * 3.5)) || 1;
    fill(
      picture,
      x - way * (16 + 70 * age),
      322 - 46 * age * (1.2 - age) - (flake % 5),
      3 * (1 - age),
      3 * (1 - age),
      [255, 255, 255],
      'oval',
    );
  }
}

function drawSnow(picture: Uint8Array, timeS: number): void {
  for (let flake = 0; flake < 70; flake += 1) {
    const near = 0.4 + (flake % 7) / 7;
    const x = (flake * 137.5 + 46 * near * timeS) % width;
    const y = (flake * 71.3 + 105 * near * timeS) % (height - codeHeight);
    fill(picture, x, y, 1.5 * near, 1.5 * near, [235, 246, 250], 'oval');
  }
}

// Three columns, five rows per figure, from the top left.
const figures = ['75557', '26227', '71747', '71717', '55711', '74717', '74757', '71122', '75757', '75717'];

function drawFigures(picture: Uint8Array, text: string, left: number, top: number, size: number, colour: Colour): void {
  text.split('').forEach((character, place) => {
    const rows = figures[Number(character)] ?? '';
    for (let row = 0; row < rows.length; row += 1) {
      for (let column = 0; column < 3; column += 1) {
        if ((Number(rows[row]) >> (2 - column)) % 2 === 0) continue;
        const x = left + (place * 4 + column + 0.5) * size;
        fill(picture, x, top + (row + 0.5) * size, size / 2, size / 2, colour, 'box');
      }
    }
  });
}

function drawCode(picture: Uint8Array, frame: number): void {
  const field = width / codeBits;
  for (let x = 0; x < width; x += 1) {
    const bit = (frame >> (codeBits - 1 - Math.floor(x / field))) & 1;
    const colour: Colour = bit === 1 ? [255, 255, 255] : [8, 16, 20];
    for (let y = height - codeHeight; y < height; y += 1) dot(picture, x, y, colour, 1);
  }
}

// Edges are softened over one pixel.
function fill(
  picture: Uint8Array,
  cx: number,
  cy: number,
  rx: number,
  ry: number,
  colour: Colour,
  shape: 'box' | 'oval',
): void {
  for (let y = Math.max(0, Math.floor(cy - ry - 1)); y <= Math.min(height - 1, Math.ceil(cy + ry + 1)); y += 1) {
    for (let x = Math.max(0, Math.floor(cx - rx - 1)); x <= Math.min(width - 1, Math.ceil(cx + rx + 1)); x += 1) {
      const dx = Math.abs(x + 0.5 - cx);
      const dy = Math.abs(y + 0.5 - cy);
      const inside =
        shape === 'box' ? Math.min(rx - dx, ry - dy) : (1 - Math.hypot(dx / rx, dy / ry)) * Math.min(rx, ry);
      dot(picture, x, y, colour, Math.min(1, Math.max(0, inside + 0.5)));
    }
  }
}

function dot(picture: Uint8Array, x: number, y: number, colour: Colour, opacity: number): void {
  const at = (y * width + x) * 3;
  for (let channel = 0; channel < 3; channel += 1) {
    const below = picture[at + channel] ?? 0;
    picture[at + channel] = Math.min(255, Math.max(0, below + ((colour[channel] ?? 0) - below) * opacity));
  }
}

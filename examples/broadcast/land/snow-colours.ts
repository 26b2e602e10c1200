import { clamp, mix } from '../blend.ts';

export const airLevels = 32;
type Colour = readonly [number, number, number];

const shade: Colour = [78, 110, 178];
const middle: Colour = [186, 207, 238];
const bright: Colour = [255, 252, 245];

/** Colours of lit snow (256 tones) in air of growing thickness, as 32-bit pixels (ABGR). */
export function snowColours(haze: Colour): Uint32Array {
  const colours = new Uint32Array(airLevels * 256);
  for (let level = 0; level < airLevels; level += 1) {
    const air = level / (airLevels - 1);
    for (let tone = 0; tone < 256; tone += 1) {
      const share = tone / 255;
      const snow = share < 0.66 ? blend(shade, middle, share / 0.66) : blend(middle, bright, (share - 0.66) / 0.34);
      colours[level * 256 + tone] = pixel(blend(snow, haze, air));
    }
  }
  return colours;
}

function blend(from: Colour, to: Colour, share: number): Colour {
  return [mix(from[0], to[0], share), mix(from[1], to[1], share), mix(from[2], to[2], share)];
}

function pixel([red, green, blue]: Colour): number {
  const byte = (value: number): number => clamp(Math.round(value), 0, 255);
  return ((255 << 24) | (byte(blue) << 16) | (byte(green) << 8) | byte(red)) >>> 0;
}

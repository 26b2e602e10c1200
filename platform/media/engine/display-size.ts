import { AV_PKT_DATA_DISPLAYMATRIX } from 'node-av/constants';
import type { Stream } from 'node-av/lib';

export type PictureSize = { readonly width: number; readonly height: number };

/** How a stored picture becomes the one that is shown. */
export type Orientation = {
  readonly rotationDegrees: 0 | 90 | 180 | 270;
  /** FFmpeg filters that turn and mirror the picture; empty when it is upright. */
  readonly filters: readonly string[];
};

/**
 * Reads the display matrix of a track: nine big-endian 16.16 and 2.30 fixed-point numbers
 * (ISO/IEC 14496-12, 8.3.2, "matrix"; FFmpeg hands them over in the machine's byte order).
 */
export function orientationOf(stream: Stream): Orientation {
  const matrix = stream.codecpar.getCodedSideData(AV_PKT_DATA_DISPLAYMATRIX);
  if (!matrix || matrix.length < 36) return { rotationDegrees: 0, filters: [] };
  const [a, b, c, d] = [0, 4, 12, 16].map((offset) => matrix.readInt32LE(offset)) as [number, number, number, number];
  const turns = (Math.round(Math.atan2(b, a) / (Math.PI / 2)) + 4) % 4;
  const isMirrored = a * d - b * c < 0;
  const rotationDegrees = ([0, 90, 180, 270] as const)[turns] ?? 0;
  const turning = { 0: [], 90: ['transpose=clock'], 180: ['hflip', 'vflip'], 270: ['transpose=cclock'] }[
    rotationDegrees
  ];
  return { rotationDegrees, filters: isMirrored ? ['vflip', ...turning] : turning };
}

/** Size as shown: square pixels, upright. */
export function displaySizeOf(stream: Stream): PictureSize {
  const { width, height, sampleAspectRatio } = stream.codecpar;
  const aspect = stream.sampleAspectRatio.num > 0 ? stream.sampleAspectRatio : sampleAspectRatio;
  const shownWidth = aspect.num > 0 && aspect.den > 0 ? Math.round((width * aspect.num) / aspect.den) : width;
  const isOnItsSide = orientationOf(stream).rotationDegrees % 180 !== 0;
  return isOnItsSide ? { width: height, height: shownWidth } : { width: shownWidth, height };
}

/** The size scaled down (never up) to a width, both sides even as H.264's 4:2:0 needs. */
export function fitWidth(size: PictureSize, maxWidth: number): PictureSize {
  return scaleDown(size, maxWidth / size.width);
}

/** The size scaled down (never up) so that neither side is longer than `maxSide`, both even. */
export function fitSides(size: PictureSize, maxSide: number): PictureSize {
  return scaleDown(size, maxSide / Math.max(size.width, size.height));
}

function scaleDown({ width, height }: PictureSize, factor: number): PictureSize {
  const scale = Math.min(1, factor);
  const even = (size: number): number => Math.max(2, Math.round((size * scale) / 2) * 2);
  return { width: even(width), height: even(height) };
}

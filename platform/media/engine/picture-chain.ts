import { AVCOL_SPC_UNSPECIFIED, AV_FRAME_DATA_DISPLAYMATRIX, AV_FRAME_FLAG_INTERLACED } from 'node-av/constants';
import { avGetPixFmtName, type Frame, type Stream } from 'node-av/lib';
import { orientationOf, type PictureSize } from './display-size.ts';
import { openFilterChain, type FilterChain } from './filter-chain.ts';
import type { Rational } from '../rational.ts';

export type PictureChainOptions = {
  readonly size: PictureSize;
  readonly pixelFormat: 'yuv420p' | 'yuvj420p' | 'gray' | 'rgb24';
  /** Interlaced frames are made progressive, one for one; default true. */
  readonly deinterlace?: boolean;
  /** One more FFmpeg filter at the end. */
  readonly lastFilter?: string;
};

/**
 * Turns decoded frames into upright, square-pixel pictures of one size and format, keeping their times.
 * It is rebuilt when the source changes size or format on the way.
 */
export function openPictureChain(stream: Stream, options: PictureChainOptions): FilterChain {
  const timeBase = { num: stream.timeBase.num, den: stream.timeBase.den };
  let chain: FilterChain | undefined;
  let shape = '';
  return {
    push: (frame, onFrame) => {
      if (frame) {
        const newShape = `${frame.width}x${frame.height}:pix_fmt=${avGetPixFmtName(formatOf(frame))}`;
        if (newShape !== shape) {
          chain?.push(null, onFrame);
          chain?.[Symbol.dispose]();
          shape = newShape;
          chain = openFilterChain(sourceOf(shape, timeBase), describe(frame, stream, timeBase, options), 'buffersink');
        }
        frame.removeSideData(AV_FRAME_DATA_DISPLAYMATRIX);
      }
      chain?.push(frame, onFrame);
    },
    [Symbol.dispose]: () => chain?.[Symbol.dispose](),
  };
}

function formatOf(frame: Frame): Parameters<typeof avGetPixFmtName>[0] {
  return frame.format as Parameters<typeof avGetPixFmtName>[0];
}

function sourceOf(shape: string, { num, den }: Rational): string {
  return `buffer=video_size=${shape}:time_base=${num}/${den}`;
}

function describe(frame: Frame, stream: Stream, { num, den }: Rational, options: PictureChainOptions): string {
  const { size, pixelFormat, deinterlace = true } = options;
  const { filters, rotationDegrees } = orientationOf(stream);
  const isOnItsSide = rotationDegrees % 180 !== 0;
  const [width, height] = isOnItsSide ? [size.height, size.width] : [size.width, size.height];
  // Untagged pictures follow the usual convention: BT.601 for standard definition, BT.709 above.
  const isUntagged = frame.colorSpace === AVCOL_SPC_UNSPECIFIED;
  const matrix = isUntagged && frame.height >= 720 ? 'in_color_matrix=bt709:' : '';
  const isColour = pixelFormat === 'yuv420p';
  const outColour = isColour ? ':out_color_matrix=bt709:out_range=tv' : '';
  return [
    ...(deinterlace && frame.hasFlags(Number(AV_FRAME_FLAG_INTERLACED))
      ? [`bwdif=mode=send_frame,settb=${num}/${den}`]
      : []),
    `scale=w=${width}:h=${height}:${matrix}flags=bicubic${outColour}`,
    `format=${pixelFormat}`,
    ...filters,
    'setsar=1',
    ...(options.lastFilter ? [options.lastFilter] : []),
  ].join(',');
}

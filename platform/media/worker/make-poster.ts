import { writeFile } from 'node:fs/promises';
import { decodeStretch } from '../engine/decode-stretch.ts';
import { displaySizeOf, fitWidth } from '../engine/display-size.ts';
import { encodeJpeg } from '../engine/encode-jpeg.ts';
import { findStretch } from '../engine/find-stretch.ts';
import { openPictureChain } from '../engine/picture-chain.ts';
import { damaged, openVideoSource } from '../engine/video-source.ts';
import { msToTicks, roundingToleranceMs, ticksToMs } from '../frame-index.ts';
import type { Picture, TaskContext, Tasks } from '../task.ts';

/** Writes one frame as JPEG; a time after the end gives the last frame. */
export async function makePoster(input: Tasks['makePoster']['input'], context: TaskContext): Promise<Picture> {
  using source = await openVideoSource(input);
  const { video, timeBase, zeroTicks } = source;
  const durationMs = ticksToMs(source.durationTicks, timeBase);
  const atMs = Math.min(input.atMs ?? Math.min(durationMs / 10, 10_000), durationMs);
  const atTicks = zeroTicks + msToTicks(Math.max(0, atMs) + roundingToleranceMs, timeBase);
  const stretch = findStretch(source, atTicks, atTicks, 0);
  if (!stretch) throw damaged(source.name);
  const size = fitWidth(displaySizeOf(video), input.widthPx ?? 640);
  using pictures = openPictureChain(video, { size, pixelFormat: 'yuvj420p' });
  let jpeg: Buffer | undefined;
  const encode = (picture: Parameters<typeof encodeJpeg>[0]): void => {
    jpeg ??= encodeJpeg(picture);
  };
  await decodeStretch(source, stretch, context, { onFrame: (frame) => pictures.push(frame, encode) });
  pictures.push(null, encode);
  if (!jpeg) throw damaged(source.name);
  await writeFile(input.out, jpeg);
  return { ...size, timeMs: ticksToMs(stretch.firstTicks - zeroTicks, timeBase) };
}

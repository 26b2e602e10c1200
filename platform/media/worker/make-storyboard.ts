import { writeFile } from 'node:fs/promises';
import type { Frame } from 'node-av/lib';
import { openDecoder } from '../engine/decoder.ts';
import { displaySizeOf, fitWidth } from '../engine/display-size.ts';
import { encodeJpeg } from '../engine/encode-jpeg.ts';
import { findStretch, goTo } from '../engine/find-stretch.ts';
import { openPictureChain } from '../engine/picture-chain.ts';
import { damaged, openVideoSource, ptsOf, type VideoSource } from '../engine/video-source.ts';
import { msToTicks, ticksToMs } from '../frame-index.ts';
import type { Storyboard, TaskContext, Tasks } from '../task.ts';

/** Writes a sheet of tiles, each the key frame at or before its time: cheap, and near enough to find one's way. */
export async function makeStoryboard(
  input: Tasks['makeStoryboard']['input'],
  context: TaskContext,
): Promise<Storyboard> {
  using source = await openVideoSource(input);
  const { video, timeBase } = source;
  const durationMs = ticksToMs(source.durationTicks, timeBase);
  const { columns = 10, intervalMs = Math.max(1000, Math.round(durationMs / 100)) } = input;
  const tile = fitWidth(displaySizeOf(video), input.tileWidthPx ?? 160);
  const tileCount = Math.max(1, Math.ceil(durationMs / intervalMs));
  const rows = Math.ceil(tileCount / columns);
  using sheet = openPictureChain(video, {
    size: tile,
    pixelFormat: 'yuvj420p',
    lastFilter: `tile=layout=${columns}x${rows}`,
  });
  let jpeg: Buffer | undefined;
  const encode = (picture: Frame): void => {
    jpeg = encodeJpeg(picture);
  };
  using decoder = openDecoder(video, 1, true);
  for (let n = 0; n < tileCount; n += 1) {
    decodeKeyFrame(source, decoder, source.zeroTicks + msToTicks(n * intervalMs, timeBase), (frame) => {
      frame.pts = BigInt(n);
      sheet.push(frame, encode);
    });
    await context.beat(n / tileCount);
  }
  sheet.push(null, encode);
  if (!jpeg) throw damaged(source.name);
  await writeFile(input.out, jpeg);
  return { intervalMs, columns, rows, tileCount, tileWidth: tile.width, tileHeight: tile.height, durationMs };
}

function decodeKeyFrame(
  source: VideoSource,
  decoder: ReturnType<typeof openDecoder>,
  atTicks: number,
  onFrame: (frame: Frame) => void,
): void {
  const stretch = findStretch(source, atTicks, atTicks, 0);
  if (!stretch) throw damaged(source.name);
  let isDelivered = false;
  const once = (frame: Frame): void => {
    if (!isDelivered) onFrame(frame);
    isDelivered = true;
  };
  decoder.reset();
  goTo(source, stretch.seekTicks);
  for (let packet = source.read(); packet; packet = source.read()) {
    if (packet.streamIndex !== source.video.index || !packet.isKeyframe || ptsOf(packet) !== stretch.keyTicks) continue;
    decoder.push(packet, once);
    decoder.push(null, once);
    return;
  }
}

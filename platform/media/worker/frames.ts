import type { Frame } from 'node-av/lib';
import { AVDISCARD_ALL } from 'node-av/constants';
import { openDecoder } from '../engine/decoder.ts';
import { displaySizeOf } from '../engine/display-size.ts';
import { findStretch, goTo } from '../engine/find-stretch.ts';
import { openPictureChain } from '../engine/picture-chain.ts';
import { dtsOf, openVideoSource } from '../engine/video-source.ts';
import { msToTicks, ticksToMs } from '../frame-index.ts';
import type { DecodedFrame, TaskContext, Tasks } from '../task.ts';

/** Delivers decoded frames one by one, as fast as they are taken. */
export async function frames(input: Tasks['frames']['input'], context: TaskContext): Promise<undefined> {
  using source = await openVideoSource(input);
  const { video, timeBase, zeroTicks, durationTicks } = source;
  if (source.audio) source.audio.discard = AVDISCARD_ALL;
  const fromTicks = zeroTicks + msToTicks(input.fromMs ?? 0, timeBase);
  const toTicks = input.toMs === undefined ? Infinity : zeroTicks + msToTicks(input.toMs, timeBase);
  const isRgb = input.format === 'rgb';
  const shown = displaySizeOf(video);
  const width = Math.min(shown.width, input.widthPx ?? shown.width);
  const size = { width, height: Math.max(1, Math.round((shown.height * width) / shown.width)) };
  using pictures = openPictureChain(video, { size, pixelFormat: isRgb ? 'rgb24' : 'gray' });
  using decoder = openDecoder(video, context.threads, input.keyFramesOnly);

  const ready: DecodedFrame[] = [];
  const collect = (picture: Frame): void => {
    const timeMs = ticksToMs(Number(picture.pts) - zeroTicks, timeBase);
    ready.push({ timeMs, ...size, data: picture.toBuffer() });
  };
  let count = -1;
  const filter = (frame: Frame): void => {
    const ticks = Number(frame.pts);
    if (ticks < fromTicks || ticks < zeroTicks || ticks >= toTicks) return;
    count += 1;
    if (count % (input.everyNth ?? 1) === 0) pictures.push(frame, collect);
  };
  const deliver = async (): Promise<void> => {
    for (const frame of ready.splice(0)) await context.deliver(frame);
  };
  goTo(source, findStretch(source, fromTicks, fromTicks, 0)?.seekTicks);
  let hasKey = false;
  for (let packet = source.read(); packet && dtsOf(packet) < toTicks; packet = source.read()) {
    if (packet.streamIndex !== video.index) continue;
    hasKey ||= packet.isKeyframe;
    if (!hasKey || (input.keyFramesOnly && !packet.isKeyframe)) continue;
    decoder.push(packet, filter);
    await deliver();
    await context.beat(Math.max(0, dtsOf(packet) - zeroTicks) / Math.max(1, durationTicks));
  }
  decoder.push(null, filter);
  pictures.push(null, collect);
  await deliver();
  return undefined;
}

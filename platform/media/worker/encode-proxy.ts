import type { Frame } from 'node-av/lib';
import { openDecoder } from '../engine/decoder.ts';
import type { PictureSize } from '../engine/display-size.ts';
import { openMp4Writer } from '../engine/mp4-writer.ts';
import { openPictureChain } from '../engine/picture-chain.ts';
import { openSoundTrack, soundFormatOf } from '../engine/sound-chain.ts';
import { damaged, type VideoSource } from '../engine/video-source.ts';
import { frameRateOf, pictureSettings } from '../engine/picture-settings.ts';
import { ticksToMs } from '../frame-index.ts';
import type { Proxy, TaskContext, Tasks } from '../task.ts';

/** Writes a proxy by decoding and encoding: a key frame each second, every frame at the time it has in the source. */
export async function encodeProxy(
  source: VideoSource,
  size: PictureSize,
  { out, deinterlace }: Tasks['makeProxy']['input'],
  context: TaskContext,
): Promise<Omit<Proxy, 'width' | 'height'>> {
  const { video, audio, timeBase, zeroTicks } = source;
  using writer = openMp4Writer(
    out,
    pictureSettings({ size, timeBase, frameRate: frameRateOf(video), crf: 23, threads: context.threads }),
    audio && soundFormatOf(audio),
  );
  using decoder = openDecoder(video, context.threads);
  using pictures = openPictureChain(video, {
    size,
    pixelFormat: 'yuv420p',
    ...(deinterlace === undefined ? {} : { deinterlace }),
  });
  using sound = audio && openSoundTrack(source, audio, writer, { fromTicks: zeroTicks, toTicks: Infinity });

  let frameCount = 0;
  let lastTicks = -1;
  let endTicks = 0;
  const write = (picture: Frame): void => {
    const ticks = Number(picture.pts) - zeroTicks;
    if (ticks <= lastTicks) return;
    lastTicks = ticks;
    endTicks = ticks + Number(picture.duration);
    picture.pts = BigInt(ticks);
    frameCount += 1;
    writer.writeVideo(picture);
  };
  const filter = (frame: Frame): void => {
    if (Number(frame.pts) >= zeroTicks) pictures.push(frame, write);
  };
  source.rewind();
  for (let packet = source.read(); packet; packet = source.read()) {
    if (packet.streamIndex === video.index) decoder.push(packet, filter);
    else sound?.push(packet);
    await context.beat(Math.min(1, endTicks / Math.max(1, source.durationTicks)));
  }
  decoder.push(null, filter);
  pictures.push(null, write);
  sound?.end();
  if (frameCount === 0) throw damaged(source.name);
  writer.finish();
  const durationMs = ticksToMs(endTicks, timeBase);
  return { frameCount, durationMs, hasAudio: audio !== undefined, isCopy: false };
}

import type { Packet, Stream } from 'node-av/lib';
import type { Copyable } from '../engine/find-copyable.ts';
import { openMp4Writer, type Mp4Writer } from '../engine/mp4-writer.ts';
import { openSoundTrack, soundFormatOf, type SoundTrack } from '../engine/sound-chain.ts';
import { ptsOf, type VideoSource } from '../engine/video-source.ts';
import { ticksToMs } from '../frame-index.ts';
import type { Proxy, TaskContext } from '../task.ts';

/** Writes a proxy from the source's own packets: the pictures as they are, the sound too where it fits. */
export async function copyProxy(
  source: VideoSource,
  copyable: Copyable,
  out: string,
  { beat }: TaskContext,
): Promise<Omit<Proxy, 'width' | 'height'>> {
  const { video, audio, timeBase, zeroTicks } = source;
  const { frameCount, lastTicks, endTicks } = copyable;
  const soundFormat = audio && (copyable.sound ? { copyOf: audio } : soundFormatOf(audio));
  using writer = openMp4Writer(out, { copyOf: video }, soundFormat);
  using sound =
    audio &&
    (copyable.sound
      ? openSoundCopy(source, audio, writer)
      : openSoundTrack(source, audio, writer, { fromTicks: zeroTicks, toTicks: Infinity }));

  const lengthTicks = endTicks - zeroTicks;
  source.rewind();
  for (let packet = source.read(); packet; packet = source.read()) {
    const ticks = ptsOf(packet);
    if (packet.streamIndex !== video.index) sound?.push(packet);
    else {
      if (ticks === lastTicks) packet.duration = BigInt(endTicks - lastTicks);
      setTime(packet, ticks - zeroTicks);
      writer.copyVideo(packet);
      await beat(Math.min(1, (ticks - zeroTicks) / lengthTicks));
    }
  }
  sound?.end();
  writer.finish();
  const durationMs = ticksToMs(lengthTicks, timeBase);
  return { frameCount, durationMs, hasAudio: audio !== undefined, isCopy: true };
}

/** Sound packet by packet, counted from the first picture. */
function openSoundCopy(source: VideoSource, audio: Stream, writer: Mp4Writer): Omit<SoundTrack, 'isComplete'> {
  const zeroSeconds = (source.zeroTicks * source.timeBase.num) / source.timeBase.den;
  const zeroTicks = Math.round((zeroSeconds * audio.timeBase.den) / audio.timeBase.num);
  return {
    push: (packet) => {
      setTime(packet, ptsOf(packet) - zeroTicks);
      writer.copyAudio(packet);
    },
    end: () => undefined,
    [Symbol.dispose]: () => undefined,
  };
}

/** Frames stored in the order they are shown are decoded when they are shown. */
function setTime(packet: Packet, ticks: number): void {
  packet.pts = BigInt(ticks);
  packet.dts = packet.pts;
}

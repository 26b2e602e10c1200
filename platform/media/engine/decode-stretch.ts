import type { Frame, Packet } from 'node-av/lib';
import type { TaskContext } from '../task.ts';
import { openDecoder } from './decoder.ts';
import { goTo, type Stretch } from './find-stretch.ts';
import { dtsOf, ptsOf, type VideoSource } from './video-source.ts';

/** Who takes what a stretch holds. */
export type StretchReader = {
  onFrame(frame: Frame): void;
  onSoundPacket?(packet: Packet): void;
  /** Asked after the last frame: is more sound needed? */
  needsMoreSound?(): boolean;
};

/**
 * Decodes exactly the frames of a stretch, in order, each once; packets of sound around it come on the way.
 * Sound that is stored late is followed for at most five seconds.
 */
export async function decodeStretch(
  source: VideoSource,
  stretch: Stretch,
  { threads, beat }: TaskContext,
  reader: StretchReader,
): Promise<void> {
  using decoder = openDecoder(source.video, threads);
  let isDecoding = false;
  let passed = -Infinity;
  const onFrame = (frame: Frame): void => {
    const ticks = Number(frame.pts);
    if (ticks <= passed || ticks < stretch.firstTicks || ticks > stretch.lastTicks) return;
    passed = ticks;
    reader.onFrame(frame);
  };
  const soundLimit = stretch.endTicks + (5 * source.timeBase.den) / source.timeBase.num;
  const lengthTicks = Math.max(1, stretch.endTicks - stretch.firstTicks);
  goTo(source, stretch.seekTicks);
  for (let packet = source.read(); packet; packet = source.read()) {
    if (packet.streamIndex !== source.video.index) reader.onSoundPacket?.(packet);
    else {
      isDecoding ||= packet.isKeyframe && ptsOf(packet) === stretch.keyTicks;
      if (isDecoding && passed < stretch.lastTicks) decoder.push(packet, onFrame);
      if (dtsOf(packet) > soundLimit) break;
    }
    if (passed >= stretch.lastTicks && reader.needsMoreSound?.() !== true) break;
    await beat(Math.min(1, Math.max(0, passed - stretch.firstTicks) / lengthTicks));
  }
  if (passed < stretch.lastTicks) decoder.push(null, onFrame);
}

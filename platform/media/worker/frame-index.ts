import { openShownOrder, openVideoSource, type VideoSource } from '../engine/video-source.ts';
import { AVDISCARD_ALL } from 'node-av/constants';
import type { FrameIndex } from '../frame-index.ts';
import type { SourceFile, TaskContext } from '../task.ts';

/** Lists the exact times of all frames from the packets, without decoding any. */
export async function frameIndex(file: SourceFile, context: TaskContext): Promise<FrameIndex> {
  using source = await openVideoSource(file);
  if (source.audio) source.audio.discard = AVDISCARD_ALL;
  return await readFrameIndex(source, context);
}

/** Reads every packet once, decodes none, and lists when each frame is shown. */
export async function readFrameIndex(source: VideoSource, { beat }: TaskContext): Promise<FrameIndex> {
  const shownTicks = openShownOrder(source.video.index);
  const frames: { ticks: number; durationTicks: number; isKey: boolean }[] = [];
  source.rewind();
  for (let packet = source.read(); packet; packet = source.read()) {
    const shown = shownTicks(packet);
    if (shown === undefined) continue;
    const ticks = shown - source.zeroTicks;
    frames.push({ ticks, durationTicks: Number(packet.duration), isKey: packet.isKeyframe });
    await beat(Math.min(1, ticks / Math.max(1, source.durationTicks)));
  }
  frames.sort((a, b) => a.ticks - b.ticks);
  const last = frames.at(-1);
  const lastDuration = last?.durationTicks || (last?.ticks ?? 0) - (frames.at(-2)?.ticks ?? 0);
  return {
    timeBase: source.timeBase,
    ticks: frames.map(({ ticks }) => ticks),
    endTicks: (last?.ticks ?? 0) + lastDuration,
    keyFrames: frames.flatMap(({ isKey }, n) => (isKey ? [n] : [])),
  };
}

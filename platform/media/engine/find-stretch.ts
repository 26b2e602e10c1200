import { lastAtOrBefore } from '../frame-index.ts';
import { dtsOf, openShownOrder, ptsOf, type VideoSource } from './video-source.ts';

/** A stretch of a video, frame by frame, and where to start decoding for it. All times are in ticks as the container states them. */
export type Stretch = {
  /** Where to seek; undefined: the start of the file. */
  readonly seekTicks: number | undefined;
  /** The key frame to decode from: the last that is shown no later than the first frame. */
  readonly keyTicks: number;
  readonly firstTicks: number;
  readonly lastTicks: number;
  /** When the frame after the last one appears, or the last one ends. */
  readonly endTicks: number;
  readonly frameCount: number;
};

/**
 * Finds the frames on the screen from `fromTicks` to `toTicks` by reading packets around them only, not the whole file.
 * Starts up to `leadSeconds` earlier, so that sound stored before its pictures is met too. Undefined when no frame is there.
 */
export function findStretch(
  source: VideoSource,
  fromTicks: number,
  toTicks: number,
  leadSeconds: number,
): Stretch | undefined {
  const ticksPerSecond = source.timeBase.den / source.timeBase.num;
  for (const seconds of [leadSeconds, 2, 8, 32, Infinity]) {
    const target = fromTicks - seconds * ticksPerSecond;
    const seekTicks = target > source.zeroTicks ? target : undefined;
    goTo(source, seekTicks);
    const stretch = readStretch(source, seekTicks, fromTicks, toTicks);
    if (stretch || seekTicks === undefined) return stretch;
  }
  return undefined;
}

/** Goes to the place a stretch is decoded from. */
export function goTo(source: VideoSource, seekTicks: number | undefined): void {
  if (seekTicks === undefined) source.rewind();
  else source.seek(seekTicks);
}

/** Undefined when the first key frame met is already later than `fromTicks`: one has to start earlier. */
function readStretch(
  source: VideoSource,
  seekTicks: number | undefined,
  fromTicks: number,
  toTicks: number,
): Stretch | undefined {
  const shownTicks = openShownOrder(source.video.index);
  const times: number[] = [];
  const keys: number[] = [];
  let nextTicks = Infinity;
  let endOfFile = 0;
  for (let packet = source.read(); packet && dtsOfVideo(packet) <= nextTicks; packet = source.read()) {
    if (packet.streamIndex !== source.video.index) continue;
    if (packet.isKeyframe) {
      if (keys.length === 0 && seekTicks !== undefined && ptsOf(packet) > fromTicks) return undefined;
      keys.push(ptsOf(packet));
    }
    const ticks = shownTicks(packet);
    if (ticks === undefined || ticks < source.zeroTicks) continue;
    if (ticks > toTicks) nextTicks = Math.min(nextTicks, ticks);
    times.push(ticks);
    endOfFile = Math.max(endOfFile, ticks + Number(packet.duration));
  }
  times.sort((a, b) => a - b);
  const first = lastAtOrBefore(times, fromTicks);
  const last = lastAtOrBefore(times, toTicks);
  const firstTicks = times[first];
  const lastTicks = times[last];
  if (firstTicks === undefined || lastTicks === undefined) return undefined;
  const keyTicks = keys.filter((key) => key <= firstTicks).at(-1);
  if (keyTicks === undefined) return undefined;
  const endTicks = nextTicks === Infinity ? endOfFile : nextTicks;
  return { seekTicks, keyTicks, firstTicks, lastTicks, endTicks, frameCount: last - first + 1 };

  function dtsOfVideo(packet: Parameters<typeof dtsOf>[0]): number {
    return packet.streamIndex === source.video.index ? dtsOf(packet) : -Infinity;
  }
}

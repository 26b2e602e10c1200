import { stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { avGetCodecName, type Stream } from 'node-av/lib';
import { decodeFirstPicture } from '../engine/decode-first-picture.ts';
import { displaySizeOf, orientationOf } from '../engine/display-size.ts';
import { openShownOrder, openVideoSource, type VideoSource } from '../engine/video-source.ts';
import { ticksToMs } from '../frame-index.ts';
import { isCutShort } from '../input-fault.ts';
import type { AudioTrackInfo, MediaInfo, VideoTrackInfo } from '../media-info.ts';
import type { SourceFile, TaskContext } from '../task.ts';

/** Reads what a file holds, and decodes its first picture to be sure that it can be. */
export async function probe(file: SourceFile, { threads, beat }: TaskContext): Promise<MediaInfo> {
  using source = await openVideoSource(file);
  await beat();
  const { isInterlaced, pixelFormat } = decodeFirstPicture(source, threads);
  const container = source.format.iformat?.name ?? 'unknown';
  return {
    container,
    durationMs: ticksToMs(source.durationTicks, source.timeBase),
    sizeBytes: (await stat(file.path)).size,
    ...recordedAt(source.format.metadata?.get('creation_time')),
    video: { ...describeVideo(source), isInterlaced, pixelFormat },
    audio: source.audioTracks.map(describeAudio),
    warnings: await warningsOf(file, container),
  };
}

/** FFmpeg's `creation_time`; programs that know none write an instant near the container's epoch (1904 in MP4). */
function recordedAt(creationTime: string | null | undefined): { recordedAt?: string } {
  const atMs = Date.parse(creationTime ?? '');
  return atMs > Date.parse('1971-01-01') ? { recordedAt: new Date(atMs).toISOString() } : {};
}

function describeVideo(source: VideoSource): Omit<VideoTrackInfo, 'isInterlaced' | 'pixelFormat'> {
  const { video, timeBase } = source;
  const { num, den } = video.avgFrameRate.num > 0 ? video.avgFrameRate : video.rFrameRate;
  const { intervals, hasBFrames } = readOpening(source);
  return {
    codec: avGetCodecName(video.codecpar.codecId) ?? 'unknown',
    ...displaySizeOf(video),
    rotationDegrees: orientationOf(video).rotationDegrees,
    frameRate: { num, den },
    isVariableFrameRate: isUneven(intervals, source),
    ...(video.nbFrames > 0n ? { frameCount: Number(video.nbFrames) } : {}),
    timeBase,
    startMs: ticksToMs(source.zeroTicks, timeBase),
    hasBFrames,
  };
}

/** The distances in time between the first frames shown, and whether they are stored out of order. */
function readOpening(source: VideoSource): { intervals: readonly number[]; hasBFrames: boolean } {
  const shownTicks = openShownOrder(source.video.index);
  const enoughFrames = 300;
  const times: number[] = [];
  source.rewind();
  for (let packet = source.read(); packet && times.length < enoughFrames; packet = source.read()) {
    const ticks = shownTicks(packet);
    if (ticks !== undefined) times.push(ticks);
  }
  const hasBFrames = times.some((time, n) => time < (times[n - 1] ?? -Infinity));
  const sorted = times.sort((a, b) => a - b);
  // Near the end of what was read, frames still to come may belong in between.
  const settled = sorted.slice(0, times.length < enoughFrames ? sorted.length : -20);
  return { intervals: settled.slice(1).map((time, n) => time - (settled[n] ?? 0)), hasBFrames };
}

/** Uneven beyond the rounding to the container's clock, or an average that differs from the basic rate (a later change). */
function isUneven(intervals: readonly number[], { video, timeBase }: VideoSource): boolean {
  const shortest = Math.min(...intervals);
  const longest = Math.max(...intervals);
  const roundingTicks = Math.max(1.5, (0.001 * timeBase.den) / timeBase.num);
  if (intervals.length > 0 && longest - shortest > roundingTicks) return true;
  const basic = video.rFrameRate;
  const average = video.avgFrameRate;
  if (basic.num <= 0 || average.num <= 0) return false;
  return Math.abs(average.toDouble() / basic.toDouble() - 1) > 0.02 && video.nbFrames > 0n;
}

function describeAudio({ codecpar }: Stream): AudioTrackInfo {
  return {
    codec: avGetCodecName(codecpar.codecId) ?? 'unknown',
    channels: codecpar.channelLayout.nbChannels,
    sampleRate: codecpar.sampleRate,
  };
}

const extensionsOf: Readonly<Record<string, readonly string[]>> = {
  'mov,mp4,m4a,3gp,3g2,mj2': ['.mp4', '.mov', '.m4v', '.3gp', '.m4a', '.qt'],
  'matroska,webm': ['.mkv', '.webm', '.mka'],
  mpegts: ['.ts', '.m2ts', '.mts', '.m2t', '.trp'],
};

async function warningsOf({ path, displayName }: SourceFile, container: string): Promise<string[]> {
  const extension = extname(displayName).toLowerCase();
  const isKnown = Object.values(extensionsOf).some((list) => list.includes(extension));
  const isOther = isKnown && extensionsOf[container]?.includes(extension) !== true;
  return [
    ...(isOther
      ? [`“${displayName}” is named ${extension} but its container is ${container}; it was read as what it is.`]
      : []),
    ...((await isCutShort(path))
      ? [`“${displayName}” ends before its last part does: it was cut short, its end is missing.`]
      : []),
  ];
}

import {
  AV_CODEC_ID_AAC,
  AV_CODEC_ID_H264,
  AV_PKT_DATA_NEW_EXTRADATA,
  AV_PKT_FLAG_CORRUPT,
  AV_PROFILE_AAC_LOW,
} from 'node-av/constants';
import type { Stream } from 'node-av/lib';
import type { TaskContext } from '../task.ts';
import { decodeFirstPicture } from './decode-first-picture.ts';
import { orientationOf, type PictureSize } from './display-size.ts';
import { soundFormatOf } from './sound-chain.ts';
import { openShownOrder, ptsOf, type VideoSource } from './video-source.ts';

/** What of a source can go into a proxy packet by packet. */
export type Copyable = {
  /** When the last frame appears and ends, in ticks as the container states them. */
  readonly lastTicks: number;
  readonly endTicks: number;
  readonly frameCount: number;
  /** False: the pictures can be copied, the sound must be encoded anew. */
  readonly sound: boolean;
};

/** Beyond this, a proxy is too heavy for its readers even where its size fits. */
const maxBitRateBps = 8_000_000;
const maxKeyFrameGapSeconds = 2.1;
/** How far sound may start from the first picture (coders put some samples before it) or pause on the way. */
const soundToleranceSeconds = 0.1;

/**
 * Finds out whether a source already is what a proxy of this size would be: H.264, 4:2:0 in 8 bits, progressive, upright, in square pixels,
 * its frames stored in the order they are shown, often enough a key frame. Undefined when it is not.
 * Reads the packets of the whole file, or up to the first that does not fit; of the pictures only the first is decoded.
 */
export async function findCopyable(
  source: VideoSource,
  size: PictureSize,
  context: TaskContext,
): Promise<Copyable | undefined> {
  if (!isPlainH264(source.video, size)) return undefined;
  const { isInterlaced, pixelFormat } = decodeFirstPicture(source, context.threads);
  if (isInterlaced || pixelFormat !== 'yuv420p') return undefined;
  return await surveyPackets(source, context);
}

function isPlainH264(video: Stream, size: PictureSize): boolean {
  const { codecId, extradata, width, height } = video.codecpar;
  // Its parameter sets stand in the container (an "avcC" record, version 1: ISO/IEC 14496-15, 5.3.3.1), so they hold for the whole file.
  const isKnown = codecId === AV_CODEC_ID_H264 && extradata?.[0] === 1;
  const isUpright = orientationOf(video).filters.length === 0;
  return isKnown && isUpright && size.width === width && size.height === height;
}

async function surveyPackets(source: VideoSource, { beat }: TaskContext): Promise<Copyable | undefined> {
  const { video, audio, timeBase, zeroTicks } = source;
  const ticksPerSecond = timeBase.den / timeBase.num;
  const shownTicks = openShownOrder(video.index);
  const isInStep = audio && openSoundCheck(audio, zeroTicks / ticksPerSecond);
  let sound = audio !== undefined && isPlainAac(audio);
  let [frameCount, sizeBytes, lastTicks, endTicks, keyTicks] = [0, 0, -Infinity, 0, 0];
  source.rewind();
  for (let packet = source.read(); packet; packet = source.read()) {
    await beat();
    if (packet.hasFlags(AV_PKT_FLAG_CORRUPT) || packet.getSideData(AV_PKT_DATA_NEW_EXTRADATA)) return undefined;
    if (packet.streamIndex !== video.index) {
      sound &&= isInStep?.(ptsOf(packet), Number(packet.duration)) === true;
      continue;
    }
    const ticks = shownTicks(packet);
    if (ticks === undefined || ticks <= lastTicks) return undefined;
    if (packet.isKeyframe) keyTicks = ticks;
    if (ticks - keyTicks > maxKeyFrameGapSeconds * ticksPerSecond) return undefined;
    frameCount += 1;
    sizeBytes += packet.size;
    endTicks = ticks + (Number(packet.duration) || ticks - lastTicks);
    lastTicks = ticks;
  }
  const bitRateBps = (sizeBytes * 8 * ticksPerSecond) / (endTicks - zeroTicks);
  return bitRateBps <= maxBitRateBps ? { lastTicks, endTicks, frameCount, sound } : undefined;
}

function isPlainAac(audio: Stream): boolean {
  const { codecId, profile, extradata, sampleRate, channelLayout } = audio.codecpar;
  const format = soundFormatOf(audio);
  const isLowComplexity = codecId === AV_CODEC_ID_AAC && profile === AV_PROFILE_AAC_LOW && extradata !== null;
  return isLowComplexity && format.sampleRate === sampleRate && format.channels === channelLayout.nbChannels;
}

/** Tells for each packet whether the sound goes on without a gap from the time of the first picture. */
function openSoundCheck({ timeBase }: Stream, zeroSeconds: number): (pts: number, duration: number) => boolean {
  let expectedSeconds = zeroSeconds;
  return (pts, duration) => {
    const seconds = (pts * timeBase.num) / timeBase.den;
    const isInStep = Math.abs(seconds - expectedSeconds) <= soundToleranceSeconds;
    expectedSeconds = seconds + (duration * timeBase.num) / timeBase.den;
    return isInStep;
  };
}

import type { Frame } from 'node-av/lib';
import { decodeStretch } from '../engine/decode-stretch.ts';
import { displaySizeOf, fitWidth } from '../engine/display-size.ts';
import { findStretch, type Stretch } from '../engine/find-stretch.ts';
import { openMp4Writer } from '../engine/mp4-writer.ts';
import { openPictureChain } from '../engine/picture-chain.ts';
import { frameRateOf, pictureSettings } from '../engine/picture-settings.ts';
import { openSoundTrack, soundFormatOf } from '../engine/sound-chain.ts';
import { openVideoSource, type VideoSource } from '../engine/video-source.ts';
import { msToTicks, roundingToleranceMs, ticksToMs } from '../frame-index.ts';
import { inputProblem } from '../input-fault.ts';
import type { Cut, CutRange, TaskContext, Tasks } from '../task.ts';
import { readFrameIndex } from './frame-index.ts';

/** Cuts a clip exact to the frame: decodes from the key frame before it and encodes it anew, so that it starts on any frame. */
export async function cut(input: Tasks['cut']['input'], context: TaskContext): Promise<Cut> {
  using source = await openVideoSource(input);
  const stretch = await locate(source, input, context);
  const { video, audio, timeBase } = source;
  const size = fitWidth(displaySizeOf(video), input.maxWidthPx ?? Infinity);
  using writer = openMp4Writer(
    input.out,
    pictureSettings({ size, timeBase, frameRate: frameRateOf(video), crf: input.crf ?? 20, threads: context.threads }),
    audio && soundFormatOf(audio),
  );
  using pictures = openPictureChain(video, { size, pixelFormat: 'yuv420p' });
  using sound =
    audio && openSoundTrack(source, audio, writer, { fromTicks: stretch.firstTicks, toTicks: stretch.endTicks });

  const written: number[] = [];
  const write = (picture: Frame): void => {
    const ticks = Number(picture.pts);
    written.push(ticks);
    picture.pts = BigInt(ticks - stretch.firstTicks);
    if (ticks === stretch.lastTicks) picture.duration = BigInt(Math.round(stretch.endTicks - ticks));
    writer.writeVideo(picture);
  };
  await decodeStretch(source, stretch, context, {
    onFrame: (frame) => pictures.push(frame, write),
    onSoundPacket: (packet) => sound?.push(packet),
    needsMoreSound: () => sound?.isComplete() === false,
  });
  pictures.push(null, write);
  sound?.end();
  demandExact(written, stretch, source);
  writer.finish();
  return {
    ...size,
    frameCount: written.length,
    durationMs: ticksToMs(stretch.endTicks - stretch.firstTicks, timeBase),
    firstFrameMs: ticksToMs(stretch.firstTicks - source.zeroTicks, timeBase),
    lastFrameMs: ticksToMs(stretch.lastTicks - source.zeroTicks, timeBase),
    hasAudio: audio !== undefined,
  };
}

async function locate(source: VideoSource, range: CutRange, context: TaskContext): Promise<Stretch> {
  const { zeroTicks, timeBase } = source;
  const [fromTicks, toTicks] =
    'inFrame' in range
      ? await ticksOfFrames(source, range, context)
      : [range.inMs, range.outMs].map((ms) => msToTicks(ms + roundingToleranceMs, timeBase));
  if (fromTicks === undefined || toTicks === undefined || fromTicks < 0 || toTicks < fromTicks) {
    throw outOfRange(source, range);
  }
  const leadSeconds = source.audio ? 0.5 : 0;
  const stretch = findStretch(source, zeroTicks + fromTicks, zeroTicks + toTicks, leadSeconds);
  if (!stretch || zeroTicks + fromTicks > stretch.endTicks) throw outOfRange(source, range);
  return stretch;
}

async function ticksOfFrames(
  source: VideoSource,
  { inFrame, outFrame, index }: Extract<CutRange, { inFrame: number }>,
  context: TaskContext,
): Promise<(number | undefined)[]> {
  const { ticks } = index ?? (await readFrameIndex(source, context));
  return [ticks[inFrame], ticks[outFrame]];
}

function outOfRange(source: VideoSource, range: CutRange): Error {
  const asked =
    'inFrame' in range ? `frames ${range.inFrame} to ${range.outFrame}` : `${range.inMs} ms to ${range.outMs} ms`;
  const durationMs = Math.round(ticksToMs(source.durationTicks, source.timeBase));
  return inputProblem(
    'OUT_OF_RANGE',
    `“${source.name}” cannot be cut from ${asked}: it is ${durationMs} ms long.`,
    'Put both marks inside the video, IN no later than OUT.',
  );
}

/** A clip that lacks a frame would be silently wrong: better none, with the reason. */
function demandExact(written: readonly number[], stretch: Stretch, source: VideoSource): void {
  const isExact =
    written[0] === stretch.firstTicks && written.at(-1) === stretch.lastTicks && written.length === stretch.frameCount;
  if (isExact) return;
  const atMs = Math.round(ticksToMs(stretch.firstTicks - source.zeroTicks, source.timeBase));
  throw inputProblem(
    'DAMAGED',
    `“${source.name}” is damaged near ${atMs} ms: ${written.length} of ${stretch.frameCount} frames can be decoded there.`,
    'Move the marks away from the damage, or transfer the file again from its source.',
  );
}

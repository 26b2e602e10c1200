import { stat } from 'node:fs/promises';
import {
  AVDISCARD_ALL,
  AVERROR_EAGAIN,
  AVMEDIA_TYPE_AUDIO,
  AVMEDIA_TYPE_VIDEO,
  AVSEEK_FLAG_BACKWARD,
  AV_DISPOSITION_ATTACHED_PIC,
  AV_NOPTS_VALUE,
  AV_PKT_DATA_ENCRYPTION_INFO,
  AV_PKT_FLAG_DISCARD,
} from 'node-av/constants';
import { Codec, FormatContext, Packet, type Stream } from 'node-av/lib';
import { explainUnreadable, inputProblem, missingOrEmpty } from '../input-fault.ts';
import type { SourceFile } from '../task.ts';
import { demand } from './demand.ts';
import type { Rational } from '../rational.ts';

/** An opened video file with its picture track and, if any, its main sound track. */
export interface VideoSource extends Disposable {
  readonly name: string;
  readonly format: FormatContext;
  readonly video: Stream;
  readonly audio: Stream | undefined;
  /** Every sound track, the main one included. */
  readonly audioTracks: readonly Stream[];
  readonly timeBase: Rational;
  /** Presentation time of the first frame that can be shown: the zero of all times outside the engine. */
  readonly zeroTicks: number;
  readonly durationTicks: number;
  /** Goes to a place at or before this time; the next packets may still start in the middle of a group of pictures. */
  seek(ticks: number): void;
  rewind(): void;
  /** The next packet, valid until the next call; undefined at the end or where the file breaks off. */
  read(): Packet | undefined;
}

/**
 * Containers that may be opened. Playlists and other formats that point to further files or addresses
 * (HLS, DASH, concat, image sequences) stay out: an upload must not make the server read anything else.
 */
const containers = 'mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,mpegts,mpeg,mxf,avi,flv,asf,ogg,wav,flac,gxf,dv';

/** Opens a video file or throws a Problem that says what is wrong with it. */
export async function openVideoSource({ path, displayName }: SourceFile): Promise<VideoSource> {
  const early = await missingOrEmpty(path, displayName);
  if (early) throw early;
  const cleanup = new DisposableStack();
  try {
    const format = new FormatContext();
    format.allocContext();
    demand(format.setOption('format_whitelist', containers), 'limiting the containers');
    demand(format.setOption('protocol_whitelist', 'file'), 'limiting the protocols');
    if (format.openInputSync(`file:${path}`) < 0) throw await explainUnreadable(path, displayName);
    cleanup.defer(() => format.closeInputSync());
    if (format.findStreamInfoSync() < 0) throw damaged(displayName);
    return describe(format, displayName, cleanup, (await stat(path)).size);
  } catch (error) {
    cleanup.dispose();
    throw error;
  }
}

function describe(format: FormatContext, name: string, cleanup: DisposableStack, sizeBytes: number): VideoSource {
  const { streams } = format;
  const video = pickVideo(format, streams, name, sizeBytes);
  const audioTracks = streams.filter((stream) => stream.codecpar.codecType === AVMEDIA_TYPE_AUDIO);
  const audio = streams[format.findBestStream(AVMEDIA_TYPE_AUDIO, -1, video.index)];
  for (const stream of streams) if (stream !== video && stream !== audio) stream.discard = AVDISCARD_ALL;
  const packet = new Packet();
  packet.alloc();
  cleanup.defer(() => packet.free());
  const timeBase = { num: video.timeBase.num, den: video.timeBase.den };
  const read = (): Packet | undefined => {
    for (;;) {
      packet.unref();
      const code = format.readFrameSync(packet);
      if (code === AVERROR_EAGAIN) continue;
      return code < 0 ? undefined : packet;
    }
  };
  const rewind = (): void => {
    const first = video.startTime === AV_NOPTS_VALUE ? 0n : video.startTime;
    const earlier = first - BigInt(Math.round((10 * timeBase.den) / timeBase.num));
    if (format.seekFrameSync(video.index, earlier, AVSEEK_FLAG_BACKWARD) >= 0) return;
    demand(format.seekFrameSync(video.index, first, AVSEEK_FLAG_BACKWARD), `going back to the start of ${name}`);
  };
  const seek = (ticks: number): void => {
    if (format.seekFrameSync(video.index, BigInt(Math.round(ticks)), AVSEEK_FLAG_BACKWARD) < 0) rewind();
  };
  const zeroTicks = findZero(read, video, name);
  rewind();
  const source = { name, format, video, audio, audioTracks, timeBase, zeroTicks, seek, rewind, read };
  return { ...source, durationTicks: durationOf(format, video, timeBase), [Symbol.dispose]: () => cleanup.dispose() };
}

function pickVideo(format: FormatContext, streams: readonly Stream[], name: string, sizeBytes: number): Stream {
  const video = streams[format.findBestStream(AVMEDIA_TYPE_VIDEO)];
  if (!video || video.hasDisposition(AV_DISPOSITION_ATTACHED_PIC)) {
    throw inputProblem(
      'NO_VIDEO_STREAM',
      `“${name}” has no picture track: it holds ${streams.length > 0 ? 'sound or data only' : 'nothing'} (${sizeBytes} bytes).`,
      'Give a file with a video track.',
    );
  }
  if (!Codec.findDecoder(video.codecpar.codecId)) {
    throw inputProblem(
      'UNSUPPORTED_CODEC',
      `The picture track of “${name}” is coded in a way that is not known here (${video.codecpar.codecTagString ?? 'no tag'}).`,
      'Export it as H.264, HEVC, AV1, VP9, ProRes, DNxHD or MPEG-2.',
    );
  }
  return video;
}

/** The earliest frame shown: reading stops once decoding time has passed it, for no later packet can be shown earlier. */
function findZero(read: () => Packet | undefined, video: Stream, name: string): number {
  const order = openShownOrder(video.index);
  let zero = Infinity;
  for (let packet = read(); packet; packet = read()) {
    const shown = order(packet);
    if (shown === undefined) continue;
    if (packet.getSideData(AV_PKT_DATA_ENCRYPTION_INFO)) throw encrypted(name);
    zero = Math.min(zero, shown);
    if (dtsOf(packet) >= zero) break;
  }
  if (zero === Infinity) throw damaged(name);
  return zero;
}

/**
 * Tells for each packet of a video track, in reading order, when its frame is shown (in ticks), or undefined when it is not:
 * before the first key frame, a leading picture of that first key frame (whose reference is missing), or outside an edit list.
 */
export function openShownOrder(videoIndex: number): (packet: Packet) => number | undefined {
  let firstKeyTicks: number | undefined;
  return (packet) => {
    if (packet.streamIndex !== videoIndex) return undefined;
    const ticks = ptsOf(packet);
    if (firstKeyTicks === undefined && packet.isKeyframe) firstKeyTicks = ticks;
    if (firstKeyTicks === undefined || ticks < firstKeyTicks) return undefined;
    return (Number(packet.flags) & Number(AV_PKT_FLAG_DISCARD)) === 0 ? ticks : undefined;
  };
}

/** Presentation time in ticks; the decoding time where the container has no other (AVI). */
export function ptsOf(packet: Packet): number {
  return Number(packet.pts === AV_NOPTS_VALUE ? packet.dts : packet.pts);
}

/** Decoding time of a packet in ticks; where the container keeps none, its time of showing. */
export function dtsOf(packet: Packet): number {
  return Number(packet.dts === AV_NOPTS_VALUE ? packet.pts : packet.dts);
}

function durationOf(format: FormatContext, video: Stream, timeBase: Rational): number {
  if (video.duration > 0n) return Number(video.duration);
  const containerMicroseconds = format.duration > 0n ? Number(format.duration) : 0;
  return (containerMicroseconds * timeBase.den) / (timeBase.num * 1_000_000);
}

/** Common encryption of MP4 (ISO/IEC 23001-7): each sample carries what a holder of the key would need. */
function encrypted(name: string): Error {
  return inputProblem(
    'ENCRYPTED',
    `“${name}” is encrypted, its pictures cannot be read.`,
    'Export or download it without copy protection.',
  );
}

/** The problem of a file out of which no picture can be decoded. */
export function damaged(name: string): Error {
  return inputProblem(
    'DAMAGED',
    `“${name}” is damaged: no picture can be decoded from it.`,
    'Transfer it again from its source, or export it again.',
  );
}

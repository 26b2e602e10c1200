import {
  avChannelLayoutDefault,
  Codec,
  CodecContext,
  FormatContext,
  Packet,
  Rational as NativeRational,
  type Frame,
  type Stream,
} from 'node-av/lib';
import {
  AV_CODEC_FLAG_FRAME_DURATION,
  AV_CODEC_FLAG_GLOBAL_HEADER,
  AV_PIX_FMT_YUV420P,
  AV_SAMPLE_FMT_FLTP,
  AVCOL_PRI_BT709,
  AVCOL_RANGE_MPEG,
  AVCOL_SPC_BT709,
  AVCOL_TRC_BT709,
  AVERROR_EAGAIN,
  AVERROR_EOF,
  FF_ENCODER_AAC,
  FF_ENCODER_LIBX264,
} from 'node-av/constants';
import { demand, present } from './demand.ts';
import type { Rational } from '../rational.ts';

export type Mp4VideoOptions = {
  readonly width: number;
  readonly height: number;
  /** Unit of the presentation times of the frames given. */
  readonly timeBase: Rational;
  /** Nominal frame rate; the frames' own times count. */
  readonly frameRate: Rational;
  /** Longest distance between key frames, in frames; groups of pictures are closed. */
  readonly gopFrames: number;
  readonly preset: VideoPreset;
  /** Constant rate factor of x264: 0 (lossless) to 51, lower is better and larger. */
  readonly crf: number;
  readonly threads: number;
};

export type Mp4AudioOptions = { readonly sampleRate: number; readonly channels: number; readonly bitRateBps: number };

/** x264's presets from fastest to smallest. */
export type VideoPreset = 'ultrafast' | 'superfast' | 'veryfast' | 'faster' | 'fast' | 'medium';

/** A track whose packets are taken over from this one as they are, instead of being encoded. */
export type CopiedTrack = { readonly copyOf: Stream };

/** Writes one MP4 file: H.264 (yuv420p, BT.709, no B-frames, so that decoding order is time order) and AAC, index first ("faststart"). */
export interface Mp4Writer extends Disposable {
  /** A yuv420p frame; its `pts` counts in the video's time base and grows. */
  writeVideo(frame: Frame): void;
  /** Planar float samples, 1024 of them (fewer only at the end); `pts` counts samples. */
  writeAudio(frame: Frame): void;
  /** A packet of a copied track, which is empty afterwards; its times count in the time base of the track it comes from. */
  copyVideo(packet: Packet): void;
  copyAudio(packet: Packet): void;
  /** Flushes the encoders and writes the index; the file is complete afterwards, though not yet fsynced. */
  finish(): void;
}

/** Opens an MP4 file for one picture track and at most one sound track, encoded here or copied. */
export function openMp4Writer(
  path: string,
  video: Mp4VideoOptions | CopiedTrack,
  audio?: Mp4AudioOptions | CopiedTrack,
): Mp4Writer {
  const cleanup = new DisposableStack();
  const format = new FormatContext();
  demand(format.allocOutputContext2(null, 'mp4', path), 'preparing an MP4 file');
  cleanup.defer(() => format.freeContext());
  const videoTrack =
    'copyOf' in video ? addCopy(format, video.copyOf) : addTrack(format, openVideoEncoder(video), cleanup);
  const audioTrack =
    audio && ('copyOf' in audio ? addCopy(format, audio.copyOf) : addTrack(format, openAudioEncoder(audio), cleanup));
  demand(format.openOutputSync(), 'creating the output file');
  cleanup.defer(() => format.closeOutputSync());
  demand(format.setOption('movflags', '+faststart'), 'asking for the index in front');
  demand(format.writeHeaderSync(), 'writing the MP4 header');
  const packet = new Packet();
  packet.alloc();
  cleanup.defer(() => packet.free());

  const write = ({ stream, timeBase }: Track, coded: Packet): void => {
    coded.streamIndex = stream.index;
    coded.rescaleTs(timeBase, stream.timeBase);
    demand(format.interleavedWriteFrameSync(coded), 'writing the output file');
  };
  const encode = (track: Track, frame: Frame | null): void => {
    const encoder = present(track.encoder, 'encoding for a track that is copied');
    demand(encoder.sendFrameSync(frame), 'encoding');
    for (;;) {
      const code = encoder.receivePacketSync(packet);
      if (code === AVERROR_EAGAIN || code === AVERROR_EOF) return;
      demand(code, 'encoding');
      write(track, packet);
    }
  };
  const sound = (): Track => present(audioTrack, 'writing sound to a file without a sound track');
  return {
    writeVideo: (frame) => encode(videoTrack, frame),
    writeAudio: (frame) => encode(sound(), frame),
    copyVideo: (coded) => write(videoTrack, coded),
    copyAudio: (coded) => write(sound(), coded),
    finish: () => {
      for (const track of [videoTrack, audioTrack]) if (track?.encoder) encode(track, null);
      demand(format.writeTrailerSync(), 'writing the index of the output file');
    },
    [Symbol.dispose]: () => cleanup.dispose(),
  };
}

type Track = {
  readonly stream: Stream;
  /** Of the packets before they are written. */
  readonly timeBase: NativeRational;
  /** Absent where packets are copied. */
  readonly encoder?: CodecContext;
};

function addCopy(format: FormatContext, source: Stream): Track {
  const stream = format.newStream();
  demand(source.codecpar.copy(stream.codecpar), 'describing a copied track');
  // The name of the coding in the source's container; MP4 may have another one.
  stream.codecpar.codecTag = 0;
  stream.timeBase = source.timeBase;
  stream.avgFrameRate = source.avgFrameRate;
  return { stream, timeBase: source.timeBase };
}

function addTrack(format: FormatContext, encoder: CodecContext, cleanup: DisposableStack): Track {
  cleanup.defer(() => encoder.freeContext());
  const stream = format.newStream();
  demand(stream.codecpar.fromContext(encoder), 'describing a track');
  stream.timeBase = encoder.timeBase;
  return { encoder, stream, timeBase: encoder.timeBase };
}

function openVideoEncoder(options: Mp4VideoOptions): CodecContext {
  const codec = present(Codec.findEncoderByName(FF_ENCODER_LIBX264), 'finding the H.264 encoder');
  const encoder = new CodecContext();
  encoder.allocContext3(codec);
  encoder.width = options.width;
  encoder.height = options.height;
  encoder.pixelFormat = AV_PIX_FMT_YUV420P;
  encoder.timeBase = nativeRational(options.timeBase);
  encoder.framerate = nativeRational(options.frameRate);
  encoder.gopSize = options.gopFrames;
  encoder.maxBFrames = 0;
  encoder.threadCount = options.threads;
  encoder.colorSpace = AVCOL_SPC_BT709;
  encoder.colorPrimaries = AVCOL_PRI_BT709;
  encoder.colorTrc = AVCOL_TRC_BT709;
  encoder.colorRange = AVCOL_RANGE_MPEG;
  encoder.setFlags(AV_CODEC_FLAG_GLOBAL_HEADER, AV_CODEC_FLAG_FRAME_DURATION);
  // Options are set on the context: passed as a dictionary to the synchronous call, they are freed twice (node-av 6.1.1).
  demand(encoder.setOption('preset', options.preset), 'choosing the preset of the H.264 encoder');
  demand(encoder.setOption('crf', options.crf), 'choosing the quality of the H.264 encoder');
  demand(encoder.open2Sync(codec), 'opening the H.264 encoder');
  return encoder;
}

function openAudioEncoder(options: Mp4AudioOptions): CodecContext {
  const codec = present(Codec.findEncoderByName(FF_ENCODER_AAC), 'finding the AAC encoder');
  const encoder = new CodecContext();
  encoder.allocContext3(codec);
  encoder.sampleFormat = AV_SAMPLE_FMT_FLTP;
  encoder.sampleRate = options.sampleRate;
  encoder.channelLayout = avChannelLayoutDefault(options.channels);
  encoder.bitRate = BigInt(options.bitRateBps);
  encoder.timeBase = new NativeRational(1, options.sampleRate);
  encoder.setFlags(AV_CODEC_FLAG_GLOBAL_HEADER, AV_CODEC_FLAG_FRAME_DURATION);
  demand(encoder.open2Sync(codec), 'opening the AAC encoder');
  return encoder;
}

function nativeRational({ num, den }: Rational): NativeRational {
  return new NativeRational(num, den);
}

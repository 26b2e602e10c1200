import { avChannelLayoutDescribe, avGetSampleFmtName, type Frame, type Packet, type Stream } from 'node-av/lib';
import type { VideoSource } from './video-source.ts';
import { ptsOf } from './video-source.ts';
import { openDecoder } from './decoder.ts';
import { openFilterChain, type FilterChain } from './filter-chain.ts';
import type { Mp4AudioOptions, Mp4Writer } from './mp4-writer.ts';

/** Re-encodes the sound of one stretch of a source, in step with its pictures. */
export interface SoundTrack extends Disposable {
  push(packet: Packet): void;
  /** True once the whole stretch has been written. */
  isComplete(): boolean;
  end(): void;
}

/** The sound of every output: AAC, at most two channels, 44.1 or 48 kHz. */
export function soundFormatOf(audio: Stream): Mp4AudioOptions {
  const { sampleRate, channelLayout } = audio.codecpar;
  return {
    sampleRate: sampleRate === 44_100 ? 44_100 : 48_000,
    channels: Math.min(2, Math.max(1, channelLayout.nbChannels)),
    bitRateBps: 128_000,
  };
}

/**
 * Writes the sound from `fromTicks` to `toTicks` (of the video's time base; toTicks may be Infinity) so that the sample
 * heard with the first picture is sample 0. Gaps and a late start are filled with silence, an early start is trimmed.
 */
export function openSoundTrack(
  source: VideoSource,
  audio: Stream,
  writer: Mp4Writer,
  stretch: { fromTicks: number; toTicks: number },
): SoundTrack {
  const { sampleRate, channels } = soundFormatOf(audio);
  const decoder = openDecoder(audio, 1);
  const fromSeconds = (stretch.fromTicks * source.timeBase.num) / source.timeBase.den;
  const toSeconds = (stretch.toTicks * source.timeBase.num) / source.timeBase.den;
  const sampleCount = Math.round((toSeconds - fromSeconds) * sampleRate);
  const secondsPerTick = audio.timeBase.num / audio.timeBase.den;
  let chain: FilterChain | undefined;
  let writtenSamples = 0;
  let shape = '';

  const write = (frame: Frame): void => {
    writtenSamples += frame.nbSamples;
    writer.writeAudio(frame);
  };
  const onDecoded = (frame: Frame): void => {
    const newShape = shapeOf(frame);
    // A change of format in mid-track keeps the first one: converting again from here would break the timeline.
    if (chain && newShape !== shape) return;
    shape = newShape;
    chain ??= openFilterChain(`abuffer=${shape}`, soundFilters(sampleRate, channels, sampleCount), 'abuffersink');
    const seconds = Number(frame.pts) * secondsPerTick - fromSeconds;
    // Sound that ended before the stretch began would only be trimmed again.
    if (seconds + frame.nbSamples / frame.sampleRate <= 0) return;
    frame.pts = BigInt(Math.round(seconds * frame.sampleRate));
    chain.push(frame, write);
  };
  return {
    push: (packet) => {
      if (ptsOf(packet) * secondsPerTick < toSeconds) decoder.push(packet, onDecoded);
    },
    isComplete: () => writtenSamples >= sampleCount,
    end: () => {
      decoder.push(null, onDecoded);
      chain?.push(null, write);
    },
    [Symbol.dispose]: () => {
      chain?.[Symbol.dispose]();
      decoder[Symbol.dispose]();
    },
  };
}

function shapeOf(frame: Frame): string {
  const format = avGetSampleFmtName(frame.format as Parameters<typeof avGetSampleFmtName>[0]);
  const layout = avChannelLayoutDescribe(frame.channelLayout) ?? `${frame.channelLayout.nbChannels}c`;
  return `sample_rate=${frame.sampleRate}:sample_fmt=${format}:channel_layout=${layout}:time_base=1/${frame.sampleRate}`;
}

function soundFilters(sampleRate: number, channels: number, sampleCount: number): string {
  const end = Number.isFinite(sampleCount) ? [`atrim=end_sample=${sampleCount}`] : [];
  return [
    `aresample=osr=${sampleRate}:async=1:first_pts=0`,
    `aformat=sample_fmts=fltp:sample_rates=${sampleRate}:channel_layouts=${channels === 1 ? 'mono' : 'stereo'}`,
    ...end,
    'asetnsamples=n=1024:p=0',
  ].join(',');
}

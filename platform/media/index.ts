export { openMedia, type Media, type MediaOptions, type RunOptions } from './open-media.ts';
export { frameAtMs, frameTimeMs, type FrameIndex } from './frame-index.ts';
export { inputFaultOf, type InputFault } from './input-fault.ts';
export { storyboardVtt } from './storyboard-vtt.ts';
export type { AudioTrackInfo, MediaInfo, VideoTrackInfo } from './media-info.ts';
export type { Rational } from './rational.ts';
export type {
  Cut,
  CutOptions,
  CutRange,
  DecodedFrame,
  FramesOptions,
  Picture,
  PosterOptions,
  Proxy,
  ProxyOptions,
  Storyboard,
  StoryboardOptions,
} from './task.ts';

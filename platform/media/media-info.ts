import type { Rational } from './rational.ts';

/**
 * What a video file holds. Times are on the file's own timeline: 0 ms is the first frame that can be shown;
 * `video.startMs` tells where the container puts that frame.
 */
export type MediaInfo = {
  /** Container in FFmpeg's terms: `mov,mp4,m4a,3gp,3g2,mj2`, `matroska,webm`, `mpegts`, … */
  readonly container: string;
  readonly durationMs: number;
  readonly sizeBytes: number;
  /** When it was recorded, where the container says so: ISO 8601 in UTC. */
  readonly recordedAt?: string;
  readonly video: VideoTrackInfo;
  readonly audio: readonly AudioTrackInfo[];
  /** Sentences about what is odd but did not prevent reading, such as a wrong file name extension. */
  readonly warnings: readonly string[];
};

export type VideoTrackInfo = {
  readonly codec: string;
  /** Size as shown, in square pixels: after rotation and pixel aspect ratio. */
  readonly width: number;
  readonly height: number;
  /** Clockwise rotation applied for showing. */
  readonly rotationDegrees: 0 | 90 | 180 | 270;
  /** Average frame rate as an exact fraction, for instance 60000/1001. */
  readonly frameRate: Rational;
  readonly isVariableFrameRate: boolean;
  /** As the container states it; absent where it states none (MPEG-TS, Matroska): ask `frameIndex`. */
  readonly frameCount?: number;
  readonly timeBase: Rational;
  readonly startMs: number;
  readonly pixelFormat: string;
  readonly isInterlaced: boolean;
  readonly hasBFrames: boolean;
};

export type AudioTrackInfo = { readonly codec: string; readonly channels: number; readonly sampleRate: number };

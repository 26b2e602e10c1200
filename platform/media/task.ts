import type { FrameIndex } from './frame-index.ts';
import type { MediaInfo } from './media-info.ts';

/** A file to read, and the name under which people know it. */
export type SourceFile = { readonly path: string; readonly displayName: string };

/** What a worker can be asked to do: the input and the result of each task. Plain data, it crosses a process boundary. */
export type Tasks = {
  probe: { input: SourceFile; result: MediaInfo };
  frameIndex: { input: SourceFile; result: FrameIndex };
  makeProxy: { input: SourceFile & { out: string } & ProxyOptions; result: Proxy };
  makePoster: { input: SourceFile & { out: string } & PosterOptions; result: Picture };
  makeStoryboard: { input: SourceFile & { out: string } & StoryboardOptions; result: Storyboard };
  cut: { input: SourceFile & { out: string } & CutRange & CutOptions; result: Cut };
  frames: { input: SourceFile & FramesOptions; result: undefined };
};

export type TaskName = keyof Tasks;

export type ProxyOptions = {
  /** Longest side of the picture, upright or lying; default 1280. Smaller sources keep their size. */
  readonly maxSidePx?: number;
  /** Interlaced sources become progressive; default true. */
  readonly deinterlace?: boolean;
};

export type Proxy = {
  readonly width: number;
  readonly height: number;
  readonly frameCount: number;
  readonly durationMs: number;
  readonly hasAudio: boolean;
  /** The source was what a proxy would be: its pictures were taken over as they are, in seconds instead of minutes. */
  readonly isCopy: boolean;
};

export type PosterOptions = {
  /** The frame on the screen at this time; default a tenth into the video, at most 10 s. */
  readonly atMs?: number;
  /** Default 640; smaller sources keep their size. */
  readonly widthPx?: number;
};

export type Picture = { readonly width: number; readonly height: number; readonly timeMs: number };

export type StoryboardOptions = {
  /** Time between tiles; default a hundredth of the duration, at least one second. */
  readonly intervalMs?: number;
  /** Default 10. */
  readonly columns?: number;
  /** Default 160. */
  readonly tileWidthPx?: number;
};

/** A sheet of small pictures: tile n, counted in rows from the left, stands for the time n × intervalMs. */
export type Storyboard = {
  readonly intervalMs: number;
  readonly columns: number;
  readonly rows: number;
  readonly tileCount: number;
  readonly tileWidth: number;
  readonly tileHeight: number;
  readonly durationMs: number;
};

/**
 * Where to cut. Both ends are included, as with the IN and OUT marks of an editing desk: the first frame of the clip is frame `in`,
 * its last is frame `out`. Frames count from 0; a time means the frame on the screen at that time, and an OUT time after the end
 * means the last frame.
 */
export type CutRange =
  | {
      readonly inFrame: number;
      readonly outFrame: number;
      /** The source's frame index, if at hand; without it the whole file is read once to count frames. */
      readonly index?: FrameIndex;
    }
  | { readonly inMs: number; readonly outMs: number };

export type CutOptions = {
  /** Default: as wide as the source. */
  readonly maxWidthPx?: number;
  /** x264's constant rate factor, default 20. */
  readonly crf?: number;
};

export type Cut = {
  readonly width: number;
  readonly height: number;
  readonly frameCount: number;
  readonly durationMs: number;
  /** Times of the first and the last frame on the source's timeline. */
  readonly firstFrameMs: number;
  readonly lastFrameMs: number;
  readonly hasAudio: boolean;
};

export type FramesOptions = {
  readonly fromMs?: number;
  /** Frames before this time are delivered, not the one at it. */
  readonly toMs?: number;
  /** Default: as wide as the source. */
  readonly widthPx?: number;
  /** Deliver each n-th frame only; default 1. */
  readonly everyNth?: number;
  /** Decode nothing but key frames: about a tenth of the work. */
  readonly keyFramesOnly?: boolean;
  /** One byte a pixel, or three; default `gray`. */
  readonly format?: 'gray' | 'rgb';
};

/** A decoded picture without padding: `width × height` bytes when gray, three times as many in RGB. */
export type DecodedFrame = {
  readonly timeMs: number;
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
};

/** What a task may use of the process it runs in. */
export type TaskContext = {
  readonly threads: number;
  /** Says that work goes on, and how far it is (0 to 1) when known; gives the process a moment to hear of its parent. */
  readonly beat: (fraction?: number) => Promise<void>;
  /** Hands a frame to the reader; resolves when the next one may follow. */
  readonly deliver: (frame: DecodedFrame) => Promise<void>;
};

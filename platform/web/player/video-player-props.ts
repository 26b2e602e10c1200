import type { ReactNode, Ref } from 'react';
import type { FrameRate } from './timecode.ts';

/** A moment or a span on the time line. */
export type PlayerMarker = {
  readonly id: string;
  readonly frame: number;
  /** Last frame of a span. */
  readonly endFrame?: number;
  readonly label: string;
  /** 1 is shown small, 2 larger, 3 largest. */
  readonly importance?: 1 | 2 | 3;
  /** Any CSS colour; by default the colour of live action. */
  readonly color?: string;
};

/** Marked in and out points, both inclusive. */
export type PlayerRange = { readonly inFrame?: number | undefined; readonly outFrame?: number | undefined };

/** Small pictures of the video in rows of one image, from left to right and top to bottom. */
export type Storyboard = {
  readonly src: string;
  readonly columns: number;
  readonly rows: number;
  readonly tileWidth: number;
  readonly tileHeight: number;
  /** Time from one picture to the next. */
  readonly intervalMs: number;
  /** How many of the tiles are filled. */
  readonly count?: number;
};

export type VideoPlayerHandle = {
  /** Pauses nothing: a playing video goes on from there. Resolves when the frame is on the screen. */
  seekToFrame(frame: number): Promise<void>;
  play(): void;
  pause(): void;
  currentFrame(): number;
  /** The frame that has been asked for last and is about to be shown, or else the current one. */
  position(): number;
  focus(): void;
  /** Does what a key stands for although the focus is elsewhere on the page; false when it is none of the player's. */
  press(event: KeyboardEvent): boolean;
};

/** Keys and what they do, in the words of the page. */
export type KeyHelp = { readonly keys: readonly string[]; readonly text: string };

export type VideoPlayerProps = {
  readonly ref?: Ref<VideoPlayerHandle>;
  readonly src: string;
  /** What is seen, for people who do not see it and in error messages. */
  readonly title: string;
  readonly frameRate: FrameRate;
  /** Ascending start times of all frames, for variable frame rates. */
  readonly frameTimesMs?: readonly number[];
  readonly frameCount?: number;
  readonly startTimecode?: string;
  readonly dropFrame?: boolean;
  readonly poster?: string;
  readonly markers?: readonly PlayerMarker[];
  readonly onMarker?: (marker: PlayerMarker) => void;
  readonly storyboard?: Storyboard;
  /** Given together with `onRangeChange`: the player offers to mark in and out. */
  readonly range?: PlayerRange;
  readonly onRangeChange?: (range: PlayerRange) => void;
  /** Called with each frame that comes on the screen. */
  readonly onFrame?: (frame: number) => void;
  /** What the page says beside the time code, such as that the picture is live. */
  readonly status?: ReactNode;
  /** Keys of the page around the player, shown in its help before its own. */
  readonly pageKeys?: readonly KeyHelp[];
  readonly isMuted?: boolean;
  readonly autoPlay?: boolean;
};

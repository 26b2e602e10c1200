import type { ObjectId } from '@altis/storage';

/** What preparation found out about a session's video, and the objects that it made. */
export type SessionVideo = {
  readonly durationMs: number;
  readonly frameCount: number;
  readonly frameRate: { readonly numerator: number; readonly denominator: number };
  readonly isVariableFrameRate: boolean;
  readonly width: number;
  readonly height: number;
  readonly codec: string;
  readonly hasAudio: boolean;
  readonly sizeBytes: number;
  readonly proxy: ObjectId;
  readonly poster: ObjectId;
  readonly storyboard: ObjectId;
  readonly frameIndex: ObjectId;
  readonly tiles: {
    readonly intervalMs: number;
    readonly columns: number;
    readonly rows: number;
    readonly tileWidth: number;
    readonly tileHeight: number;
    readonly count: number;
  };
};

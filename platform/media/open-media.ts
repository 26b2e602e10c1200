import { basename, resolve } from 'node:path';
import { problem, type Log } from '@altis/kernel';
import type { FrameIndex } from './frame-index.ts';
import type { MediaInfo } from './media-info.ts';
import { writeWhole } from './partial-file.ts';
import { streamFrames } from './stream-frames.ts';
import type {
  Cut,
  CutOptions,
  CutRange,
  DecodedFrame,
  FramesOptions,
  Picture,
  PosterOptions,
  Proxy,
  ProxyOptions,
  SourceFile,
  Storyboard,
  StoryboardOptions,
  TaskName,
  Tasks,
} from './task.ts';
import type { WorkerState } from './media-worker.ts';
import { openWorkerPool } from './worker-pool.ts';

export type MediaOptions = {
  readonly log: Log;
  /** Tasks that run at once, each in a process of its own; default 1. */
  readonly workers?: number;
  /** A task without progress for so long is ended; default 60 s. */
  readonly stallTimeoutMs?: number;
  /** A worker without work ends after this time; default 30 s. */
  readonly idleTimeoutMs?: number;
};

export type RunOptions = {
  /** The name people know the file by, for messages; default the last part of its path. */
  readonly displayName?: string;
  /** Cancels the task by ending its process; the call rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Called a few times a second with the part done, 0 to 1. */
  readonly progress?: (fraction: number) => void;
};

/**
 * Video work in worker processes: a crash or hang of the native engine fails that task only.
 *
 * All times are milliseconds on the source's own timeline, where its first frame is at 0; proxies and clips keep it.
 * Output files appear whole or not at all. Every call rejects with a Problem: INVALID_INPUT or NOT_FOUND when the file or what was
 * asked of it is at fault (see `inputFaultOf`), STORAGE_FULL, CONFLICT when `out` is being written already,
 * TIMEOUT or INTERNAL when the worker hung or died, UNAVAILABLE after `close`.
 */
export interface Media {
  /** Reads what a file holds and makes sure that its first picture can be decoded. */
  probe(path: string, options?: RunOptions): Promise<MediaInfo>;
  /** The exact time of every frame, from the packets: no decoding, but the whole file is read. */
  frameIndex(path: string, options?: RunOptions): Promise<FrameIndex>;
  /** An MP4 (H.264 yuv420p, AAC) that browsers play and seek well; frame n is frame n of the source, at the same time. Copied where the source is one. */
  makeProxy(path: string, out: string, options?: RunOptions & ProxyOptions): Promise<Proxy>;
  /** One frame as JPEG. */
  makePoster(path: string, out: string, options?: RunOptions & PosterOptions): Promise<Picture>;
  /** A JPEG sheet of small pictures for the timeline; best made from a proxy, whose key frames are a second apart. */
  makeStoryboard(path: string, out: string, options?: RunOptions & StoryboardOptions): Promise<Storyboard>;
  /** A clip from frame IN to frame OUT, both included, as MP4 (H.264, AAC). */
  cut(path: string, out: string, range: CutRange, options?: RunOptions & CutOptions): Promise<Cut>;
  /** Decoded frames, as fast as they are taken; ending the loop early ends the work. */
  frames(path: string, options?: RunOptions & FramesOptions): AsyncIterable<DecodedFrame>;
  state(): { readonly workers: readonly WorkerState[]; readonly queued: number };
  close(): Promise<void>;
}

/** Opens the pool of media workers; they start with the first task. */
export function openMedia({ log, workers = 1, stallTimeoutMs = 60_000, idleTimeoutMs = 30_000 }: MediaOptions): Media {
  const program = new URL('./worker/main.ts', import.meta.url);
  const pool = openWorkerPool({ log, workers, stallTimeoutMs, idleTimeoutMs, program });
  const writeOnce = openOutputs();

  const run = <Name extends TaskName>(task: Name, path: string, options: RunOptions, wishes: object = {}) => {
    const { displayName, signal, progress, ...rest } = options;
    const input = { ...sourceFile(path, displayName), ...rest, ...wishes };
    return pool.run(task, input, { signal, onProgress: progress }) as Promise<Tasks[Name]['result']>;
  };
  const write = <Name extends TaskName>(
    task: Name,
    path: string,
    out: string,
    options: RunOptions,
    wishes: object = {},
  ) => writeOnce(out, (partialPath) => run(task, path, options, { ...wishes, out: partialPath }));
  return {
    probe: (path, options = {}) => run('probe', path, options),
    frameIndex: (path, options = {}) => run('frameIndex', path, options),
    makeProxy: (path, out, options = {}) => write('makeProxy', path, out, options),
    makePoster: (path, out, options = {}) => write('makePoster', path, out, options),
    makeStoryboard: (path, out, options = {}) => write('makeStoryboard', path, out, options),
    cut: (path, out, range, options = {}) => write('cut', path, out, options, range),
    frames: (path, { displayName, signal, progress, ...wishes } = {}) =>
      streamFrames(pool, { ...sourceFile(path, displayName), ...wishes }, { signal, onProgress: progress }),
    state: () => pool.state(),
    close: () => pool.close(),
  };
}

function sourceFile(path: string, displayName = basename(path)): SourceFile {
  return { path: resolve(path), displayName };
}

/** Writes each output whole, and refuses a second writer of the same one. */
function openOutputs(): <T>(out: string, task: (partialPath: string) => Promise<T>) => Promise<T> {
  const underWay = new Set<string>();
  return async (out, task) => {
    const target = resolve(out);
    if (underWay.has(target)) {
      throw problem('CONFLICT', `“${basename(out)}” is being written by another media task.`, {
        remedy: 'Wait for that task, or write to another file.',
      });
    }
    underWay.add(target);
    try {
      return await writeWhole(target, task);
    } finally {
      underWay.delete(target);
    }
  };
}

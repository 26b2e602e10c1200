import type { ProblemCode } from '@altis/kernel';
import type { DecodedFrame } from './task.ts';

/** What the server tells a worker. One task at a time; it is cancelled by ending the process. */
export type ToWorker =
  | { readonly type: 'start'; readonly task: string; readonly input: unknown; readonly threads: number }
  /** The reader has room for this many more frames. */
  | { readonly type: 'room'; readonly frames: number };

/** What a worker tells the server; `beat` comes at least once a second while work goes on. */
export type FromWorker =
  | { readonly type: 'beat'; readonly fraction: number | undefined }
  | { readonly type: 'frame'; readonly frame: DecodedFrame }
  | { readonly type: 'done'; readonly result: unknown }
  | { readonly type: 'failed'; readonly problem: PlainProblem };

/** A Problem as plain data, to cross the process boundary. */
export type PlainProblem = {
  readonly code: ProblemCode;
  readonly message: string;
  readonly remedy: string | undefined;
  readonly details: Readonly<Record<string, unknown>>;
};

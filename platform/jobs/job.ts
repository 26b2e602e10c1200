import type { Log } from '@altis/kernel';
import type * as z from 'zod';

/** What a running job can do besides its work. */
export type JobRun = {
  /** Tells how far the job is, 0 to 1, and optionally what it is doing. */
  readonly progress: (fraction: number, note?: string) => void;
  /** Aborted when the job is cancelled, times out, or the process stops. */
  readonly signal: AbortSignal;
  readonly log: Log;
};

/** A unit of work that survives a crash: it is kept in the database until it is done, and run again if its process dies. */
export type Job<Input = unknown> = {
  /** An imperative, such as `cut-clip`. */
  readonly name: string;
  readonly input: z.ZodType<Input>;
  /** How many runs at once in one process (default 1). */
  readonly concurrency?: number;
  /** How many runs may end with an unexpected error before the job counts as failed (default 4). Refused input fails at once. */
  readonly attempts?: number;
  /** How long one run may take, in milliseconds (default one hour). */
  readonly timeoutMs?: number;
  readonly run: (input: Input, run: JobRun) => Promise<void>;
};

/** Declares a job; the input's type follows from its schema. Runs must be idempotent: a crash may repeat one. */
export function defineJob<Input>(job: Job<Input>): Job {
  return { ...job, run: (input, run) => job.run(job.input.parse(input), run) };
}

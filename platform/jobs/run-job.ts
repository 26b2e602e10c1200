import { asSystem, messageOf, problem, Problem, type Log, type ProblemCode } from '@altis/kernel';
import type { Job } from './job.ts';
import type { RunStore } from './run-store.ts';

type RunOptions = {
  readonly id: string;
  readonly data: unknown;
  readonly job: Job;
  readonly store: RunStore;
  readonly runner: number;
  /** Aborted when the job is cancelled, its claim is lost, or the process stops: its row tells which. */
  readonly abort: AbortSignal;
  readonly log: Log;
};

const defaultAttempts = 4;
const hourMs = 3_600_000;
const progressEveryMs = 400;
/** Problems below 500 that another try may not meet again. */
const passingFaults: readonly ProblemCode[] = ['TIMEOUT', 'CONFLICT', 'TOO_MANY_REQUESTS'];

/**
 * Runs a claimed job and says how it ended, in pg-boss's words: `failed` means "run it again", `deadletter` "for good".
 * Refused input fails for good at once; passing faults, unexpected errors and timeouts after the declared attempts. A run
 * that lost its claim or its process is handed back, and no error of the job's.
 */
export async function runJob(options: RunOptions): Promise<'completed' | 'failed' | 'deadletter'> {
  const { id, data, job, store, runner, abort } = options;
  const started = await store.start(id, runner);
  if (started === 'already-done') return 'completed';
  if (started === 'cancelled') return 'deadletter';

  const log = options.log.child({ job: id, name: job.name, system: started.system });
  const timeoutMs = job.timeoutMs ?? hourMs;
  const timeout = AbortSignal.timeout(timeoutMs);
  const signal = AbortSignal.any([abort, timeout]);
  const progress = throttledProgress((fraction, note) => store.progress(id, fraction, note), log);
  try {
    await asSystem(started.system, () => job.run(data, { progress: progress.tell, signal, log }));
    await progress.settled();
    await store.finish(id);
    return 'completed';
  } catch (thrown) {
    await progress.settled();
    if (abort.aborted) return (await store.handBack(id, started.at)) ? 'failed' : 'deadletter';
    const error = timeout.aborted ? tookTooLong(timeoutMs) : thrown;
    const errors = started.errors + 1;
    const forGood = isRefusal(error) || errors >= (job.attempts ?? defaultAttempts);
    const remedy = error instanceof Problem ? error.remedy : undefined;
    log.warn({ error, errors, forGood }, 'A job failed');
    await store.fail(id, { reason: messageOf(error), remedy, errors, forGood });
    return forGood ? 'deadletter' : 'failed';
  }
}

function isRefusal(error: unknown): boolean {
  return error instanceof Problem && error.status < 500 && !passingFaults.includes(error.code);
}

function tookTooLong(timeoutMs: number): Problem {
  const limit = timeoutMs < hourMs ? `${timeoutMs / 1000} s` : `${timeoutMs / hourMs} h`;
  return problem('TIMEOUT', `The job took longer than ${limit}.`, {
    remedy: 'Try it again when the server is less busy.',
  });
}

/** Writes progress at most every 400 ms; a lost write costs nothing, since the end is written apart. */
function throttledProgress(
  write: (fraction: number, note?: string) => Promise<unknown>,
  log: Log,
): { tell: (fraction: number, note?: string) => void; settled: () => Promise<unknown> } {
  let lastMs = 0;
  let pending: Promise<unknown> = Promise.resolve();
  return {
    tell(fraction, note) {
      const nowMs = Date.now();
      if (nowMs - lastMs < progressEveryMs) return;
      lastMs = nowMs;
      pending = pending
        .then(() => write(Math.min(1, Math.max(0, fraction)), note))
        .catch((error: unknown) => log.debug({ reason: messageOf(error) }, 'Progress was not written'));
    },
    settled: () => pending,
  };
}

import { asSystem, messageOf, Problem, type Log } from '@altis/kernel';
import type { Job } from './job.ts';
import type { RunStore } from './run-store.ts';

type RunOptions = {
  readonly id: string;
  readonly data: unknown;
  readonly job: Job;
  readonly store: RunStore;
  readonly runner: number;
  readonly abort: AbortSignal;
  readonly stopping: AbortSignal;
  readonly log: Log;
};

const defaultAttempts = 4;
const hourMs = 3_600_000;
const progressEveryMs = 400;

/**
 * Runs a claimed job and says how it ended, in pg-boss's words: `failed` means "run it again", `deadletter` "for good".
 * Refused input (a problem below 500) fails for good at once; unexpected errors after the declared attempts.
 */
export async function runJob(options: RunOptions): Promise<'completed' | 'failed' | 'deadletter'> {
  const { id, data, job, store, runner, abort, stopping } = options;
  const started = await store.start(id, runner);
  if (started === 'already-done') return 'completed';
  if (started === 'cancelled') return 'deadletter';

  const log = options.log.child({ job: id, name: job.name, system: started.system });
  const timeout = AbortSignal.timeout(job.timeoutMs ?? hourMs);
  const signal = AbortSignal.any([abort, timeout]);
  const progress = throttledProgress((fraction, note) => store.progress(id, fraction, note), log);
  try {
    await asSystem(started.system, () => job.run(data, { progress: progress.tell, signal, log }));
    await progress.settled();
    await store.finish(id);
    return 'completed';
  } catch (error) {
    await progress.settled();
    if (stopping.aborted) {
      await store.handBack(id);
      return 'failed';
    }
    const refused = error instanceof Problem && error.status < 500;
    const errors = started.errors + 1;
    const forGood = refused || abort.aborted || errors >= (job.attempts ?? defaultAttempts);
    const remedy = error instanceof Problem ? error.remedy : undefined;
    log.warn({ error, errors, forGood }, 'A job failed');
    await store.fail(id, { reason: messageOf(error), remedy, errors, forGood });
    return forGood ? 'deadletter' : 'failed';
  }
}

/** Writes progress at most every 400 ms; a lost write costs nothing, since the end is written apart. */
function throttledProgress(
  write: (fraction: number, note?: string) => Promise<void>,
  log: Log,
): { tell: (fraction: number, note?: string) => void; settled: () => Promise<void> } {
  let lastMs = 0;
  let pending: Promise<void> = Promise.resolve();
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

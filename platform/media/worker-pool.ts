import { problem, type Problem } from '@altis/kernel';
import {
  startMediaWorker,
  type Job,
  type MediaWorker,
  type TaskRun,
  type WorkerOptions,
  type WorkerState,
} from './media-worker.ts';

export type WorkerPoolOptions = WorkerOptions & {
  /** How many tasks run at once, each in a process of its own. */
  readonly workers: number;
};

/** A few worker processes and a queue before them. A worker that dies or hangs fails its own task only and is replaced. */
export interface WorkerPool {
  /** Rejects with a Problem when the task fails or its worker does, and with the signal's reason when cancelled. */
  run(task: string, input: unknown, options: TaskRun): Promise<unknown>;
  state(): { readonly workers: readonly WorkerState[]; readonly queued: number };
  /** Ends all workers; tasks under way and in the queue fail. */
  close(): Promise<void>;
}

/** Runs tasks one at a time in each worker, in the order they came. */
export function openWorkerPool(options: WorkerPoolOptions): WorkerPool {
  const queue: Job[] = [];
  const workers = new Set<MediaWorker>();
  let isClosed = false;

  const next = (): void => {
    const idle = [...workers].find((worker) => worker.isIdle());
    if (queue.length === 0 || (!idle && workers.size >= options.workers)) return;
    const worker = idle ?? hire();
    const job = queue.shift();
    if (job) worker.take(job);
    next();
  };
  const hire = (): MediaWorker => {
    const worker = startMediaWorker(options, {
      onFree: next,
      onGone: () => {
        workers.delete(worker);
        next();
      },
    });
    workers.add(worker);
    return worker;
  };
  return {
    run: (task, input, run) => {
      if (isClosed) return Promise.reject(closing());
      return new Promise((resolve, reject) => {
        const cancel = (): void => {
          const reason = reasonOf(run.signal);
          const worker = [...workers].find((candidate) => candidate.job() === job);
          if (worker) return void worker.abandon(reason);
          queue.splice(queue.indexOf(job), 1);
          job.settle({ error: reason });
        };
        const job: Job = {
          task,
          input,
          options: run,
          settle: (outcome) => {
            run.signal?.removeEventListener('abort', cancel);
            if ('error' in outcome) reject(outcome.error);
            else resolve(outcome.result);
          },
        };
        if (run.signal?.aborted) return reject(reasonOf(run.signal));
        run.signal?.addEventListener('abort', cancel);
        queue.push(job);
        next();
      });
    },
    state: () => ({ workers: [...workers].map((worker) => worker.state()), queued: queue.length }),
    close: async () => {
      isClosed = true;
      for (const job of queue.splice(0)) job.settle({ error: closing() });
      await Promise.all([...workers].map((worker) => worker.abandon(closing())));
    },
  };
}

function closing(): Problem {
  return problem('UNAVAILABLE', 'The media workers are being shut down.', { remedy: 'Try again after the restart.' });
}

function reasonOf(signal: AbortSignal | undefined): Error {
  return signal?.reason instanceof Error ? signal.reason : new Error(`Cancelled: ${String(signal?.reason)}`);
}

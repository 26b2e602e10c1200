import type { DecodedFrame, FramesOptions, SourceFile } from './task.ts';
import type { TaskRun } from './media-worker.ts';
import type { WorkerPool } from './worker-pool.ts';

/** Runs the task `frames` while its frames are read; the worker never runs more than a few frames ahead. */
export async function* streamFrames(
  pool: WorkerPool,
  input: SourceFile & FramesOptions,
  { signal, onProgress }: Pick<TaskRun, 'signal' | 'onProgress'>,
): AsyncGenerator<DecodedFrame, void> {
  const arrived: { frame: DecodedFrame; giveRoom: () => void }[] = [];
  const stopped = new AbortController();
  let wake: () => void = () => undefined;
  let outcome: { error?: unknown } | undefined;
  const finish = (result: { error?: unknown }): void => {
    outcome = result;
    wake();
  };
  const onFrame: NonNullable<TaskRun['onFrame']> = (frame, giveRoom) => {
    arrived.push({ frame, giveRoom });
    wake();
  };
  const either = signal ? AbortSignal.any([signal, stopped.signal]) : stopped.signal;
  pool.run('frames', input, { signal: either, onProgress, onFrame }).then(
    () => finish({}),
    (error: unknown) => finish({ error }),
  );
  try {
    for (;;) {
      const next = arrived.shift();
      if (next) {
        yield next.frame;
        next.giveRoom();
      } else if (outcome) {
        if ('error' in outcome) throw outcome.error;
        return;
      } else {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
  } finally {
    stopped.abort();
  }
}

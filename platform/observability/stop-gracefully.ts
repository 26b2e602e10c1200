import { messageOf, type Log } from '@altis/kernel';

export type StopStep = { readonly name: string; readonly stop: () => Promise<void> };

/**
 * Runs the steps in order, once, each for at most `stepTimeoutMs`; a step that fails or hangs is logged and does not
 * keep the following ones from running.
 */
export async function runStopSteps(steps: readonly StopStep[], log: Log, stepTimeoutMs = 10_000): Promise<void> {
  for (const step of steps) {
    try {
      await withTimeout(step.stop(), stepTimeoutMs);
    } catch (error) {
      log.warn({ step: step.name, reason: messageOf(error) }, 'A part did not stop cleanly');
    }
  }
}

/** Stops the process on SIGINT or SIGTERM; a second signal ends it at once. Returns a way to ask for the same stop. */
export function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  const onSignal = (signal: NodeJS.Signals): void => {
    if (stopping) process.exit(1);
    stopping = true;
    void stop().finally(() => process.exit(signal === 'SIGINT' ? 130 : 0));
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
}

async function withTimeout(work: Promise<void>, timeoutMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`not done after ${timeoutMs} ms`)), timeoutMs);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}

import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

export type RenderOptions = {
  /** Path of the MP4 file; it appears only when it is complete. */
  out: string;
  /** Width in pixels, a multiple of 32; the height follows as 9/16. */
  width: number;
  /** Draws only the beginning, to the next whole frame; default all of it. */
  lengthMs?: number | undefined;
  /** On one thread and with low priority, so that others are not kept waiting; default on two threads. */
  isUnhurried?: boolean | undefined;
  /** Called now and then with the share that is done, 0 to 1. */
  progress?: ((share: number) => void) | undefined;
  signal?: AbortSignal | undefined;
};

export type Rendered = { frameCount: number; durationMs: number; sizeBytes: number };

const rendered = z.object({ frameCount: z.number(), durationMs: z.number(), sizeBytes: z.number() });
const report = z.union([z.object({ progress: z.number() }), z.object({ rendered }), z.object({ failed: z.string() })]);

/**
 * Draws and encodes a show in a process of its own. `show` is the module that exports `openShow`, `input` what it is
 * opened with: plain data.
 *
 * @throws when the width is unfit, the file cannot be written, the signal aborts or the process dies
 */
export async function renderShow(show: URL, input: unknown, options: RenderOptions): Promise<Rendered> {
  const { out, width, lengthMs, isUnhurried = false, progress, signal } = options;
  if (!Number.isInteger(width) || width < 320 || width % 32 !== 0) {
    throw new Error(`A width of ${width} pixels cannot be drawn: choose a multiple of 32 from 320 on.`);
  }
  signal?.throwIfAborted();
  const child = fork(fileURLToPath(new URL('render-process.ts', import.meta.url)), [], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  child.send({ show: show.href, input, out, width, lengthMs, isUnhurried });
  const stop = (): void => {
    // Asked to stop, the process removes its unfinished file and ends.
    if (child.connected) child.send('stop');
    else child.kill();
  };
  signal?.addEventListener('abort', stop, { once: true });
  try {
    return await new Promise<Rendered>((resolve, reject) => {
      let done: Rendered | undefined;
      let reason = 'it ended without a word';
      child.on('message', (message) => {
        const said = report.parse(message);
        if ('progress' in said) progress?.(said.progress);
        else if ('rendered' in said) done = said.rendered;
        else reason = said.failed;
      });
      child.once('error', reject);
      child.once('exit', (code, killedBy) => {
        if (signal?.aborted) reject(signal.reason as Error);
        else if (done && code === 0) resolve(done);
        else
          reject(
            new Error(`The example video ${out} could not be drawn: ${killedBy ? `killed by ${killedBy}` : reason}.`),
          );
      });
    });
  } finally {
    signal?.removeEventListener('abort', stop);
    if (child.exitCode === null && child.signalCode === null) child.kill();
  }
}

import { fork, type ChildProcess } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { problem, type Log, type Problem } from '@altis/kernel';
import type { DecodedFrame } from './task.ts';
import type { FromWorker, ToWorker } from './worker-protocol.ts';

export type WorkerOptions = {
  readonly log: Log;
  /** A worker that says nothing for so long is taken to hang. */
  readonly stallTimeoutMs: number;
  /** A worker without work ends after this time, to give its memory back. */
  readonly idleTimeoutMs: number;
  /** The program of the worker processes. */
  readonly program: URL;
};

export type TaskRun = {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((fraction: number) => void) | undefined;
  readonly onFrame?: ((frame: DecodedFrame, giveRoom: () => void) => void) | undefined;
};

export type WorkerState = { readonly pid: number | undefined; readonly task: string | undefined };

/** A task in the queue or under way. */
export type Job = {
  readonly task: string;
  readonly input: unknown;
  readonly options: TaskRun;
  readonly settle: (outcome: { result: unknown } | { error: Error }) => void;
};

/** How many frames a worker may send ahead of the reader. */
const framesAhead = 8;

/** One worker process. */
export interface MediaWorker {
  take(job: Job): void;
  isIdle(): boolean;
  job(): Job | undefined;
  state(): WorkerState;
  /** Kills the process; its task, if any, fails with this error. Resolves when the process is gone. */
  abandon(error: Error): Promise<void>;
}

/** Starts a worker process; `onFree` when it can take a task, `onGone` when it has ended, for whatever reason. */
export function startMediaWorker(
  { program, log, stallTimeoutMs, idleTimeoutMs, workers }: WorkerOptions & { workers: number },
  { onFree, onGone }: { onFree: () => void; onGone: () => void },
): MediaWorker {
  const child = fork(program, [], {
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const threads = Math.max(1, Math.floor(availableParallelism() / workers));
  const complaints = keepTail(child);
  let job: Job | undefined;
  let verdict: { error: Error } | undefined;
  let timer: NodeJS.Timeout | undefined;
  let roomGiven = 0;
  const gone = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
  });
  const abandon = (error: Error): Promise<void> => {
    verdict ??= { error };
    child.kill('SIGKILL');
    return gone;
  };
  const watch = (): void => {
    clearTimeout(timer);
    if (!job) {
      timer = setTimeout(() => void abandon(new Error('idle')), idleTimeoutMs).unref();
      // A worker waiting for its reader is not hanging.
    } else if (roomGiven > 0 || !job.options.onFrame) {
      timer = setTimeout(() => void abandon(stalled(job?.task ?? '', stallTimeoutMs)), stallTimeoutMs).unref();
    }
  };
  const tell = (message: ToWorker): void => {
    // A worker that is dying refuses messages; its end is reported by `close`.
    if (child.connected) child.send(message, () => undefined);
  };
  const giveRoom = (frames: number): void => {
    roomGiven += frames;
    tell({ type: 'room', frames });
    watch();
  };
  const finish = (outcome: Parameters<Job['settle']>[0]): void => {
    const finished = job;
    job = undefined;
    watch();
    finished?.settle(outcome);
    onFree();
  };
  child.on('message', (message: FromWorker) => {
    const current = job;
    if (!current || verdict) return;
    if (message.type === 'done') return finish({ result: message.result });
    if (message.type === 'failed') return finish({ error: revive(message.problem) });
    if (message.type === 'frame') {
      roomGiven -= 1;
      current.options.onFrame?.(message.frame, () => job === current && giveRoom(1));
    } else if (message.fraction !== undefined) current.options.onProgress?.(message.fraction);
    watch();
  });
  child.on('error', (error) => log.error({ err: error }, 'A media worker could not be started'));
  child.once('close', (exitCode, signal) => {
    clearTimeout(timer);
    const orphan = job;
    job = undefined;
    onGone();
    if (!orphan) return;
    const reason = signal ? `signal ${signal}` : `exit code ${exitCode}`;
    if (!verdict) log.error({ task: orphan.task, reason, stderr: complaints() }, 'A media worker died; it is replaced');
    orphan.settle(verdict ?? { error: crashed(orphan.task, reason) });
  });
  watch();
  return {
    take: (newJob) => {
      job = newJob;
      roomGiven = 0;
      tell({ type: 'start', task: newJob.task, input: newJob.input, threads });
      if (newJob.options.onFrame) giveRoom(framesAhead);
      watch();
    },
    isIdle: () => job === undefined && verdict === undefined && child.connected,
    job: () => job,
    state: () => ({ pid: child.pid, task: job?.task }),
    abandon,
  };
}

/** Keeps the last words of a process on its standard error. */
function keepTail(child: ChildProcess): () => string {
  let tail = '';
  child.stderr?.on('data', (text: Buffer) => {
    tail = (tail + text.toString()).slice(-2000);
  });
  return () => tail;
}

function revive(plain: Extract<FromWorker, { type: 'failed' }>['problem']): Problem {
  const { code, message, remedy, details } = plain;
  return problem(code, message, { ...(remedy === undefined ? {} : { remedy }), details });
}

function crashed(task: string, reason: string): Problem {
  return problem('INTERNAL', `The media worker died (${reason}) during “${task}”.`, {
    remedy: 'Try again; if it happens again with the same file, convert the file with another program first.',
    details: { workerFault: 'CRASHED', reason },
  });
}

function stalled(task: string, stallTimeoutMs: number): Problem {
  return problem(
    'TIMEOUT',
    `The media worker made no progress for ${stallTimeoutMs / 1000} s during “${task}” and was ended.`,
    {
      remedy: 'Try again; if it happens again with the same file, convert the file with another program first.',
      details: { workerFault: 'STALLED' },
    },
  );
}

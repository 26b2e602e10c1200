import { setPriority } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { messageOf, Problem } from '@altis/kernel';
import { AV_LOG_ERROR } from 'node-av/constants';
import { Log } from 'node-av/lib';
import { isOutOfSpace, storageFull } from '../storage-full.ts';
import type { TaskContext } from '../task.ts';
import type { FromWorker, PlainProblem, ToWorker } from '../worker-protocol.ts';
import { cut } from './cut.ts';
import { frameIndex } from './frame-index.ts';
import { frames } from './frames.ts';
import { makePoster } from './make-poster.ts';
import { makeProxy } from './make-proxy.ts';
import { makeStoryboard } from './make-storyboard.ts';
import { probe } from './probe.ts';

// A media worker: the only kind of process in which a server lets the native engine run. It does one task at a time.
const tasks: Readonly<Record<string, (input: never, context: TaskContext) => Promise<unknown>>> = {
  probe,
  frameIndex,
  makeProxy,
  makePoster,
  makeStoryboard,
  cut,
  frames,
};
const beatIntervalMs = 200;
let roomForFrames = 0;
let onRoom: (() => void) | undefined;

// Media work yields to the server that asked for it.
setPriority(5);
Log.setLevel(AV_LOG_ERROR);
process.on('disconnect', () => process.exit(0));
process.on('message', (message: ToWorker) => {
  if (message.type === 'room') {
    roomForFrames += message.frames;
    onRoom?.();
  } else void run(message);
});

async function run({ task, input, threads }: Extract<ToWorker, { type: 'start' }>): Promise<void> {
  roomForFrames = 0;
  tell({ type: 'beat', fraction: undefined });
  try {
    const work = tasks[task];
    if (!work) throw new Error(`There is no media task “${task}”.`);
    // The name of a task decides the type of its input; a record of tasks cannot tell the compiler so.
    const result = await work(input as never, { threads, beat: openBeat(), deliver });
    tell({ type: 'done', result });
  } catch (error) {
    tell({ type: 'failed', problem: plain(error) });
  }
}

/** Only work beats: a task stuck in a native call or waiting for nothing falls silent, and is noticed. */
function openBeat(): TaskContext['beat'] {
  let lastMs = performance.now();
  return async (fraction) => {
    const nowMs = performance.now();
    if (nowMs - lastMs < beatIntervalMs) return;
    lastMs = nowMs;
    tell({ type: 'beat', fraction });
    await setImmediate();
  };
}

const deliver: TaskContext['deliver'] = async (frame) => {
  while (roomForFrames === 0) {
    await new Promise<void>((resolve) => {
      onRoom = resolve;
    });
  }
  roomForFrames -= 1;
  tell({ type: 'frame', frame });
};

function tell(message: FromWorker): void {
  if (process.connected) process.send?.(message);
}

function plain(thrown: unknown): PlainProblem {
  const error = isOutOfSpace(thrown) ? storageFull('writing the output file') : thrown;
  if (error instanceof Problem) {
    const { code, message, remedy, details } = error;
    return { code, message, remedy, details };
  }
  return { code: 'INTERNAL', message: messageOf(error), remedy: undefined, details: {} };
}

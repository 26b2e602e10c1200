import { parentPort } from 'node:worker_threads';
import { drawDocument } from './draw-document.ts';
import type { Answer, Order } from './order.ts';

/** The thread that draws: an order in, a PDF out, one after the other. */
parentPort?.on('message', ({ id, document }: Order) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(answerTo({ id, document }));
});

function answerTo({ id, document }: Order): Answer {
  try {
    return { id, ...drawDocument(document) };
  } catch (error) {
    return { id, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

import { parentPort } from 'node:worker_threads';
import type { PrintDocument, PrintSection } from '../print-document.ts';
import { drawDocument } from './draw-document.ts';
import type { Answer, Order } from './order.ts';

const sectionsOf = new Map<number, PrintSection[]>();

/** The thread that draws: the parts of an order in, a PDF out, one after the other. */
parentPort?.on('message', (order: Order) => {
  const sections = sectionsOf.get(order.id) ?? [];
  if ('section' in order) {
    sectionsOf.set(order.id, [...sections, order.section]);
    return;
  }
  sectionsOf.delete(order.id);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(answerTo(order.id, { ...order.document, sections }));
});

function answerTo(id: number, document: PrintDocument): Answer {
  try {
    return { id, ...drawDocument(document) };
  } catch (error) {
    return { id, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

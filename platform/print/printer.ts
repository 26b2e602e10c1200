import { setImmediate as nextTurn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { PrintDocument } from './print-document.ts';
import type { Answer, Order } from './worker/order.ts';

export type Printed = {
  readonly pdf: Buffer;
  readonly pages: number;
  /** Debian packages with fonts that the document needs and this machine lacks. */
  readonly missingFonts: readonly string[];
};

/** Makes PDF documents, one at a time, beside the thread that answers requests. */
export interface Printer {
  /** Rejects where the document cannot be drawn. */
  print(document: PrintDocument): Promise<Printed>;
  close(): Promise<void>;
}

type Waiting = { readonly resolve: (printed: Printed) => void; readonly reject: (error: Error) => void };

/** The thread starts with the first document, keeps no process alive, and is replaced when it dies. */
export function openPrinter(): Printer {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let last = 0;

  function hire(): Worker {
    const hired = new Worker(new URL('worker/print-worker.ts', import.meta.url));
    hired.unref();
    hired.on('message', ({ id, ...outcome }: Answer) => {
      const asked = waiting.get(id);
      waiting.delete(id);
      if ('fault' in outcome) asked?.reject(new Error(outcome.fault));
      else asked?.resolve({ ...outcome, pdf: Buffer.from(outcome.pdf) });
    });
    hired.on('error', (error) => leave(hired, error instanceof Error ? error : new Error(String(error))));
    hired.on('exit', () => leave(hired, new Error('The printing thread has ended.')));
    return hired;
  }

  function leave(gone: Worker, error: Error): void {
    if (worker !== gone) return;
    worker = undefined;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  }

  /** Copying a section to the thread takes a moment; others have their turn between two. */
  async function send(to: Worker, id: number, { sections, ...document }: PrintDocument): Promise<void> {
    for (const section of sections) {
      to.postMessage({ id, section } satisfies Order, []);
      await nextTurn();
    }
    to.postMessage({ id, document } satisfies Order, []);
  }

  return {
    print: (document) =>
      new Promise((resolve, reject) => {
        worker ??= hire();
        last += 1;
        waiting.set(last, { resolve, reject });
        void send(worker, last, document);
      }),
    async close() {
      await worker?.terminate();
    },
  };
}

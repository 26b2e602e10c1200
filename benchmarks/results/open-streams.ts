import { connect } from 'node:net';
import * as z from 'zod';

/*
 * Opens many connections to the live stream, in a process of its own, and tells when each change has come to how many of
 * them. Talks with its parent: { open, port, path } → { opened }; { await: 'change' } → { times }, in epoch ms.
 */
const Order = z.union([
  z.object({ open: z.number(), port: z.number(), path: z.string() }),
  z.object({ await: z.literal('change') }),
]);

let open = 0;
let arrivals: number[] = [];
let told: ((times: number[]) => void) | undefined;

process.on('message', (message) => {
  const order = Order.parse(message);
  if ('open' in order) void openAll(order.open, order.port, order.path).then((opened) => process.send?.({ opened }));
  else void nextChange().then((times) => process.send?.({ times }));
});
process.once('disconnect', () => process.exit(0));

async function openAll(count: number, port: number, path: string): Promise<number> {
  const batch = 200;
  while (open < count) {
    await Promise.all(Array.from({ length: Math.min(batch, count - open) }, () => openOne(port, path)));
  }
  return open;
}

function openOne(port: number, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('A stream was closed.')));
    socket.write(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\n\r\n`);
    let isOpen = false;
    socket.on('data', (bytes) => {
      // One event comes in one piece here: each is shorter than what a socket takes at once.
      if (!isOpen && bytes.includes('event: revision')) {
        isOpen = true;
        open += 1;
        resolve();
      } else if (isOpen && bytes.includes('event: patch')) arrive();
    });
  });
}

function arrive(): void {
  arrivals.push(Date.now());
  if (arrivals.length === open) flush();
}

function flush(): void {
  if (told === undefined) return;
  told(arrivals);
  told = undefined;
  arrivals = [];
}

function nextChange(): Promise<number[]> {
  return new Promise((resolve) => {
    told = resolve;
    if (arrivals.length >= open) flush();
  });
}

import { streamMessage } from '../message/stream-message.ts';
import { readParticipant } from '../views/participants.ts';
import { participantList } from './sample-messages.ts';

// A process of its own, so that its memory is that of streaming alone: prints what it read, and the most it held.
const people = Array.from({ length: 100 }, (_, code) => ({ code: String(code), family: 'Välla 李' }));
const [head = '', tail = ''] = participantList({ version: 1, people: [] }).split('</Competition>');
const full = participantList({ version: 1, people });
const entities = new TextEncoder().encode(full.slice(head.length, full.length - tail.length - '</Competition>'.length));
const bytes = Number(process.argv[2]);

async function* source(): AsyncGenerator<Uint8Array | string> {
  yield head;
  for (let sent = 0; sent < bytes; sent += entities.length) yield entities;
  yield `</Competition>${tail}`;
}

let typed = 0;
let outcome = '';
for await (const item of streamMessage(source())) {
  if (item.kind === 'entity' && readParticipant(item.place).familyName === 'Välla 李') typed++;
  outcome = item.kind;
}
const { maxRSS } = process.resourceUsage();
process.stdout.write(JSON.stringify({ outcome, typed, peakBytes: maxRSS * 1024 }));

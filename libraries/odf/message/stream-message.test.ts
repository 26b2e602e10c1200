import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { readParticipant } from '../views/participants.ts';
import { messageOf, biathlonSchedule, participantList } from '../testing/sample-messages.ts';
import { childElements } from '../odf-element.ts';
import { streamMessage } from './stream-message.ts';
import type { StreamItem } from './stream-message.ts';

async function* inPieces(xml: string, size: number) {
  const bytes = new TextEncoder().encode(xml);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function itemsOf(xml: string): Promise<StreamItem[]> {
  const items: StreamItem[] = [];
  for await (const item of streamMessage(inPieces(xml, 100))) items.push(item);
  return items;
}

test('entities come one by one and are those of the whole message', async () => {
  const items = await itemsOf(biathlonSchedule);
  const message = messageOf(biathlonSchedule);
  expect(items[0]).toStrictEqual({ kind: 'header', header: message.header, rsc: message.rsc });
  expect(items[1]).toMatchObject({ kind: 'competition', dictionaries: message.dictionaries });
  const [competition] = childElements(message.root);
  expect(items.filter((item) => item.kind === 'entity').map((item) => item.element)).toStrictEqual(
    competition?.children,
  );
  expect(items.at(-1)).toStrictEqual({ kind: 'end', entities: 2, warnings: [] });
});

test('warnings of typed entities name their place in the whole', async () => {
  const people = ['Valla', '', 'Suomi'].map((family, index) => ({ code: String(index), family }));
  const names: string[] = [];
  let last: StreamItem | undefined;
  for await (const item of streamMessage(inPieces(participantList({ version: 1, people }), 50))) {
    if (item.kind === 'entity') names.push(readParticipant(item.place).familyName);
    last = item;
  }
  expect(names).toStrictEqual(['Valla', '', 'Suomi']);
  expect(last).toMatchObject({ kind: 'end', entities: 3 });
  expect(last?.kind === 'end' && last.warnings[0]).toStrictEqual({
    path: 'OdfBody/Competition/Participant[2]@FamilyName',
    message: 'is missing.',
  });
});

test('a stream ends in a fault where the message does', async () => {
  expect((await itemsOf(biathlonSchedule.slice(0, 500))).at(-1)).toMatchObject({
    kind: 'fault',
    fault: { kind: 'truncated' },
  });
  expect(await itemsOf('<html/>')).toMatchObject([{ kind: 'fault', fault: { kind: 'not-odf', line: 1 } }]);
  expect(await itemsOf(biathlonSchedule.replace('"P"', '"Q"'))).toMatchObject([
    { kind: 'fault', fault: { kind: 'header', line: 2 } },
  ]);
});

test('a participant list of 50 MB is read and typed in 150 MB of memory', async () => {
  const script = new URL('../testing/stream-large-list.ts', import.meta.url).pathname;
  const { stdout } = await promisify(execFile)(process.execPath, [script, '50000000']);
  const { outcome, typed, peakBytes } = JSON.parse(stdout) as { outcome: string; typed: number; peakBytes: number };
  expect(outcome).toBe('end');
  expect(typed).toBeGreaterThan(50_000);
  expect(peakBytes).toBeLessThan(150_000_000);
});

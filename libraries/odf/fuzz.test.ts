import { expect, test } from 'vitest';
import type { Fault } from './fault.ts';
import { sameElement } from './odf-element.ts';
import { readMessage, readTree } from './message/read-message.ts';
import { writeMessage } from './message/write-message.ts';
import { createRandom, mutateBytes } from './testing/mutate-bytes.ts';
import { hockeyPlayByPlay, paralympicSchedule, participantList, trainingUpdate } from './testing/sample-messages.ts';

// ODF_FUZZ=1000000 for a longer run, ODF_FUZZ_SEED to start elsewhere.
const mutations = Number(process.env['ODF_FUZZ'] ?? 3000);
const firstSeed = Number(process.env['ODF_FUZZ_SEED'] ?? 1);

test(`${mutations} damaged messages are each read or refused with a reason`, { timeout: 30_000 + mutations }, () => {
  const originals = [
    paralympicSchedule,
    trainingUpdate,
    hockeyPlayByPlay({ version: 1, period: 'P1', actions: [{ id: 'a' }, { id: 'b' }] }),
    participantList({ version: 1, people: [{ code: '1', family: 'Valla' }] }),
    `<!-- c --><OdfBody><![CDATA[x]]>&#233;<?p i?><a b='"'/></OdfBody>`,
  ].map((xml) => new TextEncoder().encode(xml));
  let readable = 0;
  const wrong: string[] = [];
  for (let seed = firstSeed; seed < firstSeed + mutations; seed++) {
    const bytes = mutateBytes(originals[seed % originals.length]!, createRandom(seed));
    const reading = readMessage(bytes);
    if (reading.ok) {
      readable++;
      const again = readTree(writeMessage(reading.message));
      if (!again.ok || !sameElement(again.root, reading.message.root))
        wrong.push(`seed ${seed} does not read back alike`);
    } else if (!isReason(reading.fault, bytes.length)) wrong.push(`seed ${seed}: ${JSON.stringify(reading.fault)}`);
  }
  expect(wrong).toStrictEqual([]);
  expect(readable).toBeGreaterThan(mutations / 20);
  expect(readable).toBeLessThan(mutations);
});

function isReason(fault: Fault, length: number): boolean {
  const { kind, message, remedy, line = 1, column = 1, byteOffset = 0 } = fault;
  const isPlaced = fault.line !== undefined || kind === 'header' || kind === 'not-odf';
  return (
    message !== '' && remedy !== '' && isPlaced && line >= 1 && column >= 1 && byteOffset >= 0 && byteOffset <= length
  );
}

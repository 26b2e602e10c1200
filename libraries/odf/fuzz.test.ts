import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Fault } from './fault.ts';
import { sameElement } from './odf-element.ts';
import { checkMessage } from './message/check-message.ts';
import { contentKind } from './message/odf-content.ts';
import { readMessage, readTree } from './message/read-message.ts';
import { writeMessage } from './message/write-message.ts';
import { documentTypes } from './schema/document-types.ts';
import { createRandom, mutateBytes } from './testing/mutate-bytes.ts';
import { odfMessages } from './testing/odf-messages.ts';
import { hockeyPlayByPlay, biathlonSchedule, participantList, trainingUpdate } from './testing/sample-messages.ts';

// ALTIS_FUZZ=1000000 for a longer run, ALTIS_FUZZ_SEED to start elsewhere.
const mutations = Number(process.env['ALTIS_FUZZ'] ?? 20_000);
const firstSeed = Number(process.env['ALTIS_FUZZ_SEED'] ?? 1);

test(`${mutations} damaged messages are each read or refused with a reason`, { timeout: 120_000 + mutations }, () => {
  const originals = [...handWritten, ...ofEveryType()].map((xml) => new TextEncoder().encode(xml));
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
      if (checkMessage(reading.message.root).some(({ remedy }) => remedy === '')) wrong.push(`seed ${seed}: no remedy`);
    } else if (!isReason(reading.fault, bytes.length)) wrong.push(`seed ${seed}: ${JSON.stringify(reading.fault)}`);
  }
  expect(wrong).toStrictEqual([]);
  // The changes are small, so that many messages survive and are looked into.
  expect(readable).toBeGreaterThan(mutations / 20);
  expect(readable).toBeLessThan(mutations);
});

const handWritten = [
  biathlonSchedule,
  trainingUpdate,
  hockeyPlayByPlay({ version: 1, period: 'P1', actions: [{ id: 'a' }, { id: 'b' }] }),
  participantList({ version: 1, people: [{ code: '1', family: 'Valla' }] }),
  `<!-- c --><OdfBody><![CDATA[x]]>&#233;<?p i?><a b='"'/></OdfBody>`,
];

/** One message of each type that has types here, of a size that leaves room for many. */
function ofEveryType(): string[] {
  return [...documentTypes.keys()]
    .filter((type) => contentKind(type) !== undefined)
    .map((type) => {
      const written = fc.sample(odfMessages(type), { seed: 7, numRuns: 6 }).map((root) => writeMessage({ root }));
      return written.toSorted((left, right) => Math.abs(left.length - 2500) - Math.abs(right.length - 2500))[0] ?? '';
    });
}

function isReason(fault: Fault, length: number): boolean {
  const { kind, message, remedy, line = 1, column = 1, byteOffset = 0 } = fault;
  const isPlaced = fault.line !== undefined || kind === 'header' || kind === 'not-odf';
  return (
    message !== '' && remedy !== '' && isPlaced && line >= 1 && column >= 1 && byteOffset >= 0 && byteOffset <= length
  );
}

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { odfElement, sameElement } from '../odf-element.ts';
import { messageOf, biathlonSchedule, trainingUpdate } from '../testing/sample-messages.ts';
import { odfTrees } from '../testing/odf-trees.ts';
import { composeBody } from './odf-header.ts';
import { readMessage, readTree } from './read-message.ts';
import { writeMessage } from './write-message.ts';

test('what is written reads back as the same tree, indented or not', () => {
  fc.assert(
    fc.property(odfTrees, fc.boolean(), (root, indent) => {
      const read = readTree(writeMessage({ root }, { indent }));
      expect(read).toStrictEqual({ ok: true, root });
      expect(read.ok && sameElement(read.root, root)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('a message survives reading and writing with every unknown attribute', () => {
  for (const xml of [biathlonSchedule, trainingUpdate]) {
    const first = messageOf(xml);
    const written = writeMessage(first);
    expect(messageOf(written)).toStrictEqual(first);
    expect(written.includes('MediaAccess="OPE"')).toBe(xml === trainingUpdate);
  }
});

test('a composed message is read as it was meant', () => {
  const { header } = messageOf(trainingUpdate);
  const root = composeBody({ ...header, version: 7, documentSubcode: 'P2' }, [
    odfElement('Competition', { Gen: 'G', Codes: 'C', Note: undefined }),
  ]);
  expect(readMessage(writeMessage({ root }))).toMatchObject({
    ok: true,
    warnings: [],
    message: { header: { ...header, version: 7, documentSubcode: 'P2' }, dictionaries: { gen: 'G', codes: 'C' } },
  });
});

test('what XML cannot hold is not written', () => {
  expect(() => writeMessage({ root: odfElement('a b') })).toThrow(/"a b" in <a b> is no XML name/);
  expect(() => writeMessage({ root: odfElement('a', { 'x"': '' }) })).toThrow(/no XML name/);
  expect(() => writeMessage({ root: odfElement('a', { x: '\u0001' }) })).toThrow(/U\+0001 in <a> cannot be written/);
  expect(() => writeMessage({ root: odfElement('a', {}, ['\uD800']) })).toThrow(/U\+D800/);
});

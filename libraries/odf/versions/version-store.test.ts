import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hockeyPlayByPlay, messageOf } from '../testing/sample-messages.ts';
import { contentDigest, versionKey } from './version-key.ts';
import { createVersionStore } from './version-store.ts';

const message = (said: Partial<Parameters<typeof hockeyPlayByPlay>[0]> & { version: number }) =>
  messageOf(hockeyPlayByPlay({ actions: [{ id: 'a' }], ...said }));

test('each message is judged against the one held for its key', () => {
  const store = createVersionStore();
  expect(store.accept(message({ version: 3 }))).toBe('new');
  expect(store.accept(message({ version: 5, time: '160000000' }))).toBe('replaces');
  expect(store.accept(message({ version: 4 }))).toBe('stale');
  expect(store.accept(message({ version: 5, time: '170000000' }))).toBe('duplicate');
  expect(store.accept(message({ version: 5, actions: [] }))).toBe('conflict');
  expect(store.accept(message({ version: 1, feedFlag: 'P' }))).toBe('new');
  expect(store.accept(message({ version: 1, period: 'P1' }))).toBe('new');
  expect(store.held(message({ version: 1 }).header)).toMatchObject({ version: 5, sentAt: '2030-02-22T16:00:00.000' });
  expect(createVersionStore(store.entries()).accept(message({ version: 5 }))).toBe('duplicate');
});

test('the highest version holds, whatever the order of arrival', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 12 }), (versions) => {
      const store = createVersionStore();
      for (const version of versions) store.accept(message({ version }));
      expect(store.held(message({ version: 1 }).header)?.version).toBe(Math.max(...versions));
    }),
    { numRuns: 50 },
  );
});

test('every part of the key keeps messages apart', () => {
  const { header } = message({ version: 1 });
  const changed = {
    feedFlag: 'P',
    competitionCode: 'X',
    documentType: 'X',
    documentCode: 'X',
    documentSubtype: 'X',
    documentSubcode: 'X',
    language: 'FRA',
  } as const;
  const keys = Object.entries(changed).map(([name, value]) => versionKey({ ...header, [name]: value }));
  expect(new Set([versionKey(header), ...keys]).size).toBe(keys.length + 1);
  expect(versionKey({ ...header, version: 2, time: '000000000', source: 'X' })).toBe(versionKey(header));
});

test('the digest is of what is said, not how it is laid out', () => {
  const xml = hockeyPlayByPlay({ version: 1, actions: [{ id: 'a' }] });
  const digest = contentDigest(messageOf(xml));
  expect(digest).toMatch(/^[0-9a-f]{64}$/);
  const laidOut = xml.replace(/>\s+</g, '><').replace('Id="a" Period="P1"', 'Period=\'P1\' Id="a"');
  expect(contentDigest(messageOf(laidOut))).toBe(digest);
  expect(contentDigest(messageOf(xml.replace('ScoreH="2"', 'ScoreH="3"')))).not.toBe(digest);
  expect(contentDigest(messageOf(xml.replace('LIVE', 'OFFICIAL')))).not.toBe(digest);
});

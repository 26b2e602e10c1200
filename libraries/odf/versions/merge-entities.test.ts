import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { OdfMessage } from '../message/odf-message.ts';
import {
  hockeyPlayByPlay,
  messageOf,
  biathlonSchedule,
  participantList,
  trainingUpdate,
} from '../testing/sample-messages.ts';
import { currentEntities, mergeEntities, noEntities } from './merge-entities.ts';
import type { EntityState } from './merge-entities.ts';

const list = (
  version: number,
  time: string,
  people: Record<string, string>,
  type: 'DT_PARTIC' | 'DT_PARTIC_UPDATE' = 'DT_PARTIC',
) =>
  messageOf(
    participantList({
      type,
      version,
      time,
      people: Object.entries(people).map(([code, family]) => ({ code, family })),
    }),
  );
const update = (version: number, time: string, people: Record<string, string>) =>
  list(version, time, people, 'DT_PARTIC_UPDATE');
const names = (state: EntityState): Record<string, string | undefined> =>
  Object.fromEntries(
    Array.from(currentEntities(state), ([key, element]) => [
      key.replace('Participant/', ''),
      element.attributes['FamilyName'],
    ]),
  );
const mergeAll = (messages: readonly OdfMessage[]): EntityState =>
  messages.reduce((state, message) => mergeEntities(state, message).state, noEntities);

test('updates replace whole entities, a later full list replaces all', () => {
  const full = mergeEntities(noEntities, list(1, '080000000', { 1: 'Valla', 2: 'Suomi' }));
  expect(full.changes.map(({ kind }) => kind)).toStrictEqual(['added', 'added']);
  const patched = mergeEntities(full.state, update(1, '090000000', { 2: 'Suominen', 3: 'Berg' }));
  expect(patched.changes.map(({ kind }) => kind)).toStrictEqual(['changed', 'added']);
  expect(names(patched.state)).toStrictEqual({ 1: 'Valla', 2: 'Suominen', 3: 'Berg' });
  const again = mergeEntities(patched.state, list(2, '100000000', { 1: 'Valla', 3: 'Berg' }));
  expect(again.changes).toMatchObject([{ kind: 'removed', before: { attributes: { FamilyName: 'Suominen' } } }]);
});

test('a late update still counts for entities that no later one names', () => {
  const state = mergeAll([list(1, '080000000', { 1: 'Valla' }), update(2, '100000000', { 1: 'Newest' })]);
  const late = mergeEntities(state, update(1, '090000000', { 1: 'Older', 2: 'Suomi' }));
  expect(late.decision).toBe('new');
  expect(names(late.state)).toStrictEqual({ 1: 'Newest', 2: 'Suomi' });
});

test('decisions', () => {
  const state = mergeAll([list(2, '080000000', { 1: 'Valla' }), update(5, '090000000', { 1: 'Berg' })]);
  const decisions = [
    list(1, '070000000', { 1: 'Old' }),
    list(2, '080000000', { 1: 'Other' }),
    list(2, '081000000', { 1: 'Valla' }),
    update(4, '085000000', { 1: 'Old' }),
    update(5, '090000000', { 1: 'Berg' }),
    update(5, '090000000', { 1: 'Other' }),
    messageOf(biathlonSchedule),
    messageOf(hockeyPlayByPlay({ version: 1, actions: [] })),
  ].map((message) => {
    const merged = mergeEntities(state, message);
    expect([merged.state, merged.changes]).toStrictEqual([state, []]);
    return merged.decision;
  });
  expect(decisions).toStrictEqual([
    'stale',
    'conflict',
    'duplicate',
    'stale',
    'duplicate',
    'conflict',
    'foreign',
    'foreign',
  ]);
});

test('a schedule holds sessions and units', () => {
  const state = mergeAll([messageOf(biathlonSchedule)]);
  expect([...currentEntities(state).keys()]).toStrictEqual([
    'Session/BTH01',
    'Unit/BTH-------------------CNCL000100--',
  ]);
  expect([...currentEntities(mergeAll([messageOf(trainingUpdate)])).keys()]).toStrictEqual([
    'Unit/TRU-IHO-------------------3D------',
  ]);
});

test('the outcome does not depend on the order of arrival', () => {
  const people = fc.dictionary(fc.constantFrom('1', '2', '3'), fc.constantFrom('A', 'B', 'C'), {
    noNullPrototype: true,
  });
  const entry = fc.record({ isFull: fc.boolean(), minute: fc.integer({ min: 10, max: 59 }), people });
  const feeds = fc.array(entry, { minLength: 1, maxLength: 7 }).chain((entries) => {
    const messages = entries.map(({ isFull, minute, people: listed }, index) =>
      (isFull ? list : update)(index + 1, `08${minute}00000`, listed),
    );
    return fc.tuple(fc.constant(messages), fc.shuffledSubarray(messages, { minLength: messages.length }));
  });
  fc.assert(
    fc.property(feeds, ([sent, arrived]) => {
      expect(names(mergeAll([...arrived, ...sent]))).toEqual(names(mergeAll(sent)));
    }),
    { numRuns: 200 },
  );
});

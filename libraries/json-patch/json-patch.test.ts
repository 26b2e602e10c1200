import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyPatch, diffJson, Patch, type Json, type Operation } from '@altis/json-patch';

const json = fc.jsonValue({ maxDepth: 4 }).map((value) => JSON.parse(JSON.stringify(value)) as Json);
/** Rows of a result list: few keys, so that rows stay, move, come and go. */
const rows = fc.uniqueArray(
  fc.record({
    code: fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'),
    rank: fc.integer({ min: 1, max: 3 }),
    notes: fc.array(json),
  }),
  { selector: ({ code }) => code },
);
const frozen = (value: Json): Json => {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(frozen);
  return Object.freeze(value);
};

test.each([
  ['any documents', json],
  ['lists of rows', rows.map((list): Json => ({ list }))],
])('a patch makes the one of the other: %s', (_name, documents) => {
  fc.assert(
    fc.property(documents, documents, (a, b) => {
      const patch = Patch.parse(JSON.parse(JSON.stringify(diffJson(frozen(a), b))));
      expect(applyPatch(a, patch)).toEqual({ ok: true, value: b });
    }),
    { numRuns: 500 },
  );
});

test('nothing is said of equal documents, whatever the order of names', () => {
  fc.assert(fc.property(json, (value) => diffJson(value, structuredClone(value)).length === 0));
  expect(diffJson({ a: 1, b: [{ c: 2, d: 3 }] }, { b: [{ d: 3, c: 2 }], a: 1 })).toEqual([]);
});

test('a row that moves is one step, wherever it goes', () => {
  const list = 'A B C D E F G H'.split(' ').map((code) => ({ code, rank: null }));
  const [first, ...others] = list;
  const last = list.at(-1)!;
  expect(diffJson(list, [...others, first!])).toEqual([{ op: 'move', from: '/0', path: '/7' }]);
  expect(diffJson(list, [{ ...last, rank: '1' }, ...list.slice(0, -1)])).toEqual([
    { op: 'move', from: '/7', path: '/0' },
    { op: 'replace', path: '/0/rank', value: '1' },
  ]);
  expect(diffJson(list, [...list.slice(0, 3), { code: 'NEW' }, ...list.slice(4)])).toEqual([
    { op: 'remove', path: '/3' },
    { op: 'add', path: '/3', value: { code: 'NEW' } },
  ]);
});

test('what a patch does not touch stays the same object', () => {
  const before = { list: [{ code: 'A' }, { code: 'B', rank: 1 }], clock: { time: '14:02' } };
  const applied = applyPatch(before, [{ op: 'replace', path: '/list/1/rank', value: 2 }]);
  expect(applied.ok && (applied.value as typeof before).clock).toBe(before.clock);
  expect(applied.ok && (applied.value as typeof before).list[0]).toBe(before.list[0]);
});

// Of the kinds that RFC 6902 shows in Appendix A.
const fitting: [name: string, before: Json, operation: Operation, after: Json][] = [
  ['add to an object', { a: 1 }, { op: 'add', path: '/b', value: [2] }, { a: 1, b: [2] }],
  ['add into an array', [1, 3], { op: 'add', path: '/1', value: 2 }, [1, 2, 3]],
  ['add at the end', [1], { op: 'add', path: '/-', value: [2] }, [1, [2]]],
  ['add replaces a member', { a: 1 }, { op: 'add', path: '/a', value: null }, { a: null }],
  ['replace everything', { a: 1 }, { op: 'replace', path: '', value: 7 }, 7],
  ['remove', { a: [1, 2, 3] }, { op: 'remove', path: '/a/1' }, { a: [1, 3] }],
  ['move between objects', { a: { b: 1 }, c: {} }, { op: 'move', from: '/a/b', path: '/c/d' }, { a: {}, c: { d: 1 } }],
  ['move within an array', [1, 2, 3, 4], { op: 'move', from: '/1', path: '/3' }, [1, 3, 4, 2]],
  ['copy', { a: [1] }, { op: 'copy', from: '/a', path: '/b' }, { a: [1], b: [1] }],
  ['test that holds', { '/': { '~1': 10 } }, { op: 'test', path: '/~1/~01', value: 10 }, { '/': { '~1': 10 } }],
  [
    'a name that prototypes have',
    {},
    { op: 'add', path: '/__proto__', value: 1 },
    JSON.parse('{"__proto__":1}') as Json,
  ],
];

test.each(fitting)('%s', (_name, before, operation, after) => {
  expect(applyPatch(frozen(before), [operation])).toEqual({ ok: true, value: after });
});

const misfits: [name: string, document: Json, operation: Operation][] = [
  ['a place that is not there', { a: {} }, { op: 'add', path: '/b/c', value: 1 }],
  ['a member that is not there', { a: 1 }, { op: 'remove', path: '/b' }],
  ['a member of the prototype', {}, { op: 'replace', path: '/toString', value: 1 }],
  ['a place behind the end', [1], { op: 'add', path: '/2', value: 1 }],
  ['an index with a leading zero', [1, 2], { op: 'replace', path: '/01', value: 1 }],
  ['a test that fails', { a: '1' }, { op: 'test', path: '/a', value: 1 }],
  ['a move into itself', { a: { b: {} } }, { op: 'move', from: '/a', path: '/a/b' }],
  ['a step into a number', { a: 1 }, { op: 'add', path: '/a/b', value: 1 }],
];

test.each(misfits)('%s is refused, naming the operation', (_name, document, operation) => {
  expect(applyPatch(document, [operation])).toMatchObject({
    ok: false,
    reason: expect.stringContaining('Operation 0'),
  });
});

test('what is no patch is not read as one', () => {
  for (const wrong of [
    {},
    [{ op: 'add', path: 'a', value: 1 }],
    [{ op: 'spell', path: '' }],
    [{ op: 'move', path: '' }],
  ])
    expect(Patch.safeParse(wrong).success).toBe(false);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diffJson, type Json } from '@altis/json-patch';
import { followEvents, readLiveEvent, type Followed, type LiveEvent } from './follow-events.ts';

/** A snapshot as it changes, with its revisions, which may come again; and the events between. */
const histories = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 2, maxLength: 12 }).map((revisions) => {
  const distinct = revisions.filter((revision, index) => revision !== revisions[index - 1]);
  const states = distinct.map((of): Followed => ({ revision: `r${of}`, data: { rows: [{ code: `${of}` }], of } }));
  const events = states.slice(1).map((to, index): LiveEvent => patchBetween(states[index]!, to));
  return { states, events };
});

function patchBetween(from: Followed, to: Followed): LiveEvent {
  const patch = diffJson(from.data, to.data);
  return { kind: 'patch', snapshot: 's', from: from.revision, to: to.revision, patch };
}

test('whatever of the history a page has, all later events bring it to the end', () => {
  fc.assert(
    fc.property(histories, fc.nat(), ({ states, events }, at) => {
      const has = states[at % states.length]!;
      expect(followEvents(has, events)).toEqual({ kind: 'current', followed: states.at(-1) });
    }),
  );
});

test('what does not follow on what the page has is fetched anew', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((revision): Followed => ({ revision, data: { now: revision } as Json }));
  const toB = patchBetween(a!, b!);
  const toC = patchBetween(b!, c!);
  expect(followEvents(a!, [toC])).toEqual({ kind: 'behind', revision: 'c' });
  expect(followEvents(a!, [toB, { kind: 'reload', snapshot: 's', to: 'c' }])).toEqual({
    kind: 'behind',
    revision: 'c',
  });
  expect(followEvents(a!, [{ kind: 'reload', snapshot: 's', to: null }])).toEqual({ kind: 'behind', revision: null });
  expect(followEvents({ ...a!, data: [] }, [toB])).toEqual({ kind: 'behind', revision: 'b' });
  expect(followEvents(c!, [toB, toC])).toEqual({ kind: 'current', followed: c });
  expect(followEvents(a!, [])).toEqual({ kind: 'current', followed: a });
});

test('an event that is none is refused', () => {
  const patch = [{ op: 'replace', path: '/now', value: 1 }];
  const text = JSON.stringify({ snapshot: 's', from: 'a', to: 'b', patch });
  expect(readLiveEvent('patch', text)).toEqual({ kind: 'patch', snapshot: 's', from: 'a', to: 'b', patch });
  expect(() => readLiveEvent('patch', text.replace('replace', 'spell'))).toThrow('op');
  expect(() => readLiveEvent('reload', '{"snapshot":"s"}')).toThrow('to');
});

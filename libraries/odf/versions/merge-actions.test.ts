import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { OdfMessage } from '../message/odf-message.ts';
import { hockeyPlayByPlay, messageOf } from '../testing/sample-messages.ts';
import type { SampleAction } from '../testing/sample-messages.ts';
import { currentActions, mergeActions, noActions } from './merge-actions.ts';
import type { ActionChange, ActionState } from './merge-actions.ts';

const message = (
  version: number,
  time: string,
  period: string | undefined,
  actions: SampleAction[],
  resultStatus = 'LIVE',
) => messageOf(hockeyPlayByPlay({ version, time, actions, resultStatus, ...(period === undefined ? {} : { period }) }));
const ids = (state: ActionState): string[] => currentActions(state).map(({ action }) => action.id);
const said = (changes: readonly ActionChange[]): string[] =>
  changes.map((change) => `${change.kind} ${change.kind === 'withdrawn' ? change.before.id : change.action.id}`);

test('a period is told, corrected, and settled by the master', () => {
  const goal = { id: 'P1-1', order: 1 };
  const first = mergeActions(noActions, message(1, '150000000', 'P1', [goal]));
  expect(said(first.changes)).toStrictEqual(['recorded P1-1']);
  const second = mergeActions(first.state, message(2, '150100000', 'P1', [goal, { id: 'P1-2', order: 2 }]));
  expect(said(second.changes)).toStrictEqual(['recorded P1-2']);
  const third = mergeActions(second.state, message(3, '150200000', 'P1', [{ ...goal, scorer: '1000999' }]));
  expect(said(third.changes)).toStrictEqual(['corrected P1-1', 'withdrawn P1-2']);
  const change = third.changes[0];
  expect(
    change?.kind === 'corrected' &&
      [change.before, change.action].map((action) => action.competitors[0]?.athletes[0]?.code),
  ).toStrictEqual(['1000123', '1000999']);
  const nextPeriod = mergeActions(third.state, message(1, '152000000', 'P2', [{ id: 'P2-1', order: 3 }]));
  expect(ids(nextPeriod.state)).toStrictEqual(['P1-1', 'P2-1']);
  const master = mergeActions(
    nextPeriod.state,
    message(1, '170000000', undefined, [
      { ...goal, scorer: '1000999' },
      { id: 'P2-7', period: 'P2', order: 3 },
    ]),
  );
  expect(said(master.changes)).toStrictEqual(['recorded P2-7', 'withdrawn P2-1']);
  expect(currentActions(master.state)[0]?.from).toMatchObject({
    version: 1,
    period: undefined,
    sentAt: '2030-02-22T17:00:00.000',
  });
});

test('an empty start list clears the unit', () => {
  const { state } = mergeActions(noActions, message(1, '150000000', 'P1', [{ id: 'a' }]));
  const cleared = mergeActions(state, message(1, '150500000', undefined, [], 'START_LIST'));
  expect(said(cleared.changes)).toStrictEqual(['withdrawn a']);
  expect(ids(mergeActions(cleared.state, message(2, '151000000', 'P1', [{ id: 'b' }])).state)).toStrictEqual(['b']);
});

test('a master that was sent before a period message does not undo it', () => {
  const { state } = mergeActions(noActions, message(4, '151000000', 'P2', [{ id: 'new' }]));
  const late = mergeActions(
    state,
    message(1, '150000000', undefined, [
      { id: 'old', period: 'P2' },
      { id: 'kept', period: 'P1' },
    ]),
  );
  expect(ids(late.state)).toStrictEqual(['kept', 'new']);
});

test('stale, repeated, contradictory and foreign messages change nothing', () => {
  const { state } = mergeActions(noActions, message(4, '151000000', 'P2', [{ id: 'a' }]));
  const decisions = [
    message(3, '150000000', 'P2', [{ id: 'b' }]),
    message(4, '151500000', 'P2', [{ id: 'a' }]),
    message(4, '151500000', 'P2', [{ id: 'b' }]),
    messageOf(hockeyPlayByPlay({ version: 9, actions: [{ id: 'b' }], feedFlag: 'P' })),
    messageOf(hockeyPlayByPlay({ version: 9, actions: [{ id: 'b' }], unit: 'IHOMTEAM6-------------FNL-000200--' })),
  ].map((each) => {
    const merged = mergeActions(state, each);
    expect(merged.state).toBe(state);
    expect(merged.changes).toStrictEqual([]);
    return merged.decision;
  });
  expect(decisions).toStrictEqual(['stale', 'duplicate', 'conflict', 'foreign', 'foreign']);
});

test('the outcome does not depend on the order of arrival, and changes lead to it', () => {
  const sheet = fc.record({
    period: fc.constantFrom('P1', 'P2', undefined),
    minute: fc.integer({ min: 10, max: 59 }),
    actions: fc.uniqueArray(
      fc.record({
        id: fc.constantFrom('a', 'b', 'c', 'd'),
        period: fc.constantFrom('P1', 'P2'),
        order: fc.nat(9),
        scorer: fc.constantFrom('1', '2'),
      }),
      { selector: ({ id }) => id, maxLength: 4 },
    ),
  });
  const feeds = fc.array(sheet, { minLength: 1, maxLength: 7 }).chain((sheets) => {
    const messages = sheets.map(({ period, minute, actions }, index) =>
      message(
        index + 1,
        `15${minute}00000`,
        period,
        period === undefined ? actions : actions.map((action) => ({ ...action, period })),
      ),
    );
    return fc.tuple(fc.constant(messages), fc.shuffledSubarray(messages, { minLength: messages.length }));
  });
  fc.assert(
    fc.property(feeds, ([sent, arrived]) => {
      expect(currentActions(afterAll([...arrived, ...sent]).state)).toStrictEqual(currentActions(afterAll(sent).state));
      const { state, followed } = afterAll(arrived);
      expect([...followed.values()].map(({ element }) => element)).toEqual(
        expect.arrayContaining(currentActions(state).map(({ action }) => action.element)),
      );
      expect(followed.size).toBe(ids(state).length);
      expect(currentActions(structuredClone(state))).toStrictEqual(currentActions(state));
    }),
    { numRuns: 200 },
  );
});

/** The state after messages, and what someone holds who only followed the changes. */
function afterAll(messages: readonly OdfMessage[]) {
  let state = noActions;
  const followed = new Map<string, Extract<ActionChange, { kind: 'recorded' }>['action']>();
  for (const each of messages) {
    const merged = mergeActions(state, each);
    state = merged.state;
    for (const change of merged.changes) {
      if (change.kind === 'withdrawn') followed.delete(change.before.id);
      else followed.set(change.action.id, change.action);
    }
  }
  return { state, followed };
}

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { accountRule, addressRule, admit, forgive, type ThrottleState } from './throttle.ts';

test('the sixth failure on an account starts waits that double up to 15 minutes', () => {
  const waitsMs: number[] = [];
  let state: ThrottleState | undefined;
  let nowMs = 1_000_000;
  for (let attempt = 0; attempt < 18; attempt += 1) {
    const admission = admit(state, nowMs, accountRule);
    if (!admission.admitted) throw new Error('must be admitted after its wait');
    state = admission.next;
    waitsMs.push(state.blockedUntilMs - nowMs);
    nowMs = state.blockedUntilMs;
  }
  expect(waitsMs.slice(0, 9)).toEqual([0, 0, 0, 0, 0, 1_000, 2_000, 4_000, 8_000]);
  expect(waitsMs.at(-1)).toBe(900_000);
});

test('however attempts are timed, a day admits at most about a hundred on one account', () => {
  const pauses = fc.array(fc.integer({ min: 0, max: 600_000 }), { minLength: 200, maxLength: 400 });
  fc.assert(
    fc.property(pauses, (pausesMs) => {
      let state: ThrottleState | undefined;
      let [nowMs, admitted] = [0, 0];
      for (const pauseMs of pausesMs) {
        nowMs += pauseMs;
        if (nowMs > 86_400_000) break;
        const admission = admit(state, nowMs, accountRule);
        if (admission.admitted) [state, admitted] = [admission.next, admitted + 1];
      }
      expect(admitted).toBeLessThanOrEqual(5 + 11 + 96);
    }),
  );
});

test('a success is taken back alone, and silence forgets', () => {
  const failed = { failures: 30, lastFailureMs: 0, blockedUntilMs: 0 };
  const admission = admit(failed, 1_000, addressRule);
  expect(admission.admitted && forgive(admission.next)).toEqual({
    failures: 30,
    lastFailureMs: 1_000,
    blockedUntilMs: 0,
  });
  expect(admit(failed, addressRule.forgetAfterMs, addressRule)).toMatchObject({
    admitted: true,
    next: { failures: 1 },
  });
});

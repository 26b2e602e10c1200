/** Failed sign-ins counted under one key (an account, or an address). Times are epoch milliseconds. */
export type ThrottleState = {
  readonly failures: number;
  readonly lastFailureMs: number;
  readonly blockedUntilMs: number;
};

export type ThrottleRule = {
  /** So many failures cost no waiting. */
  readonly freeFailures: number;
  /** The wait after the first failure beyond; it doubles with each further one. */
  readonly firstWaitMs: number;
  readonly longestWaitMs: number;
  /** After so long without failure all is forgotten. */
  readonly forgetAfterMs: number;
};

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** About 100 guesses a day at most, the bound of NIST SP 800-63B (clause 5.2.2); the owner waits 15 minutes at most. */
export const accountRule: ThrottleRule = {
  freeFailures: 5,
  firstWaitMs: second,
  longestWaitMs: 15 * minute,
  forgetAfterMs: 24 * hour,
};

/** Looser, since a whole press centre may share one address. */
export const addressRule: ThrottleRule = {
  freeFailures: 30,
  firstWaitMs: second,
  longestWaitMs: 15 * minute,
  forgetAfterMs: hour,
};

export type Admission =
  | { readonly admitted: true; readonly next: ThrottleState }
  | { readonly admitted: false; readonly retryAfterMs: number };

/**
 * Whether an attempt may be made now. An admitted attempt counts as failed until {@link forgive}n:
 * so any number of attempts at the same moment cannot slip through together.
 */
export function admit(state: ThrottleState | undefined, nowMs: number, rule: ThrottleRule): Admission {
  if (state !== undefined && state.blockedUntilMs > nowMs) {
    return { admitted: false, retryAfterMs: state.blockedUntilMs - nowMs };
  }
  const remembered = state !== undefined && nowMs - state.lastFailureMs < rule.forgetAfterMs ? state.failures : 0;
  const failures = remembered + 1;
  const beyond = failures - rule.freeFailures;
  const waitMs = beyond <= 0 ? 0 : Math.min(rule.firstWaitMs * 2 ** (beyond - 1), rule.longestWaitMs);
  return { admitted: true, next: { failures, lastFailureMs: nowMs, blockedUntilMs: nowMs + waitMs } };
}

/** The state after an admitted attempt that succeeded: that one is taken back, earlier failures stay counted. */
export function forgive(state: ThrottleState): ThrottleState {
  return { ...state, failures: Math.max(0, state.failures - 1), blockedUntilMs: 0 };
}

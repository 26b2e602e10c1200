import { createHash } from 'node:crypto';
import { runInTransaction, type Transaction } from '@altis/database';
import { problem } from '@altis/kernel';
import type { IdentityContext } from './context.ts';
import { networkOf } from './network-of.ts';
import type { IdentityTables } from './tables.ts';
import { accountRule, addressRule, admit, forgive, type ThrottleState } from './throttle.ts';

/** An attempt to prove a password: against which account (also one that does not exist), and from where. */
export type Attempt = { readonly email: string; readonly remoteAddress: string };

/** Counts an attempt as failed before it is made. Throws TOO_MANY_REQUESTS, with `retryAfterSeconds`, when it must wait. */
export async function admitAttempt(context: IdentityContext, attempt: Attempt): Promise<void> {
  const nowMs = context.clock.now();
  const retryAfterMs = await runInTransaction(context.db, async (trx) => {
    const judged = (await lockStates(trx, keysOf(attempt))).map(({ key, state }) => ({
      key,
      admission: admit(state, nowMs, ruleOf(key)),
    }));
    const waitsMs = judged.map(({ admission }) => (admission.admitted ? 0 : admission.retryAfterMs));
    if (Math.max(...waitsMs) > 0) return Math.max(...waitsMs);
    for (const { key, admission } of judged) if (admission.admitted) await writeState(trx, key, admission.next);
    return 0;
  });
  if (retryAfterMs === 0) return;
  const retryAfterSeconds = Math.ceil(retryAfterMs / 1000);
  context.log.warn({ retryAfterSeconds }, 'A sign-in was refused after too many failed ones.');
  throw problem('TOO_MANY_REQUESTS', 'Too many failed sign-ins for this account or from this network.', {
    remedy: `Try again in ${retryAfterSeconds} s.`,
    details: { retryAfterSeconds },
  });
}

/** Takes a successful attempt back, and with it the account's failures; those of the network stay. Sweeps forgotten ones. */
export async function forgiveAttempt(
  context: IdentityContext,
  trx: Transaction<IdentityTables>,
  attempt: Attempt,
): Promise<void> {
  const [accountKey, addressKey] = keysOf(attempt);
  const longestMemoryMs = Math.max(accountRule.forgetAfterMs, addressRule.forgetAfterMs);
  for (const { key, state } of await lockStates(trx, [accountKey, addressKey])) {
    if (key === addressKey) await writeState(trx, key, forgive(state));
    else await trx.deleteFrom('sign_in_attempt').where('key', '=', key).execute();
  }
  await trx
    .deleteFrom('sign_in_attempt')
    .where('last_failure_ms', '<', context.clock.now() - longestMemoryMs)
    .execute();
}

function keysOf({ email, remoteAddress }: Attempt): [string, string] {
  const account = createHash('sha256').update(email.toLowerCase()).digest('hex');
  return [`account:${account}`, `address:${networkOf(remoteAddress)}`];
}

function ruleOf(key: string) {
  return key.startsWith('account:') ? accountRule : addressRule;
}

/** The states of the keys, locked against everyone else until the transaction ends. */
async function lockStates(
  trx: Transaction<IdentityTables>,
  keys: readonly string[],
): Promise<{ key: string; state: ThrottleState }[]> {
  await trx
    .insertInto('sign_in_attempt')
    .values(keys.map((key) => ({ key })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const rows = await trx
    .selectFrom('sign_in_attempt')
    .selectAll()
    .where('key', 'in', keys)
    .orderBy('key')
    .forUpdate()
    .execute();
  return rows.map((row) => ({
    key: row.key,
    state: { failures: row.failures, lastFailureMs: row.last_failure_ms, blockedUntilMs: row.blocked_until_ms },
  }));
}

async function writeState(trx: Transaction<IdentityTables>, key: string, state: ThrottleState): Promise<void> {
  await trx
    .updateTable('sign_in_attempt')
    .set({ failures: state.failures, last_failure_ms: state.lastFailureMs, blocked_until_ms: state.blockedUntilMs })
    .where('key', '=', key)
    .execute();
}

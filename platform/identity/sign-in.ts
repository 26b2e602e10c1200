import { runInTransaction, type Transaction } from '@altis/database';
import { problem, type Actor } from '@altis/kernel';
import type { IdentityCall } from './call.ts';
import type { IdentityContext } from './context.ts';
import { hashPassword, isOutdated, verifyPassword } from './password-hash.ts';
import type { IssuedSession } from './session-cookie.ts';
import { startSession } from './sessions.ts';
import { admitAttempt, forgiveAttempt } from './sign-in-throttle.ts';
import type { AccountRow, IdentityTables } from './tables.ts';

export type SignedIn = { readonly session: IssuedSession; readonly actor: Actor };

/**
 * Signs in by e-mail and password. The answer, and the time it takes, do not tell an unknown account from a wrong password.
 * Throws UNAUTHENTICATED or TOO_MANY_REQUESTS.
 */
export async function signIn(
  context: IdentityContext,
  input: { readonly email: string; readonly password: string },
  call: Pick<IdentityCall, 'remoteAddress' | 'sessionId'>,
): Promise<SignedIn> {
  const attempt = { email: input.email, remoteAddress: call.remoteAddress };
  await admitAttempt(context, attempt);
  const account = await findAccount(context, input.email);
  if (!(await verifyPassword(input.password, account?.password_hash ?? null)) || account === undefined) {
    throw problem('UNAUTHENTICATED', 'The e-mail address or the password is wrong.', {
      remedy: 'An administrator can give you a link to set a new password.',
    });
  }
  const refreshed = isOutdated(account.password_hash ?? '') ? await hashPassword(input.password) : undefined;
  return runInTransaction(context.db, async (trx) => {
    await forgiveAttempt(context, trx, attempt);
    if (refreshed !== undefined) {
      await trx.updateTable('account').set({ password_hash: refreshed }).where('id', '=', account.id).execute();
    }
    return enter(context, trx, account, call.sessionId);
  });
}

/** Starts the session of an account whose owner has proven who they are. */
export async function enter(
  context: IdentityContext,
  trx: Transaction<IdentityTables>,
  account: Pick<AccountRow, 'id' | 'name' | 'role'>,
  formerSession: string | undefined,
): Promise<SignedIn> {
  const session = await startSession(context, trx, account.id, formerSession);
  const actor = actorOf(account);
  await context.journal.record(trx, { actor, action: 'user.signed-in', subject: { kind: 'user', id: account.id } });
  return { session, actor };
}

/** The person behind an account, as an actor. */
export function actorOf({
  id,
  name,
  role,
}: Pick<AccountRow, 'id' | 'name' | 'role'>): Extract<Actor, { kind: 'user' }> {
  return { kind: 'user', id, name, roles: [role] };
}

function findAccount(context: IdentityContext, email: string): Promise<AccountRow | undefined> {
  return context.db
    .selectFrom('account')
    .selectAll()
    .where('email', '=', email.toLowerCase())
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
}

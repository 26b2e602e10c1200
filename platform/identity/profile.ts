import { runInTransaction } from '@altis/database';
import { problem, type Actor } from '@altis/kernel';
import { personOf, type IdentityCall } from './call.ts';
import type { IdentityContext } from './context.ts';
import { hashPassword, verifyPassword } from './password-hash.ts';
import { checkPassword } from './password-rules.ts';
import { endAllSessions, startSession } from './sessions.ts';
import { actorOf, type SignedIn } from './sign-in.ts';
import { admitAttempt, forgiveAttempt } from './sign-in-throttle.ts';

/** Changes the caller's own name. */
export async function changeName(
  context: IdentityContext,
  input: { readonly name: string },
  call: IdentityCall,
): Promise<Actor> {
  const { id } = personOf(call.actor);
  return runInTransaction(context.db, async (trx) => {
    const account = await trx
      .updateTable('account')
      .set({ name: input.name })
      .where('id', '=', id)
      .returning(['id', 'name', 'role'])
      .executeTakeFirstOrThrow();
    await context.journal.record(trx, { actor: call.actor, action: 'user.renamed', subject: { kind: 'user', id } });
    return actorOf(account);
  });
}

/**
 * Changes the caller's own password. All sessions of the account end, links to it are void, and a new session starts.
 * Throws UNAUTHENTICATED for a wrong current password, TOO_MANY_REQUESTS, or INVALID_INPUT for a weak new one.
 */
export async function changePassword(
  context: IdentityContext,
  input: { readonly current?: string | undefined; readonly next: string },
  call: IdentityCall,
): Promise<SignedIn> {
  const { id } = personOf(call.actor);
  const account = await context.db.selectFrom('account').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const attempt = { email: account.email, remoteAddress: call.remoteAddress };
  if (account.password_hash !== null) {
    await admitAttempt(context, attempt);
    if (!(await verifyPassword(input.current ?? '', account.password_hash))) {
      throw problem('UNAUTHENTICATED', 'The current password is wrong.', {
        remedy: 'An administrator can give you a link to set a new one.',
      });
    }
  }
  checkPassword(input.next, [account.email, account.name]);
  const passwordHash = await hashPassword(input.next);
  return runInTransaction(context.db, async (trx) => {
    if (account.password_hash !== null) await forgiveAttempt(context, trx, attempt);
    await trx.updateTable('account').set({ password_hash: passwordHash }).where('id', '=', id).execute();
    await endAllSessions(trx, id);
    await trx.deleteFrom('link').where('account_id', '=', id).execute();
    const session = await startSession(context, trx, id, undefined);
    await context.journal.record(trx, {
      actor: call.actor,
      action: 'user.password-set',
      subject: { kind: 'user', id },
    });
    return { session, actor: actorOf(account) };
  });
}

import type { Transaction } from '@altis/database';
import type { Id } from '@altis/kernel';
import { dateIn, dayMs, hourMs, type IdentityContext } from './context.ts';
import { hashSecret, newSecret } from './secret.ts';
import type { IssuedSession } from './session-cookie.ts';
import type { AccountRow, IdentityTables } from './tables.ts';

/** A live session: its id is the hash of its secret in hexadecimal. */
export type Session = { readonly id: string; readonly account: Pick<AccountRow, 'id' | 'name' | 'role'> };

const touchEveryMs = 60_000;

/** Starts a session in place of `former`, and notes the sign-in. Dead sessions and links are swept on the way. */
export async function startSession(
  context: IdentityContext,
  trx: Transaction<IdentityTables>,
  accountId: Id<'user'>,
  former: string | undefined,
): Promise<IssuedSession> {
  const now = dateIn(context);
  await trx
    .deleteFrom('session')
    .where((row) => row.or([row('expires_at', '<=', now), row('last_used_at', '<=', idleSince(context))]))
    .execute();
  await trx.deleteFrom('link').where('expires_at', '<=', now).execute();
  if (former !== undefined) await endSession(trx, former);
  const token = newSecret();
  const expiresAt = dateIn(context, context.settings.sessionLifetimeDays * dayMs);
  await trx
    .insertInto('session')
    .values({
      token_hash: hashSecret(token),
      account_id: accountId,
      created_at: now,
      last_used_at: now,
      expires_at: expiresAt,
    })
    .execute();
  await trx.updateTable('account').set({ last_sign_in_at: now }).where('id', '=', accountId).execute();
  return { token, expiresAtMs: expiresAt.getTime() };
}

/** The session of a secret, if it is neither over nor idle for too long, of an account that is not disabled. */
export async function findSession(context: IdentityContext, token: string): Promise<Session | undefined> {
  const hash = hashSecret(token);
  const row = await context.db
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.account_id')
    .select(['account.id', 'account.name', 'account.role', 'session.last_used_at'])
    .where('session.token_hash', '=', hash)
    .where('session.expires_at', '>', dateIn(context))
    .where('session.last_used_at', '>', idleSince(context))
    .where('account.disabled_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  if (context.clock.now() - row.last_used_at.getTime() >= touchEveryMs) {
    await context.db
      .updateTable('session')
      .set({ last_used_at: dateIn(context) })
      .where('token_hash', '=', hash)
      .execute();
  }
  return { id: hash.toString('hex'), account: row };
}

/** Ends one session; one that is over already is no error. */
export async function endSession(trx: Transaction<IdentityTables>, id: string): Promise<void> {
  await trx.deleteFrom('session').where('token_hash', '=', Buffer.from(id, 'hex')).execute();
}

/** Signs an account out everywhere. */
export async function endAllSessions(trx: Transaction<IdentityTables>, accountId: Id<'user'>): Promise<void> {
  await trx.deleteFrom('session').where('account_id', '=', accountId).execute();
}

function idleSince(context: IdentityContext): Date {
  return dateIn(context, -context.settings.sessionIdleHours * hourMs);
}

import { runInTransaction, sql, type Transaction } from '@altis/database';
import { problem } from '@altis/kernel';
import { insertAccount, someoneWithPassword } from './accounts.ts';
import type { IdentityCall } from './call.ts';
import type { IdentityContext } from './context.ts';
import { goneLink, readLink, takeLink } from './links.ts';
import { hashPassword } from './password-hash.ts';
import { checkPassword } from './password-rules.ts';
import { endAllSessions } from './sessions.ts';
import { actorOf, enter, type SignedIn } from './sign-in.ts';
import type { AccountRow, IdentityTables } from './tables.ts';

export type FirstSignIn =
  | {
      readonly purpose: 'welcome';
      readonly token: string;
      readonly name: string;
      readonly email: string;
      readonly password: string;
    }
  | { readonly purpose: 'invitation'; readonly token: string; readonly name: string; readonly password: string }
  | { readonly purpose: 'sign-in'; readonly token: string };

/**
 * Uses a one-time link: makes the first administrator, sets an invited person's name and password, or just signs in.
 * A refused password leaves the link good. Throws GONE or INVALID_INPUT.
 */
export async function firstSignIn(
  context: IdentityContext,
  input: FirstSignIn,
  call: Pick<IdentityCall, 'sessionId'>,
): Promise<SignedIn> {
  const { purpose, account } = await readLink(context, context.db, input.token);
  if (purpose !== input.purpose) {
    throw problem('INVALID_INPUT', `This link is for "${purpose}", not for "${input.purpose}".`, {
      remedy: 'Open the link again.',
    });
  }
  const passwordHash = await acceptedPassword(input, account);
  return runInTransaction(context.db, async (trx) => {
    // First of all, so that two uses of two such links cannot wait for each other.
    if (purpose === 'welcome') await sql`lock table account in share row exclusive mode`.execute(trx);
    const link = await takeLink(context, trx, input.token);
    return enter(context, trx, await applyLink(context, trx, input, link.account, passwordHash), call.sessionId);
  });
}

async function acceptedPassword(input: FirstSignIn, account: AccountRow | null): Promise<string | null> {
  if (input.purpose === 'sign-in') return null;
  const email = input.purpose === 'welcome' ? input.email : (account?.email ?? '');
  checkPassword(input.password, [email, input.name]);
  return hashPassword(input.password);
}

async function applyLink(
  context: IdentityContext,
  trx: Transaction<IdentityTables>,
  input: FirstSignIn,
  account: AccountRow | null,
  passwordHash: string | null,
): Promise<AccountRow> {
  if (input.purpose === 'welcome') return makeFirstAdministrator(context, trx, input, passwordHash);
  if (account === null) throw goneLink();
  if (input.purpose === 'sign-in') return account;
  await endAllSessions(trx, account.id);
  const joined = await trx
    .updateTable('account')
    .set({ name: input.name, password_hash: passwordHash })
    .where('id', '=', account.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  await context.journal.record(trx, {
    actor: actorOf(joined),
    action: 'user.password-set',
    subject: { kind: 'user', id: joined.id },
    details: { by: 'invitation' },
  });
  return joined;
}

async function makeFirstAdministrator(
  context: IdentityContext,
  trx: Transaction<IdentityTables>,
  input: { readonly name: string; readonly email: string },
  passwordHash: string | null,
): Promise<AccountRow> {
  const someone = await someoneWithPassword(trx);
  if (someone !== undefined) throw goneLink();
  await trx.deleteFrom('link').where('purpose', '=', 'welcome').execute();
  const account = await insertAccount(context, trx, { ...input, role: 'administrator', passwordHash });
  await context.journal.record(trx, {
    actor: actorOf(account),
    action: 'user.added',
    subject: { kind: 'user', id: account.id },
    details: { role: account.role, by: 'welcome' },
  });
  return account;
}

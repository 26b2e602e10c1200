import { isUniqueViolation, runInTransaction, type Database, type Transaction } from '@altis/database';
import { newId, problem, type Actor, type Id } from '@altis/kernel';
import type { AccountRole, LinkView, UserView } from './contract.ts';
import { dateIn, type IdentityContext } from './context.ts';
import { issueLink } from './links.ts';
import { endAllSessions } from './sessions.ts';
import type { AccountRow, IdentityTables } from './tables.ts';

export type NewAccount = { readonly email: string; readonly name: string; readonly role: AccountRole };

/** All accounts by name. */
export async function listAccounts({ db }: IdentityContext): Promise<UserView[]> {
  const rows = await db.selectFrom('account').selectAll().orderBy('name').orderBy('id').execute();
  return rows.map(viewOf);
}

/** Adds an account without password, and records who did. Throws CONFLICT when the e-mail address has one already. */
export async function addAccount(
  context: IdentityContext,
  trx: Transaction<IdentityTables>,
  input: NewAccount,
  actor: Actor,
): Promise<UserView> {
  const account = await insertAccount(context, trx, { ...input, passwordHash: null });
  const subject = { kind: 'user', id: account.id };
  await context.journal.record(trx, { actor, action: 'user.added', subject, details: { role: account.role } });
  return viewOf(account);
}

/** Any account that can sign in by itself; without one, the installation still waits for its first administrator. */
export const someoneWithPassword = (db: Database<IdentityTables>): Promise<Pick<AccountRow, 'id'> | undefined> =>
  db.selectFrom('account').select('id').where('password_hash', 'is not', null).limit(1).executeTakeFirst();

/** Adds an account. Throws CONFLICT when the e-mail address has one already. */
export async function insertAccount(
  context: IdentityContext,
  trx: Transaction<IdentityTables>,
  input: NewAccount & { readonly passwordHash: string | null },
): Promise<AccountRow> {
  try {
    return await trx
      .insertInto('account')
      .values({
        id: newId('user', context.clock.now()),
        email: input.email.toLowerCase(),
        name: input.name,
        role: input.role,
        password_hash: input.passwordHash,
        created_at: dateIn(context),
        last_sign_in_at: null,
        disabled_at: null,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
  } catch (error) {
    if (!isUniqueViolation(error, 'account_email_key')) throw error;
    throw problem('CONFLICT', 'There is an account with this e-mail address already.', {
      remedy: 'Give that account a new link or another role instead.',
      cause: error,
    });
  }
}

/** A new link by which the owner of an account sets name and password. */
export async function renewLink(context: IdentityContext, id: Id<'user'>, actor: Actor): Promise<LinkView> {
  return runInTransaction(context.db, async (trx) => {
    const account = await lockAccount(trx, id);
    if (account.disabled_at !== null) {
      throw problem('CONFLICT', 'This account is disabled.', { remedy: 'Enable it before you give it a link.' });
    }
    const link = await issueLink(context, trx, 'invitation', id);
    await context.journal.record(trx, { actor, action: 'user.link-issued', subject: { kind: 'user', id } });
    return link;
  });
}

/** Gives an account another role. Throws CONFLICT when no administrator would remain. */
export async function changeRole(
  context: IdentityContext,
  id: Id<'user'>,
  role: AccountRole,
  actor: Actor,
): Promise<UserView> {
  return runInTransaction(context.db, async (trx) => {
    if (role !== 'administrator') await keepAnAdministrator(trx, id);
    const former = await lockAccount(trx, id);
    const details = { from: former.role, to: role };
    await context.journal.record(trx, { actor, action: 'user.role-changed', subject: { kind: 'user', id }, details });
    return viewOf(await update(trx, id, { role }));
  });
}

/** Disables an account, which ends its sessions and links at once, or enables it. Throws CONFLICT for the last administrator. */
export async function setDisabled(
  context: IdentityContext,
  id: Id<'user'>,
  disabled: boolean,
  actor: Actor,
): Promise<UserView> {
  return runInTransaction(context.db, async (trx) => {
    if (disabled) await keepAnAdministrator(trx, id);
    await lockAccount(trx, id);
    if (disabled) {
      await endAllSessions(trx, id);
      await trx.deleteFrom('link').where('account_id', '=', id).execute();
    }
    const action = disabled ? 'user.disabled' : 'user.enabled';
    await context.journal.record(trx, { actor, action, subject: { kind: 'user', id } });
    return viewOf(await update(trx, id, { disabled_at: disabled ? dateIn(context) : null }));
  });
}

/** An account as administrators see it: never its password. */
export function viewOf(row: AccountRow): UserView {
  const active = row.last_sign_in_at === null ? 'invited' : 'active';
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    role: row.role,
    state: row.disabled_at === null ? active : 'disabled',
    createdAt: row.created_at.toISOString(),
    lastSignInAt: row.last_sign_in_at?.toISOString() ?? null,
  };
}

/** Locks all administrators, so that two of them cannot remove each other at the same moment. */
async function keepAnAdministrator(trx: Transaction<IdentityTables>, leaving: Id<'user'>): Promise<void> {
  const administrators = await trx
    .selectFrom('account')
    .select(['id', 'last_sign_in_at'])
    .where('role', '=', 'administrator')
    .where('disabled_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute();
  const leaves = administrators.some(({ id }) => id === leaving);
  const remains = administrators.some(({ id, last_sign_in_at }) => id !== leaving && last_sign_in_at !== null);
  if (leaves && !remains) {
    throw problem('CONFLICT', 'This is the last administrator who has signed in.', {
      remedy: 'Let another administrator sign in first.',
    });
  }
}

async function lockAccount(trx: Transaction<IdentityTables>, id: Id<'user'>): Promise<AccountRow> {
  const account = await trx.selectFrom('account').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (account === undefined) throw problem('NOT_FOUND', `There is no account ${id}.`);
  return account;
}

function update(trx: Transaction<IdentityTables>, id: Id<'user'>, change: Partial<AccountRow>): Promise<AccountRow> {
  return trx.updateTable('account').set(change).where('id', '=', id).returningAll().executeTakeFirstOrThrow();
}

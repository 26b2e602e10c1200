import type { Database, Transaction } from '@altis/database';
import { problem, type Id } from '@altis/kernel';
import type { LinkView } from './contract.ts';
import { dateIn, dayMs, hourMs, type IdentityContext } from './context.ts';
import { hashSecret, newSecret } from './secret.ts';
import type { AccountRow, IdentityTables, LinkPurpose } from './tables.ts';

export type Link = {
  readonly purpose: LinkPurpose;
  readonly expiresAt: Date;
  /** Null for the link that makes the first administrator. */
  readonly account: AccountRow | null;
};

/** Issues a one-time link. A later link for the same account and purpose takes the place of an earlier one. */
export async function issueLink(
  context: IdentityContext,
  trx: Transaction<IdentityTables>,
  purpose: LinkPurpose,
  accountId: Id<'user'> | null,
): Promise<LinkView> {
  const token = newSecret();
  const lifetimeMs =
    purpose === 'invitation' ? context.settings.invitationDays * dayMs : context.settings.signInLinkHours * hourMs;
  const expiresAt = dateIn(context, lifetimeMs);
  if (accountId !== null) {
    await trx.deleteFrom('link').where('account_id', '=', accountId).where('purpose', '=', purpose).execute();
  }
  await trx
    .insertInto('link')
    .values({ token_hash: hashSecret(token), purpose, account_id: accountId, expires_at: expiresAt })
    .execute();
  return { path: `/welcome?token=${token}`, expiresAt: expiresAt.toISOString() };
}

/** The link of a token, left unused. Throws GONE for one that is unknown, used, expired, or of a disabled account. */
export async function readLink(context: IdentityContext, db: Database<IdentityTables>, token: string): Promise<Link> {
  const row = await db
    .selectFrom('link')
    .select(['purpose', 'account_id', 'expires_at'])
    .where('token_hash', '=', hashSecret(token))
    .where('expires_at', '>', dateIn(context))
    .executeTakeFirst();
  if (row === undefined) throw goneLink();
  const link = { purpose: row.purpose, expiresAt: row.expires_at };
  if (row.account_id === null) return { ...link, account: null };
  const account = await db
    .selectFrom('account')
    .selectAll()
    .where('id', '=', row.account_id)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  if (account === undefined) throw goneLink();
  return { ...link, account };
}

/** Uses a link up: of any number of uses at once, one gets it. */
export async function takeLink(
  context: IdentityContext,
  trx: Transaction<IdentityTables>,
  token: string,
): Promise<Link> {
  const link = await readLink(context, trx, token);
  const taken = await trx.deleteFrom('link').where('token_hash', '=', hashSecret(token)).executeTakeFirst();
  if (taken.numDeletedRows === 0n) throw goneLink();
  return link;
}

/** The problem of a link that is used up, expired or was never given. */
export function goneLink(): Error {
  return problem('GONE', 'This link was used already, or is no longer valid.', {
    remedy: 'Ask an administrator for a new one; before there is an administrator, start the server again.',
  });
}

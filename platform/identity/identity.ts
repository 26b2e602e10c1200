import { openSchema, runInTransaction } from '@altis/database';
import { problem, systemClock, type Clock, type Id, type Log } from '@altis/kernel';
import { addAccount, someoneWithPassword, viewOf, type NewAccount } from './accounts.ts';
import { authenticate, type Authentication } from './authenticate.ts';
import type { IdentitySettings } from './config.ts';
import type { LinkView, UserView } from './contract.ts';
import type { IdentityContext } from './context.ts';
import type { Journal } from './journal.ts';
import { issueLink } from './links.ts';
import { identityMigrations } from './migrations.ts';
import type { RequestHeaders } from './request-headers.ts';
import { identityRoutes, type PermissionsOf } from './routes.ts';
import type { IdentityTables } from './tables.ts';

export interface Identity {
  /** Who sends a request. Throws UNAUTHENTICATED for a bearer token that is unknown, expired or revoked. */
  authenticate(headers: RequestHeaders): Promise<Authentication>;
  /** While nobody can sign in with a password (the demo's host cannot): a link that makes the first administrator. Earlier ones stay good until one is used. */
  firstAdministratorLink(): Promise<LinkView | undefined>;
  /** Whether there is no account yet. */
  isUnused(): Promise<boolean>;
  /** A link that signs this account in once. Throws NOT_FOUND, or CONFLICT for a disabled account. */
  createSignInLink(userId: string): Promise<LinkView>;
  /** The account of an e-mail address, added without password if there is none: for the demo and the command line. */
  ensureUser(account: NewAccount): Promise<UserView>;
  /** The names behind user ids, for pages that show who did what; ids without an account are left out. */
  namesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** The handlers of the contract, under the same names. */
  readonly routes: ReturnType<typeof identityRoutes>;
  close(): Promise<void>;
}

/** Opens the accounts, sessions and tokens in the schema `identity`. */
export async function openIdentity(options: {
  readonly server: { readonly url: string };
  readonly settings: IdentitySettings;
  readonly journal: Journal;
  readonly permissionsOf: PermissionsOf;
  readonly log: Log;
  readonly clock?: Clock;
}): Promise<Identity> {
  const { server, settings, journal, log, clock = systemClock } = options;
  const { db, close } = await openSchema<IdentityTables>({
    server,
    schema: 'identity',
    migrations: identityMigrations,
    log,
  });
  const context: IdentityContext = { db, clock, log, journal, settings };
  return {
    authenticate: (headers) => authenticate(context, headers),
    firstAdministratorLink: () => firstAdministratorLink(context),
    isUnused: async () => (await db.selectFrom('account').select('id').limit(1).executeTakeFirst()) === undefined,
    createSignInLink: (userId) => createSignInLink(context, userId as Id<'user'>),
    ensureUser: (account) => ensureUser(context, account),
    namesOf: (ids) => namesOf(context, ids),
    routes: identityRoutes(context, options.permissionsOf),
    close,
  };
}

async function firstAdministratorLink(context: IdentityContext): Promise<LinkView | undefined> {
  if ((await someoneWithPassword(context.db)) !== undefined) return undefined;
  return runInTransaction(context.db, (trx) => issueLink(context, trx, 'welcome', null));
}

async function createSignInLink(context: IdentityContext, id: Id<'user'>): Promise<LinkView> {
  const account = await context.db.selectFrom('account').select('disabled_at').where('id', '=', id).executeTakeFirst();
  if (account === undefined) throw problem('NOT_FOUND', `There is no account ${id}.`);
  if (account.disabled_at !== null)
    throw problem('CONFLICT', `The account ${id} is disabled.`, { remedy: 'Enable it first.' });
  return runInTransaction(context.db, (trx) => issueLink(context, trx, 'sign-in', id));
}

async function ensureUser(context: IdentityContext, account: NewAccount): Promise<UserView> {
  return runInTransaction(context.db, async (trx) => {
    const found = await trx
      .selectFrom('account')
      .selectAll()
      .where('email', '=', account.email.toLowerCase())
      .executeTakeFirst();
    if (found !== undefined) return viewOf(found);
    return addAccount(context, trx, account, { kind: 'system', name: 'identity' });
  });
}

async function namesOf(context: IdentityContext, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await context.db
    .selectFrom('account')
    .select(['id', 'name'])
    .where('id', 'in', ids as Id<'user'>[])
    .execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}

import { runInTransaction } from '@altis/database';
import { newId, problem, type Actor, type Id } from '@altis/kernel';
import { personOf } from './call.ts';
import type { TokenView } from './contract.ts';
import { dateIn, dayMs, type IdentityContext } from './context.ts';
import { hashSecret, newSecret } from './secret.ts';
import { actorOf } from './sign-in.ts';
import type { ApiTokenRow } from './tables.ts';

/** Secret scanners find leaked tokens by this. */
const prefix = 'altis_';
const touchEveryMs = 60_000;

/** The caller's own tokens, newest first. */
export async function listTokens(context: IdentityContext, actor: Actor): Promise<TokenView[]> {
  const { id } = personOf(actor);
  const rows = await context.db
    .selectFrom('api_token')
    .selectAll()
    .where('account_id', '=', id)
    .orderBy('id', 'desc')
    .execute();
  return rows.map(viewOf);
}

/** Makes a token for the caller, limited to permissions that the caller holds. The secret is returned once and not kept. */
export async function createToken(
  context: IdentityContext,
  input: { readonly name: string; readonly scopes: readonly string[]; readonly expiresInDays: number },
  actor: Actor,
  held: readonly string[],
): Promise<{ token: TokenView; secret: string }> {
  const owner = personOf(actor);
  const foreign = input.scopes.find((scope) => !held.includes(scope));
  if (foreign !== undefined) {
    throw problem('INVALID_INPUT', `You do not hold the permission "${foreign}", so a token of yours cannot.`, {
      remedy: 'Choose among the permissions that your session lists.',
    });
  }
  const secret = `${prefix}${newSecret()}`;
  return runInTransaction(context.db, async (trx) => {
    const row = await trx
      .insertInto('api_token')
      .values({
        id: newId('token', context.clock.now()),
        token_hash: hashSecret(secret),
        account_id: owner.id,
        name: input.name,
        start: secret.slice(0, prefix.length + 4),
        scopes: [...new Set(input.scopes)].sort(),
        created_at: dateIn(context),
        expires_at: dateIn(context, input.expiresInDays * dayMs),
        last_used_at: null,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    const subject = { kind: 'token', id: row.id };
    await context.journal.record(trx, { actor, action: 'token.created', subject, details: { scopes: row.scopes } });
    return { token: viewOf(row), secret };
  });
}

/** Revokes one of the caller's tokens at once. */
export async function revokeToken(context: IdentityContext, id: Id<'token'>, actor: Actor): Promise<void> {
  const owner = personOf(actor);
  await runInTransaction(context.db, async (trx) => {
    const removed = await trx
      .deleteFrom('api_token')
      .where('id', '=', id)
      .where('account_id', '=', owner.id)
      .executeTakeFirst();
    if (removed.numDeletedRows === 0n) throw problem('NOT_FOUND', `You have no token ${id}.`);
    await context.journal.record(trx, { actor, action: 'token.revoked', subject: { kind: 'token', id } });
  });
}

/** The actor of a token. Throws UNAUTHENTICATED for one that is unknown, expired, revoked, or of a disabled account. */
export async function actorOfToken(context: IdentityContext, secret: string): Promise<Actor> {
  const row = await context.db
    .selectFrom('api_token')
    .innerJoin('account', 'account.id', 'api_token.account_id')
    .select([
      'account.id',
      'account.name',
      'account.role',
      'api_token.id as tokenId',
      'api_token.scopes',
      'api_token.last_used_at',
    ])
    .where('api_token.token_hash', '=', hashSecret(secret))
    .where('api_token.expires_at', '>', dateIn(context))
    .where('account.disabled_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined) {
    throw problem('UNAUTHENTICATED', 'The API token is unknown, expired or revoked.', {
      remedy: 'Make a new one in your profile.',
    });
  }
  if (context.clock.now() - (row.last_used_at?.getTime() ?? 0) >= touchEveryMs) {
    await context.db
      .updateTable('api_token')
      .set({ last_used_at: dateIn(context) })
      .where('id', '=', row.tokenId)
      .execute();
  }
  return { ...actorOf(row), grants: row.scopes };
}

function viewOf(row: ApiTokenRow): TokenView {
  return {
    id: row.id,
    name: row.name,
    start: row.start,
    scopes: row.scopes,
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
  };
}

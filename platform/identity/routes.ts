import { runInTransaction } from '@altis/database';
import type { Actor, Id } from '@altis/kernel';
import { addAccount, changeRole, listAccounts, renewLink, setDisabled } from './accounts.ts';
import { createToken, listTokens, revokeToken } from './api-tokens.ts';
import { personOf, type IdentityCall } from './call.ts';
import type { AccountRole, SessionView } from './contract.ts';
import type { IdentityContext } from './context.ts';
import { csrfHeader } from './csrf.ts';
import { firstSignIn, type FirstSignIn } from './first-sign-in.ts';
import { issueLink, readLink } from './links.ts';
import { changeName, changePassword } from './profile.ts';
import { endAllSessions, endSession } from './sessions.ts';
import { signIn, type SignedIn } from './sign-in.ts';

/** Every permission that an actor holds; the access package answers. */
export type PermissionsOf = (actor: Actor) => string[];

/**
 * The handlers of the contract, group by group and route by route under the same names: `(input, call) => output`.
 * The permission of a route is checked before; input has passed the contract.
 */
export function identityRoutes(context: IdentityContext, permissionsOf: PermissionsOf) {
  const admit = async (call: IdentityCall, { session, actor }: SignedIn) => {
    call.setSession(session);
    return viewSession(context, permissionsOf, actor);
  };
  return {
    session: {
      read: (_input: unknown, call: IdentityCall) => viewSession(context, permissionsOf, call.actor),
      signIn: async (input: { email: string; password: string }, call: IdentityCall) =>
        admit(call, await signIn(context, input, call)),
      signOut: (input: { everywhere: boolean }, call: IdentityCall) => signOut(context, permissionsOf, input, call),
      readLink: async (input: { token: string }) => {
        const { purpose, expiresAt, account } = await readLink(context, context.db, input.token);
        return {
          purpose,
          expiresAt: expiresAt.toISOString(),
          name: account?.name ?? null,
          email: account?.email ?? null,
        };
      },
      firstSignIn: async (input: FirstSignIn, call: IdentityCall) =>
        admit(call, await firstSignIn(context, input, call)),
    },
    profile: {
      change: async (input: { name: string }, call: IdentityCall) =>
        viewSession(context, permissionsOf, await changeName(context, input, call)),
      setPassword: async (input: { current?: string | undefined; next: string }, call: IdentityCall) =>
        admit(call, await changePassword(context, input, call)),
    },
    tokens: {
      list: (_input: unknown, call: IdentityCall) => listTokens(context, call.actor),
      create: (input: { name: string; scopes: string[]; expiresInDays: number }, call: IdentityCall) =>
        createToken(context, input, call.actor, permissionsOf(call.actor)),
      revoke: async (input: { id: string }, call: IdentityCall) => {
        await revokeToken(context, input.id as Id<'token'>, call.actor);
        return {};
      },
    },
    users: {
      list: (_input: unknown, _call: IdentityCall) => listAccounts(context),
      invite: (input: { email: string; name: string; role: AccountRole }, call: IdentityCall) =>
        runInTransaction(context.db, async (trx) => {
          const user = await addAccount(context, trx, input, personOf(call.actor));
          return { user, link: await issueLink(context, trx, 'invitation', user.id as Id<'user'>) };
        }),
      renewLink: (input: { id: string }, call: IdentityCall) =>
        renewLink(context, input.id as Id<'user'>, personOf(call.actor)),
      changeRole: (input: { id: string; role: AccountRole }, call: IdentityCall) =>
        changeRole(context, input.id as Id<'user'>, input.role, personOf(call.actor)),
      setDisabled: (input: { id: string; disabled: boolean }, call: IdentityCall) =>
        setDisabled(context, input.id as Id<'user'>, input.disabled, personOf(call.actor)),
    },
  };
}

async function signOut(
  context: IdentityContext,
  permissionsOf: PermissionsOf,
  { everywhere }: { everywhere: boolean },
  call: IdentityCall,
): Promise<SessionView> {
  const { actor, sessionId } = call;
  await runInTransaction(context.db, async (trx) => {
    if (sessionId !== undefined) await endSession(trx, sessionId);
    if (!everywhere) return;
    const { id } = personOf(actor);
    await endAllSessions(trx, id);
    await context.journal.record(trx, { actor, action: 'user.signed-out-everywhere', subject: { kind: 'user', id } });
  });
  call.setSession(null);
  return viewSession(context, permissionsOf, { kind: 'anonymous' });
}

async function viewSession(context: IdentityContext, permissionsOf: PermissionsOf, actor: Actor): Promise<SessionView> {
  const base = { permissions: permissionsOf(actor), csrf: csrfHeader };
  if (actor.kind !== 'user') return { ...base, user: null };
  const { email, password_hash } = await context.db
    .selectFrom('account')
    .select(['email', 'password_hash'])
    .where('id', '=', actor.id)
    .executeTakeFirstOrThrow();
  const user = { id: actor.id, name: actor.name, email, roles: [...actor.roles], hasPassword: password_hash !== null };
  return { ...base, user };
}

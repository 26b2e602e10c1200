import { auditRoutes } from '@altis/audit';
import { audit as auditContract } from '@altis/audit/contract';
import { implementContract, type RouteContext, type SystemRouter } from '@altis/http';
import { sessionCookie, type IdentityCall } from '@altis/identity';
import { identity as identityContract } from '@altis/identity/contract';
import { jobs as jobsContract } from '@altis/jobs/contract';
import { problem, type Published } from '@altis/kernel';
import type { AnyContractRouter } from '@orpc/contract';
import type { Platform } from './open-platform.ts';

/** The platform's own contracts with their handlers: accounts, audit, jobs. */
export function platformRoutes(
  platform: Pick<Platform, 'identity' | 'audit' | 'jobs'>,
): { published: Published<AnyContractRouter>; router: SystemRouter }[] {
  return [
    { published: identityContract, router: accountRouter(platform) },
    { published: auditContract, router: auditRouter(platform) },
    { published: jobsContract, router: jobsRouter(platform) },
  ];
}

function accountRouter({ identity }: Pick<Platform, 'identity'>): SystemRouter {
  const os = implementContract(identityContract.contract);
  const { session, profile, tokens, users } = identity.routes;
  return os.router({
    session: {
      read: os.session.read.handler(({ input, context }) => session.read(input, identityCall(context))),
      signIn: os.session.signIn.handler(({ input, context }) => session.signIn(input, identityCall(context))),
      signOut: os.session.signOut.handler(({ input, context }) => session.signOut(input, identityCall(context))),
      readLink: os.session.readLink.handler(({ input }) => session.readLink(input)),
      firstSignIn: os.session.firstSignIn.handler(({ input, context }) =>
        session.firstSignIn(input, identityCall(context)),
      ),
    },
    profile: {
      change: os.profile.change.handler(({ input, context }) => profile.change(input, identityCall(context))),
      setPassword: os.profile.setPassword.handler(({ input, context }) =>
        profile.setPassword(input, identityCall(context)),
      ),
    },
    tokens: {
      list: os.tokens.list.handler(({ input, context }) => tokens.list(input, identityCall(context))),
      create: os.tokens.create.handler(({ input, context }) => tokens.create(input, identityCall(context))),
      revoke: os.tokens.revoke.handler(({ input, context }) => tokens.revoke(input, identityCall(context))),
    },
    users: {
      list: os.users.list.handler(({ input, context }) => users.list(input, identityCall(context))),
      invite: os.users.invite.handler(({ input, context }) => users.invite(input, identityCall(context))),
      renewLink: os.users.renewLink.handler(({ input, context }) => users.renewLink(input, identityCall(context))),
      changeRole: os.users.changeRole.handler(({ input, context }) => users.changeRole(input, identityCall(context))),
      setDisabled: os.users.setDisabled.handler(({ input, context }) =>
        users.setDisabled(input, identityCall(context)),
      ),
    },
  });
}

function auditRouter({ audit, identity }: Pick<Platform, 'audit' | 'identity'>): SystemRouter {
  const os = implementContract(auditContract.contract);
  const { entries } = auditRoutes(audit, identity.namesOf);
  return os.router({
    entries: {
      list: os.entries.list.handler(({ input }) => entries.list(input)),
      verify: os.entries.verify.handler(({ input }) => entries.verify(input)),
    },
  });
}

function jobsRouter({ jobs }: Pick<Platform, 'jobs'>): SystemRouter {
  const os = implementContract(jobsContract.contract);
  return os.router({
    list: os.list.handler(async ({ input }) => {
      const { items, next } = await jobs.list(input);
      return { items: [...items], next };
    }),
    cancel: os.cancel.handler(async ({ input }) => {
      await jobs.cancel(input.id);
      return {};
    }),
    retry: os.retry.handler(async ({ input }) => {
      await jobs.retry(input.id);
      return {};
    }),
  });
}

/** Accounts need the exchange itself: the client's address for throttling, and the cookie to set. */
function identityCall({ call, http }: RouteContext): IdentityCall {
  if (http === undefined) throw problem('FORBIDDEN', 'Accounts are managed over HTTP, not by other systems.');
  return {
    actor: call.actor,
    sessionId: http.sessionId,
    remoteAddress: http.remoteAddress,
    setSession: (session) => http.setHeader('set-cookie', sessionCookie(session, { secure: http.secure })),
  };
}

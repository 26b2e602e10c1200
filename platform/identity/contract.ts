import { oc } from '@orpc/contract';
import { z } from 'zod';

const route = oc.$meta({ permission: 'none' });

export const accountRole = z.enum(['member', 'operator', 'administrator']);
export type AccountRole = z.infer<typeof accountRole>;

const email = z.email().max(254).describe('E-mail address: the name of the account; compared without regard to case.');
const personName = z.string().trim().min(1).max(120).describe('The name that others see.');
const password = z
  .string()
  .min(1)
  .max(1024)
  .describe('At least 12 characters; common and easily guessed ones are refused.');
const oneTimeToken = z.string().min(20).max(200).describe('The token of a one-time link.');
const instant = z.iso.datetime().describe('ISO 8601, UTC.');
const userId = z.string().regex(/^user_[0-9a-f]{32}$/);
const tokenId = z.string().regex(/^token_[0-9a-f]{32}$/);

export const sessionView = z.object({
  /** `null` for a visitor who is not signed in. */
  user: z
    .object({ id: userId, name: personName, email, roles: z.array(z.string()), hasPassword: z.boolean() })
    .nullable(),
  /** All that this caller may do; pages hide what is not in the list, the server refuses it. */
  permissions: z.array(z.string()),
  /** The header that unsafe requests with a session cookie must carry. */
  csrf: z.object({ header: z.string(), value: z.string() }),
});
export type SessionView = z.infer<typeof sessionView>;

export const userView = z.object({
  id: userId,
  name: personName,
  email,
  role: accountRole,
  state: z.enum(['invited', 'active', 'disabled']),
  createdAt: instant,
  lastSignInAt: instant.nullable(),
});
export type UserView = z.infer<typeof userView>;

export const tokenView = z.object({
  id: tokenId,
  name: z.string(),
  /** The first characters of the secret, enough to recognise it. */
  start: z.string(),
  scopes: z.array(z.string()),
  createdAt: instant,
  expiresAt: instant,
  lastUsedAt: instant.nullable(),
});
export type TokenView = z.infer<typeof tokenView>;

export const linkView = z.object({
  /** Path and query on this server, such as `/welcome?token=…`; shown once, only its hash is kept. */
  path: z.string(),
  expiresAt: instant,
});
export type LinkView = z.infer<typeof linkView>;

const unauthenticated = { UNAUTHENTICATED: { status: 401 } };
const throttled = { TOO_MANY_REQUESTS: { status: 429, data: z.object({ retryAfterSeconds: z.int() }) } };
const notFound = { NOT_FOUND: { status: 404 } };
const conflict = { CONFLICT: { status: 409 } };
const gone = { GONE: { status: 410 } };

const session = {
  read: route
    .route({ method: 'GET', path: '/session', summary: 'Who is signed in, and what they may do' })
    .meta({ permission: 'platform.session.use' })
    .output(sessionView),
  signIn: route
    .route({ method: 'POST', path: '/sign-in', summary: 'Sign in with e-mail and password' })
    .meta({ permission: 'platform.session.use' })
    .input(z.object({ email, password }))
    .output(sessionView)
    .errors({ ...unauthenticated, ...throttled }),
  signOut: route
    .route({ method: 'POST', path: '/sign-out', summary: 'End this session, or all sessions of this person' })
    .meta({ permission: 'platform.session.use' })
    .input(z.object({ everywhere: z.boolean().default(false) }))
    .output(sessionView),
  readLink: route
    .route({ method: 'POST', path: '/link', summary: 'What a one-time link is for, without using it up' })
    .meta({ permission: 'platform.session.use' })
    .input(z.object({ token: oneTimeToken }))
    .output(
      z.object({
        /** `welcome`: makes the first administrator. `invitation`: sets name and password. `sign-in`: signs in as it is. */
        purpose: z.enum(['welcome', 'invitation', 'sign-in']),
        name: z.string().nullable(),
        email: z.string().nullable(),
        expiresAt: instant,
      }),
    )
    .errors(gone),
  firstSignIn: route
    .route({ method: 'POST', path: '/first-sign-in', summary: 'Use a one-time link' })
    .meta({ permission: 'platform.session.use' })
    .input(
      z.discriminatedUnion('purpose', [
        z.object({ purpose: z.literal('welcome'), token: oneTimeToken, name: personName, email, password }),
        z.object({ purpose: z.literal('invitation'), token: oneTimeToken, name: personName, password }),
        z.object({ purpose: z.literal('sign-in'), token: oneTimeToken }),
      ]),
    )
    .output(sessionView)
    .errors({ ...gone, ...conflict }),
};

const profile = {
  change: route
    .route({ method: 'PATCH', path: '/profile', summary: 'Change your own name' })
    .meta({ permission: 'platform.profile.manage' })
    .input(z.object({ name: personName }))
    .output(sessionView),
  setPassword: route
    .route({ method: 'PUT', path: '/password', summary: 'Change your own password; other sessions end' })
    .meta({ permission: 'platform.profile.manage' })
    .input(z.object({ current: password.optional().describe('Needed where a password is set.'), next: password }))
    .output(sessionView)
    .errors({ ...unauthenticated, ...throttled }),
};

const tokens = {
  list: route
    .route({ method: 'GET', path: '/tokens', summary: 'Your own API tokens' })
    .meta({ permission: 'platform.tokens.manage' })
    .output(z.array(tokenView)),
  create: route
    .route({ method: 'POST', path: '/tokens', summary: 'Make an API token; its secret is shown once' })
    .meta({ permission: 'platform.tokens.manage' })
    .input(
      z.object({
        name: z.string().trim().min(1).max(120),
        scopes: z.array(z.string().max(120)).min(1).max(200).describe('Permissions, each of which you hold yourself.'),
        expiresInDays: z.int().min(1).max(400),
      }),
    )
    .output(z.object({ token: tokenView, secret: z.string() })),
  revoke: route
    .route({ method: 'DELETE', path: '/tokens/{id}', summary: 'Revoke one of your API tokens' })
    .meta({ permission: 'platform.tokens.manage' })
    .input(z.object({ id: tokenId }))
    .output(z.object({}))
    .errors(notFound),
};

const users = {
  list: route
    .route({ method: 'GET', path: '/users', summary: 'All accounts' })
    .meta({ permission: 'platform.users.manage' })
    .output(z.array(userView)),
  invite: route
    .route({ method: 'POST', path: '/users', summary: 'Invite a person by a one-time link' })
    .meta({ permission: 'platform.users.manage' })
    .input(z.object({ email, name: personName, role: accountRole }))
    .output(z.object({ user: userView, link: linkView }))
    .errors(conflict),
  renewLink: route
    .route({ method: 'POST', path: '/users/{id}/link', summary: 'A new one-time link to set the password' })
    .meta({ permission: 'platform.users.manage' })
    .input(z.object({ id: userId }))
    .output(linkView)
    .errors({ ...notFound, ...conflict }),
  changeRole: route
    .route({ method: 'PUT', path: '/users/{id}/role', summary: 'Give an account another role' })
    .meta({ permission: 'platform.users.manage' })
    .input(z.object({ id: userId, role: accountRole }))
    .output(userView)
    .errors({ ...notFound, ...conflict }),
  setDisabled: route
    .route({ method: 'PUT', path: '/users/{id}/disabled', summary: 'Disable or enable an account' })
    .meta({ permission: 'platform.users.manage' })
    .input(z.object({ id: userId, disabled: z.boolean() }))
    .output(userView)
    .errors({ ...notFound, ...conflict }),
};

/** Accounts, sessions and tokens. Paths are below `/api/identity`. */
export const identity = { name: 'identity', contract: { session, profile, tokens, users } } as const;

export type { Authentication } from './authenticate.ts';
export type { IdentityCall } from './call.ts';
export { identityConfig, type IdentitySettings } from './config.ts';
export { csrfFlaw, csrfHeader } from './csrf.ts';
export { openIdentity, type Identity } from './identity.ts';
export type { Journal } from './journal.ts';
export type { RequestHeaders } from './request-headers.ts';
export type { PermissionsOf } from './routes.ts';
export { sessionCookie, type IssuedSession } from './session-cookie.ts';

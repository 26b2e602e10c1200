import type { RequestHeaders } from './request-headers.ts';

const cookieName = 'altis_session';

/** A session as its cookie holds it. */
export type IssuedSession = { readonly token: string; readonly expiresAtMs: number };

/** The `Set-Cookie` header (RFC 6265, clause 4.1) that gives the browser a session, or with `null` takes it away. */
export function sessionCookie(session: IssuedSession | null, options: { readonly secure: boolean }): string {
  const attributes = `Path=/; HttpOnly; SameSite=Lax${options.secure ? '; Secure' : ''}`;
  if (session === null) return `${cookieName}=; Max-Age=0; ${attributes}`;
  return `${cookieName}=${session.token}; Expires=${new Date(session.expiresAtMs).toUTCString()}; ${attributes}`;
}

/** The session's secret in a request's cookies, if any. */
export function readSessionCookie(headers: RequestHeaders): string | undefined {
  const cookies = String(headers['cookie'] ?? '').split(';');
  const found = cookies.map((cookie) => cookie.trim()).find((cookie) => cookie.startsWith(`${cookieName}=`));
  const value = found?.slice(cookieName.length + 1);
  return value === '' ? undefined : value;
}

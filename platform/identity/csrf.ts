import { bearerToken } from './bearer-token.ts';
import type { RequestHeaders } from './request-headers.ts';

/** The header that unsafe requests with a session cookie carry: a page of another site cannot set it without our leave. */
export const csrfHeader = { header: 'x-altis-csrf', value: '1' } as const;

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE']);

/**
 * Why a request may be forged by another site, or undefined when it cannot be.
 * Unsafe methods (RFC 9110, clause 9.2.1) need an Origin, where a browser sends one, whose host is this server's; with a
 * session cookie they need the header {@link csrfHeader} as well. A bearer token is never sent by a browser on its own,
 * so such requests are exempt.
 *
 * @param host the host (with port) that the client asked for; behind a trusted proxy the forwarded one
 */
export function csrfFlaw(
  method: string,
  headers: RequestHeaders,
  host: string,
  hasSessionCookie: boolean,
): string | undefined {
  if (safeMethods.has(method.toUpperCase()) || bearerToken(headers) !== undefined) return undefined;
  const origin = headers['origin'];
  if (origin !== undefined && !isOriginOf(String(origin), host)) {
    return `The request comes from another origin (${String(origin).slice(0, 200)}) than this server (${host}).`;
  }
  if (hasSessionCookie && headers[csrfHeader.header] !== csrfHeader.value) {
    return `A request that changes something with a session cookie must carry the header "${csrfHeader.header}: ${csrfHeader.value}".`;
  }
  return undefined;
}

/** Compares with the default port of the origin's scheme left out on both sides; `Origin: null` is nobody's. */
function isOriginOf(origin: string, host: string): boolean {
  if (!URL.canParse(origin)) return false;
  const { protocol, host: originHost } = new URL(origin);
  const own = `${protocol}//${host}`;
  return originHost !== '' && URL.canParse(own) && new URL(own).host === originHost;
}

import type { RequestHeaders } from './request-headers.ts';

/** The token of an `Authorization: Bearer …` header (RFC 6750, clause 2.1), if any. */
export function bearerToken(headers: RequestHeaders): string | undefined {
  return /^Bearer +([\w.~+/-]+=*) *$/i.exec(String(headers['authorization'] ?? ''))?.[1];
}

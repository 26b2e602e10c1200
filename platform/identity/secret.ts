import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits as 43 characters of base64url: a session, a one-time link or an API token. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a secret. Plain SHA-256 is enough for 256 random bits: there is nothing to guess. */
export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

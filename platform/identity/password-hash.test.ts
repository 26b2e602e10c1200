import { scryptSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { hashPassword, isOutdated, verifyPassword } from './password-hash.ts';

test('a password is verified against its hash, in any Unicode form of the same text', async () => {
  const hash = await hashPassword('Überraschung im Zielraum');
  expect(hash).toMatch(/^\$scrypt\$ln=15,r=8,p=3\$/);
  expect(await verifyPassword('Überraschung im Zielraum'.normalize('NFD'), hash)).toBe(true);
  expect(await verifyPassword('Überraschung im Zielraun', hash)).toBe(false);
  expect(await hashPassword('Überraschung im Zielraum')).not.toBe(hash);
  expect(isOutdated(hash)).toBe(false);
});

test('a hash made with other parameters is still verified, and known as outdated', async () => {
  const salt = Buffer.from('NaClNaClNaClNaCl');
  const key = scryptSync('pleaseletmein', salt, 32, { N: 2 ** 14, r: 8, p: 1 });
  const hash = `$scrypt$ln=14,r=8,p=1$${salt.toString('base64')}$${key.toString('base64')}`;
  expect(await verifyPassword('pleaseletmein', hash)).toBe(true);
  expect(isOutdated(hash)).toBe(true);
});

test('without a hash no password is right, not even one that matches nothing', async () => {
  expect(await verifyPassword('', null)).toBe(false);
  await expect(verifyPassword('x', '$2b$10$abc')).rejects.toThrow('malformed');
});

import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { atMost } from './at-most.ts';

type Cost = { readonly logN: number; readonly r: number; readonly p: number };

/** 32 MiB and three passes: one of the equal settings of the OWASP Password Storage Cheat Sheet for scrypt (RFC 7914). */
const cost: Cost = { logN: 15, r: 8, p: 3 };
const keyBytes = 32;

/** Node has four threads for this and for files; a crowd at the sign-in must not stop the files. */
const inTurn = atMost(2);

const derive = promisify<string, Buffer, number, object, Buffer>(scrypt);

/** Hashes a password with a fresh salt; the text holds parameters and salt: `$scrypt$ln=15,r=8,p=3$<salt>$<key>` (base64). */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await deriveKey(password, salt, cost);
  return `$scrypt$ln=${cost.logN},r=${cost.r},p=${cost.p}$${salt.toString('base64')}$${key.toString('base64')}`;
}

/**
 * Whether the password is the one that was hashed, compared in constant time.
 * Without a hash (an unknown account, or one without password) it takes as long and answers no, so that time tells nothing.
 */
export async function verifyPassword(password: string, hash: string | null): Promise<boolean> {
  const { salt, key, cost: stored } = hash === null ? decoy : parse(hash);
  const derived = await deriveKey(password, salt, stored);
  return timingSafeEqual(derived, key) && hash !== null;
}

/** Whether a hash was made with other parameters than those in force, and should be made anew at the next sign-in. */
export function isOutdated(hash: string): boolean {
  const stored = parse(hash).cost;
  return stored.logN !== cost.logN || stored.r !== cost.r || stored.p !== cost.p;
}

const decoy = { salt: randomBytes(16), key: randomBytes(keyBytes), cost };

function parse(hash: string): { salt: Buffer; key: Buffer; cost: Cost } {
  const found = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([\w+/=]+)\$([\w+/=]+)$/.exec(hash);
  const key = Buffer.from(found?.[5] ?? '', 'base64');
  if (found === null || key.length !== keyBytes) throw new Error('A stored password hash is malformed.');
  const [logN, r, p] = found.slice(1, 4).map(Number) as [number, number, number];
  return { salt: Buffer.from(found[4]!, 'base64'), key, cost: { logN, r, p } };
}

/** Unicode forms that look alike count as one (NIST SP 800-63B, clause 5.1.1.2). */
function deriveKey(password: string, salt: Buffer, { logN, r, p }: Cost): Promise<Buffer> {
  const N = 2 ** logN;
  return inTurn(() => derive(password.normalize('NFKC'), salt, keyBytes, { N, r, p, maxmem: 128 * r * (N + p + 2) }));
}

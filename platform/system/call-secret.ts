import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The installation's own secret, made once and kept in the data folder, readable by its owner alone. */
export async function keepCallSecret(dataDirectory: string): Promise<string> {
  const file = join(dataDirectory, 'call-secret');
  await mkdir(dataDirectory, { recursive: true });
  const kept = await readFile(file, 'utf8').catch(() => undefined);
  if (kept !== undefined) return kept;

  // Written aside and linked, so that two processes starting at once agree on one whole secret.
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, randomBytes(32).toString('base64url'), { mode: 0o600, flush: true });
  await link(draft, file).catch(() => undefined);
  await unlink(draft);
  return readFile(file, 'utf8');
}

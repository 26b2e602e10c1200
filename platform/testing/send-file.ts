import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { TestUser } from './test-user.ts';

/**
 * Uploads a file as browsers do, by tus 1.0.0 (tus.io) in two requests, and returns the upload's id. `name` is what the
 * server is told the file is called, by default its own name.
 */
export async function sendFile(user: TestUser, path: string, name = basename(path)): Promise<string> {
  const body = await readFile(path);
  const tus = { 'tus-resumable': '1.0.0' };
  const metadata = `filename ${Buffer.from(name).toString('base64')}`;
  const created = await user.fetch('/uploads', {
    method: 'POST',
    headers: { ...tus, 'upload-length': String(body.length), 'upload-metadata': metadata },
  });
  const location = created.headers.get('location');
  if (location === null) throw new Error(`The upload of ${name} was refused: ${await created.text()}`);
  const { pathname } = new URL(location, 'http://server');
  // An empty file is whole as soon as it is announced.
  if (body.length > 0) {
    const headers = { ...tus, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' };
    const sent = await user.fetch(pathname, { method: 'PATCH', headers, body });
    if (!sent.ok) throw new Error(`The bytes of ${name} were refused: ${await sent.text()}`);
  }
  return pathname.split('/').at(-1) ?? '';
}

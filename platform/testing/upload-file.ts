import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import type { TestUser } from './test-user.ts';

const tus = { 'tus-resumable': '1.0.0' };

/** Sends a file as a browser does, by tus 1.0.0 (tus.io), and returns the upload's id. */
export async function uploadFile(user: TestUser, path: string, fileName = basename(path)): Promise<string> {
  const file = await openAsBlob(path);
  const location = await beginUpload(user, file.size, fileName);
  const headers = { ...tus, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' };
  // A file without bytes is complete when it is created.
  if (file.size > 0) {
    const sent = await user.fetch(location, { method: 'PATCH', headers, body: file });
    if (sent.status !== 204) throw new Error(`The upload of ${fileName} was refused: ${await sent.text()}`);
  }
  return idOfUpload(location);
}

/** Announces an upload and returns its path, to which the bytes are sent. */
export async function beginUpload(user: TestUser, sizeBytes: number, fileName: string): Promise<string> {
  const metadata = `filename ${Buffer.from(fileName).toString('base64')}`;
  const headers = { ...tus, 'upload-length': String(sizeBytes), 'upload-metadata': metadata };
  const created = await user.fetch('/uploads', { method: 'POST', headers });
  const location = created.headers.get('location');
  if (location === null) throw new Error(`The upload of ${fileName} was refused: ${await created.text()}`);
  return new URL(location, 'http://altis').pathname;
}

export function idOfUpload(location: string): string {
  return location.split('/').at(-1) ?? '';
}

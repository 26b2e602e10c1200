import { openAsBlob } from 'node:fs';
import { callHeader, httpClient, newId, problem, signCall, type Client, type Published } from '@altis/kernel';
import type { AnyContractRouter } from '@orpc/contract';

/** Calls the server as any client does, over HTTP, in the name of the demo. */
export interface DemoCaller {
  /** Sends one official message. Throws a problem when the server refuses it. */
  send(xml: string): Promise<void>;
  /** Uploads a file by tus 1.0.0 and returns the upload's id. */
  upload(path: string, fileName: string): Promise<string>;
  api<Contract extends AnyContractRouter>(published: Published<Contract>): Client<Contract>;
}

export function openDemoCaller({ url, callSecret }: { url: string; callSecret: string }): DemoCaller {
  const headers = (): Record<string, string> => ({
    [callHeader]: signCall({ actor: { kind: 'system', name: 'demo' }, requestId: newId('request') }, callSecret),
  });
  const request = async (
    path: string,
    { method, body, ...init }: { method: string; headers: Record<string, string>; body?: string | Blob },
  ): Promise<Response> => {
    const sent = { ...init.headers, ...headers() };
    const response = await fetch(new URL(path, url), {
      method,
      headers: sent,
      ...(body === undefined ? {} : { body }),
    });
    if (response.ok) return response;
    throw problem('UNAVAILABLE', `The server refused ${method} ${path}: ${await response.text()}`);
  };

  return {
    async send(xml) {
      await request('/api/results/messages', {
        method: 'POST',
        headers: { 'content-type': 'application/xml' },
        body: xml,
      });
    },
    async upload(path, fileName) {
      const file = await openAsBlob(path);
      const metadata = `filename ${Buffer.from(fileName).toString('base64')}`;
      const tus = { 'tus-resumable': '1.0.0' };
      const created = await request('/uploads', {
        method: 'POST',
        headers: { ...tus, 'upload-length': String(file.size), 'upload-metadata': metadata },
      });
      const location = created.headers.get('location') ?? '';
      const type = 'application/offset+octet-stream';
      await request(location, {
        method: 'PATCH',
        headers: { ...tus, 'content-type': type, 'upload-offset': '0' },
        body: file,
      });
      return location.split('/').at(-1) ?? '';
    },
    api: (published) => httpClient(published, { url, headers }),
  };
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { StubState } from './stub-state.ts';

/** A server of tus 1.0 (https://tus.io/protocols/resumable-upload) that keeps sizes only and can cut a connection. */
export function createStubUploads(
  state: StubState,
): (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void> {
  let count = 0;
  return async (request, response, url) => {
    response.setHeader('tus-resumable', '1.0.0');
    if (state.isUploadDown) {
      response.writeHead(503).end();
      return;
    }
    if (request.method === 'POST') {
      const id = `upload-${++count}`;
      const size = Number(request.headers['upload-length']);
      state.uploads.set(id, { name: metadataOf(request, 'filename'), size, received: 0 });
      response.writeHead(201, { location: `/uploads/${id}` }).end();
      return;
    }
    const upload = state.uploads.get(url.pathname.split('/')[2] ?? '');
    if (!upload) {
      response.writeHead(404).end();
      return;
    }
    if (request.method === 'HEAD') {
      response.writeHead(200, { 'upload-offset': upload.received, 'upload-length': upload.size }).end();
      return;
    }
    // A browser may repeat a request on a new connection by itself; the offset tells that it does not fit any more.
    if (Number(request.headers['upload-offset']) !== upload.received) {
      response.writeHead(409).end();
      return;
    }
    for await (const chunk of request) {
      upload.received += (chunk as Buffer).length;
      if (state.cutUploadAt !== undefined && upload.received >= state.cutUploadAt) {
        state.cutUploadAt = undefined;
        state.isUploadDown = state.isDownAfterCut;
        request.destroy();
        return;
      }
    }
    response.writeHead(204, { 'upload-offset': upload.received }).end();
  };
}

function metadataOf(request: IncomingMessage, key: string): string {
  const header = String(request.headers['upload-metadata'] ?? '');
  const pair = header.split(',').find((each) => each.startsWith(`${key} `));
  return Buffer.from(pair?.split(' ')[1] ?? '', 'base64').toString('utf8');
}

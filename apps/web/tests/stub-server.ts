import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { answerApi } from './stub-api.ts';
import type { StubState } from './stub-state.ts';
import { createStubUploads } from './stub-uploads.ts';

export type StubServer = {
  readonly url: string;
  /** Tells every open page that a topic has changed. */
  announce(topic: string): void;
  readonly state: StubState;
  stop(): Promise<void>;
};

/** The policy that platform/http sends; the pages must live with it. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; " +
  "media-src 'self' blob:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; base-uri 'none'; " +
  "form-action 'self'; frame-ancestors 'none'";

/** Serves built pages and answers for the systems, as far as the tests of the pages need it. */
export async function startStubServer(directory: string): Promise<StubServer> {
  const streams = new Set<ServerResponse>();
  const state: StubState = {
    isSignedIn: true,
    permissions: ['platform.session.use'],
    finishes: 0,
    refused: [],
    uploads: new Map(),
    cutUploadAt: undefined,
    isDownAfterCut: false,
    isUploadDown: false,
  };
  const uploads = createStubUploads(state);
  const server = createServer((request, response) => {
    response.setHeader('content-security-policy', policy);
    const url = new URL(request.url ?? '/', 'http://stub');
    void handle(request, response, url).catch((error: unknown) => {
      response.statusCode = 500;
      response.end(String(error));
    });
  });

  const handle = async (request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> => {
    if (request.method !== 'GET' && request.method !== 'HEAD' && request.headers['x-altis-csrf'] !== '1') {
      state.refused.push(url.pathname);
    }
    if (url.pathname === '/changes') {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write('retry: 200\n\n');
      streams.add(response);
      response.on('close', () => streams.delete(response));
      return;
    }
    if (url.pathname.startsWith('/uploads')) return uploads(request, response, url);
    if (url.pathname === '/health' || url.pathname.startsWith('/api/')) return answerApi(request, response, url, state);
    await sendFile(directory, request, response, url.pathname);
  };

  await listen(server);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The stub has no port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    state,
    announce: (topic) => streams.forEach((stream) => stream.write(`event: changed\ndata: ${topic}\n\n`)),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function listen(server: Server): Promise<void> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.mp4': 'video/mp4',
  '.jpg': 'image/jpeg',
};

async function sendFile(
  directory: string,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<void> {
  const file = join(directory, normalize(path));
  const info = await stat(file).catch(() => undefined);
  if (!info?.isFile()) {
    if (extname(path) !== '') {
      response.statusCode = 404;
      response.end();
      return;
    }
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(await readFile(join(directory, 'index.html')));
    return;
  }
  response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream');
  response.setHeader('accept-ranges', 'bytes');
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
  const start = Number(range?.[1] ?? 0);
  const end = range?.[2] ? Number(range[2]) : info.size - 1;
  response.writeHead(range ? 206 : 200, {
    'content-length': end - start + 1,
    ...(range ? { 'content-range': `bytes ${start}-${end}/${info.size}` } : {}),
  });
  createReadStream(file, { start, end }).pipe(response);
}

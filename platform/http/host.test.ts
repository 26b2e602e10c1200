import { once } from 'node:events';
import { createAccess, platformPermissions } from '@altis/access';
import type { Changes } from '@altis/events';
import { anonymous, callHeader, newId, silentLog, signCall, type Actor } from '@altis/kernel';
import { createHealthBoard, createMetrics } from '@altis/observability';
import type { FastifyRequest } from 'fastify';
import { afterEach, expect, test } from 'vitest';
import { createHost } from './host.ts';
import { listen as listenOn } from './listen.ts';
import { mountRemote } from './proxy.ts';

const operator: Actor = { kind: 'user', id: newId('user'), name: 'Ada', roles: ['operator'] };
const callSecret = 'of one installation';
const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A host that knows whoever sends the cookie, and counts who listens for changes. */
async function openHost({ trustProxy = 0, prepare }: Options = {}) {
  const listeners = new Set<(topic: string) => void>();
  const changes: Changes = {
    subscribe: (_topics, onChange) => {
      listeners.add(onChange);
      return () => void listeners.delete(onChange);
    },
    close: async () => undefined,
  };
  const app = await createHost({
    log: silentLog,
    access: createAccess([{ system: 'platform', permissions: platformPermissions }]),
    metrics: createMetrics(),
    health: createHealthBoard(),
    changes,
    uploads: { files: {}, maxBytes: 0 } as never,
    callSecret,
    authenticate: async ({ headers }) => ({ actor: headers.cookie === undefined ? anonymous : operator }),
    bodyLimitBytes: 1_000,
    trustProxy,
    requestsPerMinute: 6_000,
    headTimeoutMs: 1_000,
  });
  closing.push(() => app.close());
  app.get('/who', { config: { permission: 'platform.systems.read' } }, async ({ ip }) => ip);
  const remote = async ({ headers, call, body }: FastifyRequest) => ({ headers, actor: call.actor, body });
  app.post('/api/there/do', { config: { permission: 'platform.systems.read' } }, remote);
  if (prepare !== undefined) app.addHook('preHandler', prepare);
  const listen = () => app.listen({ host: '127.0.0.1', port: 0 });
  return { app, listen, listeners };
}
type Options = { trustProxy?: number; prepare?: (request: FastifyRequest) => Promise<void> };

test('a browser’s request for another process goes there signed, without its credentials and its origin', async () => {
  const there = await openHost();
  const { app: here } = await openFront(await there.listen());
  const url = await here.listen({ host: '127.0.0.1', port: 0 });
  const ask = async (headers: Record<string, string>) => {
    const sent = { 'content-type': 'application/json', origin: url, ...headers };
    const answer = await fetch(`${url}/api/there/do`, { method: 'POST', headers: sent, body: '{"a":1}' });
    expect(answer.status).toBe(200);
    return (await answer.json()) as { headers: Record<string, string>; actor: Actor; body: unknown };
  };
  const { headers, actor, body } = await ask({ cookie: 'session=1', authorization: 'Bearer x' });
  expect([actor, body]).toEqual([operator, { a: 1 }]);
  for (const name of ['cookie', 'authorization', 'origin']) expect(headers, name).not.toHaveProperty(name);
  const forged = signCall({ actor: operator, requestId: 'r' }, 'guessed');
  expect((await ask({ [callHeader]: forged })).actor).toEqual(anonymous);
});

async function openFront(url: string) {
  const app = (await import('fastify')).default();
  closing.unshift(() => app.close());
  app.decorateRequest('call');
  app.addHook('onRequest', async (request) => {
    request.call = { actor: request.headers.cookie === undefined ? anonymous : operator, requestId: 'r' };
  });
  await mountRemote(app, { name: 'there', url, callSecret });
  return { app };
}

test('the rule of a raw route is asked before its body is read', async () => {
  const { app, listen } = await openHost();
  let hasRead = false;
  app.addContentTypeParser('text/plain', (_request, _payload, done) => {
    hasRead = true;
    done(null);
  });
  app.post('/secret', { config: { permission: 'platform.users.manage' } }, async () => 'told');
  const url = await listen();
  const answer = await fetch(`${url}/secret`, { method: 'POST', body: 'x', headers: { 'content-type': 'text/plain' } });
  expect([answer.status, hasRead]).toEqual([401, false]);
});

test('a body of an unknown kind, or of none, is refused with what to do', async () => {
  const { app, listen } = await openHost();
  app.post('/kind', { config: { permission: 'platform.systems.read' } }, async () => 'taken');
  const url = await listen();
  const refused = async (headers: Record<string, string>) => {
    const answer = await fetch(`${url}/kind`, { method: 'POST', body: new Uint8Array([120]), headers });
    const { message, data } = (await answer.json()) as { message: string; data: { remedy: string } };
    return [answer.status, message, data.remedy];
  };
  const remedy = expect.stringContaining('Content-Type: application/json');
  expect(await refused({})).toEqual([415, 'The body comes without a Content-Type.', remedy]);
  expect(await refused({ 'content-type': 'image/png' })).toEqual([415, expect.stringContaining('"image/png"'), remedy]);
});

test('of X-Forwarded-For only what the trusted proxies wrote is believed', async () => {
  const headers = { 'x-forwarded-for': '6.6.6.6, 203.0.113.7' };
  const ipOf = async (trustProxy: number) => {
    const { app } = await openHost({ trustProxy });
    return (await app.inject({ url: '/who', headers })).body;
  };
  expect([await ipOf(0), await ipOf(1), await ipOf(2)]).toEqual(['127.0.0.1', '203.0.113.7', '6.6.6.6']);
});

test('nobody opens more than 20 connections to /changes, and closed ones do not count', async () => {
  const { listen, listeners } = await openHost();
  const url = `${await listen()}/changes?topic=a`;
  const open = async () => {
    const leaving = new AbortController();
    const { status } = await fetch(url, { signal: leaving.signal });
    return { status, leave: () => leaving.abort() };
  };
  const first = await Promise.all(Array.from({ length: 20 }, open));
  expect([listeners.size, (await open()).status]).toEqual([20, 429]);
  for (const { leave } of first) leave();
  await expect.poll(() => listeners.size).toBe(0);
  expect((await open()).status).toBe(200);
});

test('a client that left before it was answered leaves no subscription behind', async () => {
  let left = () => {};
  const gone = new Promise<void>((resolve) => (left = resolve));
  const { listen, listeners } = await openHost({
    prepare: async ({ raw }) => {
      const closed = once(raw.socket, 'close');
      raw.socket.destroy();
      await closed;
      setImmediate(left);
    },
  });
  await expect(fetch(`${await listen()}/changes?topic=a`)).rejects.toThrow('fetch failed');
  await gone;
  expect(listeners.size).toBe(0);
});

test('a client that does not read is dropped', async () => {
  const { listen, listeners } = await openHost();
  const { connect } = await import('node:net');
  const socket = connect(Number(new URL(await listen()).port), '127.0.0.1', () =>
    socket.pause().write('GET /changes?topic=a HTTP/1.1\r\nHost: a\r\n\r\n'),
  );
  socket.on('error', () => undefined);
  await expect.poll(() => listeners.size).toBe(1);
  const topic = 'x'.repeat(100_000);
  for (let told = 0; told < 1_000; told += 1) for (const tell of listeners) tell(topic);
  await expect.poll(() => listeners.size).toBe(0);
  socket.destroy();
});

test('a public route identifies and counts nobody, and is none for what visitors may not see', async () => {
  const { app } = await openHost();
  const who = async ({ call }: FastifyRequest) => call.actor.kind;
  app.get('/for-all', { config: { permission: 'platform.systems.read', isPublic: true } }, who);
  app.get('/counted', { config: { permission: 'platform.systems.read' } }, who);
  const ask = async (url: string) => {
    const { body, statusCode } = await app.inject({ url, headers: { cookie: 'session=operator' } });
    return `${statusCode} ${body.slice(0, 9)}`;
  };
  const asked = (url: string) => Promise.all(Array.from({ length: 1_600 }, () => ask(url)));
  expect(await ask('/counted')).toBe('200 user');
  expect(new Set(await asked('/for-all'))).toEqual(new Set(['200 anonymous']));
  expect(new Set(await asked('/counted'))).toContain('429 {"defined');
  const config = { permission: 'platform.audit.read', isPublic: true };
  const { app: fresh } = await openHost();
  expect(() => fresh.get('/audit', { config }, who)).toThrow('"platform.audit.read" is not for visitors');
});

test('a port that is taken is named, with the remedy', async () => {
  const first = await openHost();
  const port = Number(new URL(await first.listen()).port);
  const { app } = await openHost();
  await expect(listenOn(app, { host: '127.0.0.1', port })).rejects.toMatchObject({
    message: expect.stringContaining(String(port)),
    remedy: expect.stringContaining('PORT='),
  });
});

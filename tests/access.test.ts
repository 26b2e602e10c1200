import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { standardRoles, type StandardRole } from '@altis/access';
import { implementContract, mountContract } from '@altis/http';
import { identity } from '@altis/identity/contract';
import { jobs } from '@altis/jobs/contract';
import { silentLog } from '@altis/kernel';
import { repositoryRoot, startAltis, type Altis, type TestUser } from '@altis/testing';
import { oc } from '@orpc/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessDocument } from './access/access-document.ts';
import { collectRoutes, openHost, type AccessRoute } from './access/collect-routes.ts';

let altis: Altis;
let routes: AccessRoute[];
beforeAll(async () => {
  routes = await collectRoutes();
  // Every route for every permission is more than one account may ask in a minute.
  altis = await startAltis({ env: { ALTIS_REQUESTS_PER_MINUTE: '600000' } });
});
afterAll(() => altis?.stop());

/** Calls a route with parameters that mean nothing and a body that no route takes, so that an allowed call changes nothing. */
async function call({ method, path }: AccessRoute, send: TestUser['fetch']): Promise<number> {
  const address = path.replaceAll(/\{\w+\}|\*/g, 'x');
  const body = ['POST', 'PUT', 'PATCH'].includes(method) ? { body: '"x"' } : {};
  const response = await send(address, { method, headers: { 'content-type': 'application/json' }, ...body });
  await response.body?.cancel();
  return response.status;
}

/** Everything that does not go by the table: empty when all is well. */
async function strayAnswers(who: string, send: TestUser['fetch'], may: (route: AccessRoute) => boolean) {
  const refusal = who === 'visitor' ? 401 : 403;
  const stray: string[] = [];
  // The server under test runs without pages.
  for (const route of routes.filter(({ path }) => path !== '/*' && path !== '/assets/*')) {
    const status = await call(route, send);
    const isRight = may(route) ? ![401, 403].includes(status) && status < 500 : status === refusal;
    if (!isRight) stray.push(`${who}: ${route.method} ${route.path} answers ${status}`);
  }
  return stray;
}

test.each(standardRoles)('every route lets a %s pass, or refuses, as the table says', async (role: StandardRole) => {
  const { fetch } = await altis.signIn(role);
  expect(await strayAnswers(role, fetch, ({ allowed }) => allowed[role])).toEqual([]);
});

test('an API token opens the routes of its one grant, and no other; without a fitting grant nothing', async () => {
  const permissions = [...new Set(routes.map(({ permission }) => permission))];
  const tokenFor = async (scope: string): Promise<TestUser['fetch']> => {
    const created = await altis.administrator
      .api(identity)
      .tokens.create({ name: scope, scopes: [scope], expiresInDays: 1 });
    return sendWith(created.secret);
  };
  for (const scope of permissions) {
    const send = await tokenFor(scope);
    // Tokens are for their owner alone to see: a token, whatever it was granted, is no person.
    const may = ({ permission, path, method, isPublic }: AccessRoute): boolean =>
      isPublic || (permission === scope && `${method} ${path}` !== 'GET /api/identity/tokens');
    expect(await strayAnswers(`token for ${scope}`, send, may)).toEqual([]);
  }
  const invite = { email: 'x@altis.example', name: 'X', role: 'administrator' };
  const more = { name: 'more', scopes: ['platform.users.manage'], expiresInDays: 400 };
  for (const [scope, path, body] of [
    ['platform.users.manage', '/api/identity/users', invite],
    ['platform.tokens.manage', '/api/identity/tokens', more],
  ] as const) {
    const headers = { 'content-type': 'application/json' };
    const answer = await (await tokenFor(scope))(path, { method: 'POST', headers, body: JSON.stringify(body) });
    expect(answer.status, path).toBe(403);
  }
  const asked = routes.filter(({ isPublic }) => !isPublic);
  expect(new Set(await Promise.all(asked.map((route) => call(route, sendWith('altis_guessed')))))).toEqual(
    new Set([401]),
  );
}, 60_000);

test('a token holds no more than its owner, also when the owner has less than before', async () => {
  const operator = await altis.signIn('operator');
  const { tokens, session } = operator.api(identity);
  const ask = (scope: string) => tokens.create({ name: 'narrow', scopes: [scope], expiresInDays: 1 });
  await expect(ask('platform.users.manage')).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  const { secret } = await ask('platform.jobs.read');
  const status = async (): Promise<number> =>
    (await fetch(`${altis.url}/api/jobs/runs`, { headers: { authorization: `Bearer ${secret}` } })).status;
  expect(await status()).toBe(200);
  const { user } = await session.read({});
  await altis.administrator.api(identity).users.changeRole({ id: user?.id ?? '', role: 'member' });
  expect(await status()).toBe(403);
});

test('the description of the API names no route that the table lacks', async () => {
  const visitor = await altis.signIn('visitor');
  const { paths } = (await (await visitor.fetch('/api/openapi.json')).json()) as { paths: Record<string, object> };
  const described = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(described.length).toBeGreaterThan(30);
  expect(routes.map(({ method, path }) => `${method} ${path}`)).toEqual(expect.arrayContaining(described));
});

test('a route without a rule, or with one that nobody declared, stops the start', async () => {
  const { app, access } = await openHost([]);
  const open = async (): Promise<string> => 'open to all';
  expect(() => app.get('/open', open)).toThrow(/GET \/open has no rule/);
  expect(() => app.get('/open', { config: { permission: 'results.unit.raed' } }, open)).toThrow(
    /GET \/open asks for permission "results.unit.raed", which no system declares/,
  );
  // A plugin is loaded when the server starts to listen, and its routes are looked at then.
  void app.register(async (scope) => void scope.get('/open', open));
  await expect(app.ready()).rejects.toThrow(/GET \/open has no rule/);
  await app.close();

  const find = oc.$meta<{ permission?: string }>({}).route({ method: 'GET', path: '/find' });
  for (const [route, reason] of [
    [find, /route find has no meta.permission/],
    [find.meta({ permission: 'none' }), /open.find asks for permission "none"/],
  ] as const) {
    const contract = { find: route };
    const os = implementContract(contract);
    const mounting = mountContract(app, { name: 'open', contract }, os.router({ find: os.find.handler(open) }), {
      access,
      log: silentLog,
    });
    await expect(mounting).rejects.toThrow(reason);
  }
});

test('docs/access.md is what the code says', async () => {
  const written = await readFile(join(repositoryRoot, 'docs/access.md'), 'utf8');
  expect(written, 'Run: node tests/access/write-table.ts').toBe(accessDocument(routes));
  expect(written).toContain(`/api/jobs${jobs.contract.list['~orpc'].route.path}`);
});

/** Requests that carry an API token. */
function sendWith(token: string): TestUser['fetch'] {
  return (path, init = {}) => {
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${token}`);
    return fetch(`${altis.url}${path}`, { ...init, headers });
  };
}

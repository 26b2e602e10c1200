import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { identity } from '@altis/identity/contract';
import { anonymous, httpClient, problem } from '@altis/kernel';
import { results } from '@altis/results/contract';
import { beginUpload, hasBrowser, openBrowser, startAltis, waitFor, type Altis, type TestUser } from '@altis/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { getRaw, sendRaw, statusOf } from './attacks/send-raw.ts';
import { collectRoutes, openHost } from './access/collect-routes.ts';

const headTimeoutMs = 1_000;
const bodyLimitBytes = 100_000;
const largestUploadBytes = 1_000_000;
const json = { 'content-type': 'application/json' };
const tus = { 'tus-resumable': '1.0.0' };
/** Of everybody whom `startAltis` signs in. */
const password = 'a long pass phrase for tests';

let altis: Altis;
let operator: TestUser;
beforeAll(async () => {
  altis = await startAltis({
    web: true,
    env: {
      ALTIS_LOG: 'debug',
      ALTIS_HEAD_TIMEOUT_MS: String(headTimeoutMs),
      ALTIS_BODY_LIMIT_BYTES: String(bodyLimitBytes),
      ALTIS_UPLOADS_MAX_BYTES: String(largestUploadBytes),
    },
  });
  operator = await altis.signIn('operator');
}, 120_000);
afterAll(() => altis?.stop());

const post = (user: TestUser, path: string, body: unknown, headers: Record<string, string> = {}) =>
  user.fetch(path, { method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify(body) });

test('a password is not to be guessed: after some failures sign-in waits, also for the right one', async () => {
  const visitor = await altis.signIn('visitor');
  const guess = (attempted: string) =>
    post(visitor, '/api/identity/sign-in', { email: 'administrator@altis.example', password: attempted });
  // The wait doubles with each failure; soon it is longer than a request takes.
  const refused = await waitFor('a wait of some seconds', async () => {
    const answer = await guess('not the pass phrase');
    expect([401, 429]).toContain(answer.status);
    return Number(answer.headers.get('retry-after')) >= 4 && answer;
  });
  const said = { code: 'TOO_MANY_REQUESTS', message: expect.stringContaining('Too many failed') };
  expect([refused.status, await refused.json()]).toEqual([429, expect.objectContaining(said)]);
  expect((await guess(password)).status).toBe(429);
});

test('another site cannot make a signed-in browser do things', async () => {
  const body = JSON.stringify({ name: 'Mallory' });
  const attempt = async (headers: Record<string, string>, path = '/api/identity/profile', method = 'PATCH') => {
    const init = { method, headers: { ...json, cookie: operator.cookie, ...headers }, body };
    return (await fetch(`${altis.url}${path}`, init)).status;
  };
  const own = { 'x-altis-csrf': '1' };
  expect(await attempt({})).toBe(403);
  expect(await attempt({ ...own, origin: 'https://evil.example' })).toBe(403);
  expect(await attempt({ ...own, origin: 'null' })).toBe(403);
  expect(await attempt({ ...own, origin: `${altis.url}.evil.example` })).toBe(403);
  for (const path of ['/uploads', '/api/results/messages', '/api/media-archive/imports', '/api/identity/sign-in'])
    expect(await attempt({ origin: 'https://evil.example' }, path, 'POST'), path).toBe(403);
  expect(await attempt({ ...own, origin: altis.url })).toBe(200);
  expect((await operator.api(identity).session.read({})).user?.name).toBe('Mallory');
  const preflight = await fetch(`${altis.url}/uploads`, {
    method: 'OPTIONS',
    headers: { origin: 'https://evil.example' },
  });
  expect(preflight.headers.get('access-control-allow-origin')).not.toBe('https://evil.example');
});

test('an upload is bounded, and its sender’s alone', async () => {
  const announce = (headers: Record<string, string>) =>
    operator.fetch('/uploads', { method: 'POST', headers: { ...tus, ...headers } });
  expect((await announce({ 'upload-length': String(largestUploadBytes + 1) })).status).toBe(413);
  for (const length of ['-1', 'many', '1e9', '']) {
    expect((await announce({ 'upload-length': length })).status, length).toBe(400);
  }
  expect((await announce({ 'upload-defer-length': '1' })).status).toBeGreaterThanOrEqual(400);

  const path = await beginUpload(operator, 10, 'ten.mp4');
  const send = (user: TestUser, body: string, offset = '0') =>
    user.fetch(path, {
      method: 'PATCH',
      headers: { ...tus, 'upload-offset': offset, 'content-type': 'application/offset+octet-stream' },
      body,
    });
  const other = await altis.signIn('operator');
  expect((await send(other, '0123456789')).status).toBe(403);
  expect((await other.fetch(path, { method: 'HEAD', headers: tus })).status).toBe(403);
  expect((await other.fetch(path, { method: 'DELETE', headers: tus })).status).toBe(403);
  expect((await send(operator, '01234567890123456789')).status).toBeGreaterThanOrEqual(400);
  expect((await send(operator, '456789', '4')).status).toBe(409);
  const { headers } = await operator.fetch(path, { method: 'HEAD', headers: tus });
  expect(Number(headers.get('upload-offset'))).toBeLessThanOrEqual(10);
  expect((await operator.fetch(path, { method: 'DELETE', headers: tus })).status).toBe(204);
});

test('no id and no file name leads out of the store', async () => {
  const secret = (await readFile(join(altis.dataDirectory, 'call-secret'), 'utf8')).trim();
  const cookie = `Cookie: ${altis.administrator.cookie}\r\nTus-Resumable: 1.0.0\r\n`;
  const ways = ['../call-secret', '..%2fcall-secret', '..%2f..%2fcall-secret', '%2e%2e/call-secret', '..%5ccall-secret',
    '%252e%252e%252fcall-secret', '..%c0%afcall-secret', 'call-secret%00.html', '....//call-secret', '%2e%2e%2f%2e%2e%2f%2e%2e%2fetc%2fpasswd']; // prettier-ignore
  const places = [
    '/',
    '/assets/',
    '/web/',
    '/uploads/',
    '/api/media-archive/items/',
    '/api/media-description/sessions/',
    '/api/results/messages/',
  ];
  for (const place of places) {
    for (const way of ways) {
      for (const tail of ['', '/original', '/proxy.mp4']) {
        const { status, text } = await getRaw(altis.url, `${place}${way}${tail}`, cookie);
        expect(text, `${place}${way}${tail}`).not.toContain(secret);
        expect(text, `${place}${way}${tail}`).not.toContain('root:x:');
        expect(status, `${place}${way}${tail}`).toBeLessThan(500);
      }
    }
  }
  const upload = await beginUpload(operator, 10, '../../../call-secret');
  expect(upload).toMatch(/^\/uploads\/upload_[0-9a-f]{32}$/);
  expect((await readFile(join(altis.dataDirectory, 'call-secret'), 'utf8')).trim()).toBe(secret);
  await operator.fetch(upload, { method: 'DELETE', headers: tus });
});

test('no parameter, however odd, is more than a clear refusal', async () => {
  const oddities = [
    '',
    '%00',
    '%ff%fe',
    "'%20or%201=1--",
    '-1',
    '99999999999999999999',
    'NaN',
    '[object%20Object]',
    '%F0%9F%98%80',
    'a%00b%7Cc',
    '%7C',
    '2026-02-30',
    'x'.repeat(290),
  ];
  const wrong: string[] = [];
  const ask = async (method: string, path: string, body?: string): Promise<void> => {
    const init = body === undefined ? { method } : { method, headers: json, body };
    const answer = await altis.administrator.fetch(path, init);
    const text = await answer.text();
    const isClear = answer.status < 400 || method === 'HEAD' || path.startsWith('/uploads') || isProblem(text);
    if (answer.status >= 500 || !isClear)
      wrong.push(`${method} ${path.slice(0, 120)} → ${answer.status} ${text.slice(0, 160)}`);
  };
  const routes = (await collectRoutes()).filter(({ path }) => !path.startsWith('/changes'));
  for (const { method, path } of routes) {
    if (path === '/*' || path === '/assets/*' || method === 'HEAD') continue;
    for (const odd of path.includes('{') || path.includes('*') ? oddities.filter((text) => text !== '') : []) {
      await ask(method, path.replaceAll(/\{\w+\}|\*/g, odd));
    }
  }
  for (const [path, name] of await queryParameters()) {
    for (const odd of oddities) await ask('GET', `${path}?${name}=${odd}`);
  }
  const bodies = [
    '',
    '{',
    'null',
    '[]',
    '"x"',
    '{"__proto__":{"roles":["administrator"]}}',
    `{"a":${'['.repeat(3_000)}`,
    '\u0000',
    '{"name":"\\ud800","title":"\\ud800","scopes":["\\ud800"],"path":"\\ud800","upload":"\\ud800"}',
    '{"name":"\\u0000","title":"\\u0000","path":"\\u0000","upload":"\\u0000","unit":"\\u0000"}',
  ];
  for (const { method, path } of routes.filter(
    (route) => ['POST', 'PUT', 'PATCH'].includes(route.method) && route.path.startsWith('/api/'),
  )) {
    if (/sign-out|messages$/.test(path)) continue;
    for (const body of bodies) await ask(method, path.replaceAll(/\{\w+\}/g, 'x'), body);
  }
  expect(wrong).toEqual([]);
}, 120_000);

test('what the server refuses before any route is asked, typed clients hear with code, message and remedy', async () => {
  const refused = {
    code: 'INVALID_INPUT',
    message: expect.stringContaining('NUL'),
    data: { remedy: 'Send it without.' },
  };
  await expect(operator.api(results).messages.read({ id: 'a\0b' })).rejects.toMatchObject(refused);
  const unknown = httpClient(results, { url: altis.url, headers: () => ({ authorization: 'Bearer altis_guessed' }) });
  await expect(unknown.units.list({})).rejects.toMatchObject({
    code: 'UNAUTHENTICATED',
    message: expect.stringContaining('API token'),
  });
});

test('a body that is too large, or of another type, is refused before it is read whole', async () => {
  const visitor = await altis.signIn('visitor');
  const big = await post(visitor, '/api/identity/sign-in', { email: 'x'.repeat(bodyLimitBytes + 1), password: 'x' });
  expect(big.status).toBe(413);
  expect(await big.json()).toMatchObject({ code: 'TOO_LARGE' });
  const endless = `POST /api/identity/sign-in HTTP/1.1\r\nHost: altis\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n`;
  const chunk = `4000\r\n${'x'.repeat(0x4000)}\r\n`;
  expect(statusOf(await sendRaw(altis.url, endless + chunk.repeat(20)))).toBe(413);
  const form = await visitor.fetch('/api/identity/sign-in', {
    method: 'POST',
    body: new URLSearchParams({ email: 'a@b.c', password: 'x' }),
  });
  expect(form.status).toBe(415);
});

test('requests that are none are answered and cut off', async () => {
  const both = 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n';
  expect(statusOf(await sendRaw(altis.url, both))).toBe(400);
  expect(statusOf(await sendRaw(altis.url, `GET / HTTP/1.1\r\nHost: a\r\nX-Big: ${'x'.repeat(100_000)}\r\n\r\n`))).toBe(
    431,
  );
  expect(statusOf(await sendRaw(altis.url, 'HELLO\r\n\r\n'))).toBe(400);
  // A head that never ends: the connection is closed without anybody waiting longer.
  const slow = await sendRaw(altis.url, 'GET /health HTTP/1.1\r\nHost: altis\r\nX-Slow: ', () => false);
  expect([0, 408]).toContain(statusOf(slow));
  expect((await operator.fetch('/health')).status).toBe(200);
});

test('nothing that is asked becomes a header of the answer', async () => {
  const evil = '%0d%0aSet-Cookie:%20stolen=1%0d%0a';
  for (const path of [
    `/api/results/units/${evil}`,
    `/api/jobs/runs?before=${evil}`,
    `/${evil}`,
    `/api/media-archive/items/${evil}/original?download`,
  ]) {
    expect((await getRaw(altis.url, path, `Cookie: ${operator.cookie}\r\n`)).text.toLowerCase(), path).not.toContain(
      '\nset-cookie',
    );
  }
  const metadata = `filename ${Buffer.from('a.mp4\r\nX-Evil: 1').toString('base64')}`;
  const created = await operator.fetch('/uploads', {
    method: 'POST',
    headers: { ...tus, 'upload-length': '5', 'upload-metadata': metadata },
  });
  expect(created.headers.get('x-evil')).toBeNull();
});

const script = '<img src=x onerror="document.title=\'owned\'">';

test.skipIf(!hasBrowser)(
  'a script in a name is shown as what it is: text',
  async () => {
    const unit = 'IHOMTEAM6-------------GPA-000100--';
    const escaped = script.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
    const body =
      `<?xml version="1.0" encoding="UTF-8"?><OdfBody CompetitionCode="XWG2030" DocumentCode="${unit}" DocumentSubcode="P1" ` +
      `DocumentType="DT_PLAY_BY_PLAY" DocumentSubtype="ACTION" Version="1" ResultStatus="LIVE" FeedFlag="P" Date="2030-02-22" ` +
      `Time="150000000" LogicalDate="2030-02-22" Source="TEST"><Competition Gen="X" Sport="X" Codes="X"><Actions Home="H" Away="A">` +
      `<Action Id="1" Period="P1" Order="1" Action="GOAL" When="1:30" ScoreH="1" ScoreA="0" TimeStamp="2030-02-22T15:00:11+01:00">` +
      `<Competitor Code="H" Type="T" Organisation="AAA" Order="1"><Composition><Athlete Code="1" Order="1" Role="SCR">` +
      `<Description GivenName="" FamilyName="${escaped}" Gender="M" Organisation="AAA"/></Athlete></Composition></Competitor>` +
      `</Action></Actions></Competition></OdfBody>`;
    const sent = await operator.fetch('/api/results/messages', {
      method: 'POST',
      headers: { 'content-type': 'application/xml' },
      body,
    });
    expect(sent.status, await sent.clone().text()).toBe(201);
    expect(JSON.stringify(await operator.api(results).units.read({ rsc: unit }))).toContain('onerror');

    const browser = await openBrowser(altis);
    try {
      const { page } = await browser.open(operator, `/results/units/${unit}`);
      await page.getByText('<img src=x', { exact: false }).first().waitFor();
      expect(await page.title()).not.toBe('owned');
      expect(await page.locator('img[src=x]').count()).toBe(0);
    } finally {
      await browser.close();
    }
  },
  60_000,
);

test('every page comes with a policy that lets no foreign or inline script run', async () => {
  const { headers } = await fetch(`${altis.url}/`);
  const policy = headers.get('content-security-policy') ?? '';
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(headers.get('x-content-type-options')).toBe('nosniff');
});

test('a flood is answered with 429 and the time to wait, also one of refused credentials', async () => {
  const { app } = await openHost([], async ({ headers }) => {
    if (headers.authorization === undefined) return { actor: anonymous };
    throw problem('UNAUTHENTICATED', 'The API token is unknown, expired or revoked.');
  });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  try {
    // One address is one budget, whatever it tries.
    for (const [headers, before] of [
      [{ authorization: 'Bearer altis_guessed' }, 401],
      [{}, 200],
    ] as const) {
      let answer = await fetch(`${url}/health`, { headers });
      for (let request = 0; request < 40 && answer.status !== 429; request += 1) {
        expect(answer.status).toBe(before);
        answer = await fetch(`${url}/health`, { headers });
      }
      expect(answer.status).toBe(429);
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    }
  } finally {
    await app.close();
  }
});

test('no secret is ever written to the log', async () => {
  const { tokens, users } = altis.administrator.api(identity);
  const { secret } = await tokens.create({ name: 'logged?', scopes: ['platform.jobs.read'], expiresInDays: 1 });
  const { link } = await users.invite({ email: 'invited@altis.example', name: 'Invited', role: 'member' });
  await fetch(`${altis.url}/api/jobs/runs?limit=abc`, { headers: { authorization: `Bearer ${secret}` } });
  await fetch(`${altis.url}${link.path}`);
  const callSecret = (await readFile(join(altis.dataDirectory, 'call-secret'), 'utf8')).trim();
  const invitation = new URL(link.path, altis.url).searchParams.get('token') ?? '';
  const session = operator.cookie.split('=')[1] ?? '';
  const log = altis.output();
  expect(log).toMatch(/"level"/);
  for (const hidden of [
    secret,
    invitation,
    session,
    callSecret,
    password,
    'not the pass phrase',
    'invited@altis.example',
  ]) {
    expect(hidden.length).toBeGreaterThan(10);
    expect(log).not.toContain(hidden);
  }
});

type Description = { paths: Record<string, { get?: { parameters?: { in: string; name: string }[] } }> };

/** What the reading routes take in their query, by the server's own description. */
async function queryParameters(): Promise<[path: string, name: string][]> {
  const { paths } = (await (await operator.fetch('/api/openapi.json')).json()) as Description;
  return Object.entries(paths).flatMap(([path, { get }]) =>
    (get?.parameters ?? [])
      .filter((parameter) => parameter.in === 'query')
      .map(({ name }): [string, string] => [path.replaceAll(/\{\w+\}/g, 'x'), name]),
  );
}

function isProblem(text: string): boolean {
  try {
    const { code, message } = JSON.parse(text) as { code?: unknown; message?: unknown };
    return typeof code === 'string' && typeof message === 'string' && !/^$|validation failed/.test(message);
  } catch {
    return false;
  }
}

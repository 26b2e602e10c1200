import { readConfig } from '@altis/config';
import { createTestDatabase } from '@altis/database/testing';
import { anonymous, Problem, type Actor, type Log } from '@altis/kernel';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { IdentityCall } from './call.ts';
import { identityConfig } from './config.ts';
import { sessionView, type AccountRole } from './contract.ts';
import { openIdentity, type Identity } from './identity.ts';
import type { Journal } from './journal.ts';
import { sessionCookie, type IssuedSession } from './session-cookie.ts';

const password = 'sledge umbrella copper';
const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let identity: Identity;
let nowMs: number;
let journal: Parameters<Journal['record']>[1][];
let logged: string;

beforeEach(async () => {
  database = await createTestDatabase();
  nowMs = Date.parse('2026-02-06T20:00:00Z');
  journal = [];
  logged = '';
  identity = await open();
});
afterEach(async () => {
  await identity.close();
  await database.drop();
});

test('the first administrator comes in by a link that works once, and until then every start gives one', async () => {
  const earlier = tokenOf(await identity.firstAdministratorLink());
  const later = tokenOf(await identity.firstAdministratorLink());
  const routes = identity.routes.session;
  expect(await routes.readLink({ token: earlier })).toMatchObject({ purpose: 'welcome', email: null });

  const input = { purpose: 'welcome', token: earlier, name: 'Giulia Ferrari', email: 'Giulia@Venue.example' } as const;
  expect(await codeOf(routes.firstSignIn({ ...input, password: 'Password12345' }, call()))).toBe('INVALID_INPUT');
  const visit = call();
  const view = sessionView.parse(await routes.firstSignIn({ ...input, password }, visit));
  expect(view).toMatchObject({ user: { email: 'giulia@venue.example', roles: ['administrator'], hasPassword: true } });
  expect((await identity.authenticate(cookieOf(visit.session))).actor).toMatchObject({ name: 'Giulia Ferrari' });

  expect(await codeOf(routes.firstSignIn({ ...input, password }, call()))).toBe('GONE');
  expect(await codeOf(routes.firstSignIn({ ...input, token: later, password }, call()))).toBe('GONE');
  expect(await identity.firstAdministratorLink()).toBeUndefined();
  expect(journal.map(({ action }) => action)).toEqual(['user.added', 'user.signed-in']);
});

test('of many uses of links at once, one makes the administrator', async () => {
  const links = await Promise.all([identity.firstAdministratorLink(), identity.firstAdministratorLink()]);
  const uses = [...links, ...links].map((link, index) =>
    identity.routes.session.firstSignIn(
      { purpose: 'welcome', token: tokenOf(link), name: 'A', email: `a${index}@venue.example`, password },
      call(),
    ),
  );
  const codes = await Promise.all(uses.map((use) => codeOf(use)));
  expect(codes.sort()).toEqual(['GONE', 'GONE', 'GONE', 'done']);
});

test('of many uses of one sign-in link at once, one signs in', async () => {
  const { id } = await identity.ensureUser({ email: 'anna@venue.example', name: 'Anna', role: 'member' });
  const token = tokenOf(await identity.createSignInLink(id));
  const use = () => codeOf(identity.routes.session.firstSignIn({ purpose: 'sign-in', token }, call()));
  expect((await Promise.all([use(), use(), use()])).sort()).toEqual(['GONE', 'GONE', 'done']);
});

test('once somebody can sign in by themselves, no link makes a first administrator any more', async () => {
  const [token, late] = [
    tokenOf(await identity.firstAdministratorLink()),
    tokenOf(await identity.firstAdministratorLink()),
  ];
  // An account without a password, such as the demo's host, does not shut the door.
  await identity.ensureUser({ email: 'host@venue.example', name: 'Host', role: 'administrator' });
  const input = { purpose: 'welcome', token, name: 'Anna', email: 'anna@venue.example', password } as const;
  expect(await codeOf(identity.routes.session.firstSignIn(input, call()))).toBe('done');
  const second = { ...input, token: late, name: 'Eve', email: 'eve@evil.example' };
  expect(await codeOf(identity.routes.session.firstSignIn(second, call()))).toBe('GONE');
  expect(await identity.firstAdministratorLink()).toBeUndefined();
});

test('a link past its time is gone', async () => {
  const token = tokenOf(await identity.firstAdministratorLink());
  nowMs += dayMs;
  expect(await codeOf(identity.routes.session.readLink({ token }))).toBe('GONE');
});

test('a sign-in takes the place of the former session; sign-out everywhere ends all', async () => {
  await addUser('operator');
  const [first, other] = [await signIn(), await signIn()];
  const again = await signIn(password, { sessionId: first.sessionId });
  expect(await kindOf(first.session)).toBe('anonymous');
  expect([await kindOf(other.session), await kindOf(again.session)]).toEqual(['user', 'user']);

  const last = call({ actor: again.actor, sessionId: again.sessionId });
  expect(await identity.routes.session.signOut({ everywhere: true }, last)).toMatchObject({ user: null });
  expect(last.session).toBeNull();
  expect([await kindOf(other.session), await kindOf(again.session)]).toEqual(['anonymous', 'anonymous']);
});

test('a session ends when it is idle, and at its absolute end however much it is used', async () => {
  await addUser('member');
  const idle = await signIn();
  nowMs += 12 * 60 * minuteMs;
  expect(await kindOf(idle.session)).toBe('anonymous');

  const used = await signIn();
  for (let hours = 0; hours < 14 * 24 - 6; hours += 6) {
    nowMs += 6 * 60 * minuteMs;
    expect(await kindOf(used.session)).toBe('user');
  }
  nowMs += 6 * 60 * minuteMs;
  expect(await kindOf(used.session)).toBe('anonymous');
});

test('a wrong password, an unknown account and a disabled one get the same answer', async () => {
  const id = await addUser('member');
  const messages = [
    await messageOf(signIn('wrong password here')),
    await messageOf(signIn(password, {}, 'no@venue.example')),
  ];
  const administrator = await administratorCall();
  await identity.routes.users.setDisabled({ id, disabled: true }, administrator);
  messages.push(await messageOf(signIn()));
  expect(new Set(messages)).toEqual(new Set(['The e-mail address or the password is wrong.']));
});

test('failed sign-ins slow an account down, from wherever they come and also after a restart', async () => {
  await addUser('member');
  const guess = (index: number) => signIn('wrong password here', { remoteAddress: `192.0.2.${index}` });
  const codes = await Promise.all(Array.from({ length: 12 }, (_none, index) => codeOf(guess(index))));
  expect(codes.filter((code) => code === 'UNAUTHENTICATED')).toHaveLength(6);
  expect(codes.filter((code) => code === 'TOO_MANY_REQUESTS')).toHaveLength(6);

  await identity.close();
  identity = await open();
  const refusal = await signIn(password).catch((error: unknown) => error);
  expect(refusal).toMatchObject({ code: 'TOO_MANY_REQUESTS', details: { retryAfterSeconds: 1 } });
  nowMs += 1_000;
  expect((await signIn(password)).actor.kind).toBe('user');
  expect(await codeOf(signIn('wrong password here'))).toBe('UNAUTHENTICATED');
});

test('an API token holds what it was granted, of what its owner holds, until it ends', async () => {
  await addUser('operator');
  const owner = await signIn();
  const own = call({ actor: owner.actor, sessionId: owner.sessionId });
  const routes = identity.routes.tokens;
  const input = { name: 'Results feed', scopes: ['send'], expiresInDays: 30 };
  expect(await messageOf(routes.create({ ...input, scopes: ['manage'] }, own))).toContain('"manage"');

  const { secret, token } = await routes.create(input, own);
  expect(secret).toMatch(/^altis_[\w-]{43}$/);
  const headers = { authorization: `Bearer ${secret}` };
  const { actor, by } = await identity.authenticate(headers);
  expect([actor, by]).toMatchObject([{ kind: 'user', grants: ['send'] }, 'token']);
  expect(await routes.list({}, own)).toMatchObject([{ id: token.id, lastUsedAt: '2026-02-06T20:00:00.000Z' }]);
  expect(await codeOf(routes.create(input, call({ actor })))).toBe('FORBIDDEN');

  await routes.revoke({ id: token.id }, own);
  expect(await codeOf(identity.authenticate(headers))).toBe('UNAUTHENTICATED');
  const short = await routes.create({ ...input, expiresInDays: 1 }, own);
  nowMs += dayMs;
  expect(await codeOf(identity.authenticate({ authorization: `Bearer ${short.secret}` }))).toBe('UNAUTHENTICATED');
});

test('an administrator invites, changes roles and disables; one administrator always remains', async () => {
  const administrator = await administratorCall();
  const { users } = identity.routes;
  const invitation = { email: 'Luca@venue.example', name: 'Luca', role: 'operator' } as const;
  const { user, link } = await users.invite(invitation, administrator);
  expect([user.state, await codeOf(users.invite(invitation, administrator))]).toEqual(['invited', 'CONFLICT']);
  expect(
    await codeOf(
      identity.routes.session.readLink({ token: tokenOf(await users.renewLink({ id: user.id }, administrator)) }),
    ),
  ).toBe('done');
  expect(await codeOf(identity.routes.session.readLink({ token: tokenOf(link) }))).toBe('GONE');

  const joined = tokenOf(await users.renewLink({ id: user.id }, administrator));
  const visit = call();
  await identity.routes.session.firstSignIn(
    { purpose: 'invitation', token: joined, name: 'Luca Conti', password },
    visit,
  );
  expect((await identity.authenticate(cookieOf(visit.session))).actor).toMatchObject({ roles: ['operator'] });
  await users.changeRole({ id: user.id, role: 'member' }, administrator);
  expect((await identity.authenticate(cookieOf(visit.session))).actor).toMatchObject({ roles: ['member'] });
  expect(await users.setDisabled({ id: user.id, disabled: true }, administrator)).toMatchObject({ state: 'disabled' });
  expect(await kindOf(visit.session)).toBe('anonymous');

  const own = administrator.actor.kind === 'user' ? administrator.actor.id : '';
  expect(await codeOf(users.setDisabled({ id: own, disabled: true }, administrator))).toBe('CONFLICT');
  expect(await codeOf(users.changeRole({ id: own, role: 'member' }, administrator))).toBe('CONFLICT');
  expect(await codeOf(users.changeRole({ id: 'user_0', role: 'member' }, administrator))).toBe('NOT_FOUND');
  expect(await identity.namesOf([user.id, 'user_0'])).toEqual(new Map([[user.id, 'Luca Conti']]));
});

test('a new password asks for the present one and ends every other session', async () => {
  await addUser('member');
  const [here, elsewhere] = [await signIn(), await signIn()];
  const visit = call({ actor: here.actor, sessionId: here.sessionId });
  const { setPassword } = identity.routes.profile;
  const next = 'a lantern under blue snow';
  expect(await codeOf(setPassword({ next }, visit))).toBe('UNAUTHENTICATED');
  await setPassword({ current: password, next }, visit);
  expect([await kindOf(here.session), await kindOf(elsewhere.session), await kindOf(visit.session)]).toEqual([
    'anonymous',
    'anonymous',
    'user',
  ]);
  expect(await codeOf(signIn())).toBe('UNAUTHENTICATED');
  expect((await signIn(next)).actor.kind).toBe('user');
});

test('neither names nor e-mail addresses nor secrets reach the log or the journal', async () => {
  const administrator = await administratorCall();
  const { link } = await identity.routes.users.invite(
    { email: 'luca@venue.example', name: 'Luca', role: 'member' },
    administrator,
  );
  for (let index = 0; index < 8; index += 1) await codeOf(signIn('wrong password here', {}, 'luca@venue.example'));
  const told = logged + JSON.stringify(journal.map(({ actor: _actor, ...entry }) => entry));
  expect(logged).toContain('refused');
  for (const secret of ['Luca', 'luca@', 'venue.example', 'wrong password', tokenOf(link)])
    expect(told).not.toContain(secret);
});

type TestCall = IdentityCall & { session?: IssuedSession | null };

function call(part: Partial<IdentityCall> = {}): TestCall {
  const made: TestCall = {
    actor: anonymous,
    remoteAddress: '192.0.2.1',
    setSession: (session) => {
      made.session = session;
    },
    ...part,
  };
  return made;
}

async function open(): Promise<Identity> {
  const log: Log = {
    debug: note,
    info: note,
    warn: note,
    error: note,
    child: () => log,
  };
  return openIdentity({
    server: database,
    settings: readConfig({ environment: {} }).section(identityConfig),
    journal: { record: async (_trx, entry) => void journal.push(entry) },
    permissionsOf: (actor) => (actor.kind === 'user' ? ['read', 'send'] : ['read']),
    log,
    clock: { now: () => nowMs },
  });
}

function note(details: object, message: string): void {
  logged += `${JSON.stringify(details)} ${message}\n`;
}

/** Adds an account with a password, as an invitation does; returns its id. */
async function addUser(role: AccountRole, email = 'anna@venue.example'): Promise<string> {
  const { id } = await identity.ensureUser({ email, name: 'Anna', role });
  const token = tokenOf(await identity.routes.users.renewLink({ id }, call({ actor: someone })));
  await identity.routes.session.firstSignIn({ purpose: 'invitation', token, name: 'Anna', password }, call());
  return id;
}

const someone: Actor = { kind: 'user', id: 'user_0' as never, name: 'Someone', roles: ['administrator'] };

async function administratorCall(): Promise<TestCall> {
  const { id } = await identity.ensureUser({ email: 'chief@venue.example', name: 'Chief', role: 'administrator' });
  const token = tokenOf(await identity.createSignInLink(id));
  const visit = call();
  await identity.routes.session.firstSignIn({ purpose: 'sign-in', token }, visit);
  const { actor } = await identity.authenticate(cookieOf(visit.session));
  return call({ actor });
}

async function signIn(secret = password, part: Partial<IdentityCall> = {}, email = 'Anna@venue.example') {
  const visit = call(part);
  await identity.routes.session.signIn({ email, password: secret }, visit);
  return { ...(await identity.authenticate(cookieOf(visit.session))), session: visit.session };
}

function cookieOf(session: IssuedSession | null | undefined) {
  return { cookie: sessionCookie(session ?? null, { secure: false }).split(';')[0] };
}

async function kindOf(session: IssuedSession | null | undefined): Promise<string> {
  return (await identity.authenticate(cookieOf(session))).actor.kind;
}

function tokenOf(link: { path: string } | undefined): string {
  return link?.path.split('token=')[1] ?? '';
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'done',
    (error: unknown) => (error instanceof Problem ? error.code : String(error)),
  );
}

async function messageOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'done',
    (error: unknown) => (error instanceof Error ? error.message : 'no error'),
  );
}

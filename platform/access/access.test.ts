import { anonymous, newId, Problem, type Actor } from '@altis/kernel';
import { identity } from '@altis/identity/contract';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createAccess, type AccessSource } from './access.ts';
import { accessTable } from './access-table.ts';
import { standardRoles } from './permission.ts';
import { platformPermissions } from './platform-permissions.ts';

type Clip = { embargoed: boolean };

const archive = {
  system: 'media-archive',
  permissions: {
    'archive.clip.read': { description: 'Watch clips', roles: ['visitor'] },
    'archive.clip.import': { description: 'Import clips', roles: ['operator'] },
    'archive.clip.erase': { description: 'Erase clips', roles: ['administrator'] },
  },
  rules: {
    'archive.clip.read': (actor: Actor, clip: Clip) =>
      !clip.embargoed || actor.kind !== 'anonymous' || 'This clip is under embargo.',
  },
} satisfies AccessSource;
const results = {
  system: 'results',
  permissions: {
    'results.message.send': { description: 'Send messages', roles: ['operator'] },
    'results.unit.withdraw': { description: 'Withdraw a unit', roles: ['administrator'] },
  },
} satisfies AccessSource;
const access = createAccess([archive, results]);

test('each standard role holds all that the former ones hold', () => {
  const held = standardRoles.map((role) => access.permissionsOf(user([role])));
  expect(held.map((permissions) => permissions.length)).toEqual([1, 1, 3, 5]);
  for (const [index, permissions] of held.slice(0, -1).entries()) {
    expect(held[index + 1]).toEqual(expect.arrayContaining(permissions));
  }
  expect(access.permissionsOf(anonymous)).toEqual(['archive.clip.read']);
});

test('an unknown role gives nothing beyond a visitor', () => {
  expect(access.permissionsOf(user(['superuser', 'toString']))).toEqual(access.permissionsOf(anonymous));
});

test('a token never widens what its owner holds', () => {
  const names = ['archive.clip.read', 'archive.clip.import', 'archive.clip.erase', 'results.message.send', 'x.y'];
  fc.assert(
    fc.property(fc.subarray([...standardRoles]), fc.subarray(names), (roles, grants) => {
      const owner = new Set(access.permissionsOf(user(roles)));
      expect(access.permissionsOf(user(roles, grants))).toEqual(grants.filter((grant) => owner.has(grant)).sort());
    }),
  );
});

test('a system holds its own permissions and, elsewhere, what an operator holds', () => {
  const system: Actor = { kind: 'system', name: 'media-archive' };
  expect(access.may(system, 'archive.clip.erase')).toBe(true);
  expect(access.may(system, 'results.message.send')).toBe(true);
  expect(access.may(system, 'results.unit.withdraw')).toBe(false);
});

test('a rule on attributes refuses with its reason', () => {
  expect(access.decide(anonymous, 'archive.clip.read', { embargoed: true })).toEqual({
    allowed: false,
    reason: 'This clip is under embargo.',
  });
  expect(access.may(user(['member']), 'archive.clip.read', { embargoed: true })).toBe(true);
  expect(access.may(anonymous, 'archive.clip.read', { embargoed: false })).toBe(true);
});

test('a refusal tells a visitor to sign in and a user that they may not', () => {
  expect(codeOf(() => access.require(anonymous, 'archive.clip.erase'))).toBe('UNAUTHENTICATED');
  expect(codeOf(() => access.require(user(['operator']), 'archive.clip.erase'))).toBe('FORBIDDEN');
});

test('an undeclared permission is a programming error, never an answer', () => {
  expect(() => access.may(user(['administrator']), 'archive.clip.raed')).toThrow('declared by no system');
  expect(() => access.assertDeclared('none', 'GET /api/x')).toThrow('GET /api/x asks for permission "none"');
  expect(() => createAccess([archive, { ...archive, system: 'copy' }])).toThrow('both "media-archive" and "copy"');
  expect(() =>
    createAccess([{ system: 'x', permissions: { Read: { description: 'a', roles: ['visitor'] } } }]),
  ).toThrow('must read like');
  expect(() => createAccess([{ ...results, rules: { 'archive.clip.read': () => true } }])).toThrow('does not declare');
});

test("the table shows the platform's permissions by role", () => {
  const table = accessTable(platformPermissions);
  expect(table.map((row) => row.permission)).toEqual(Object.keys(platformPermissions).sort());
  expect(table.find((row) => row.permission === 'platform.users.manage')?.allowed).toEqual({
    visitor: false,
    member: false,
    operator: false,
    administrator: true,
  });
});

test("every route of identity asks for one of the platform's permissions", () => {
  const routes = Object.values(identity.contract).flatMap((group) => Object.values(group));
  const asked = routes.map((route) => route['~orpc'].meta.permission);
  expect(Object.keys(platformPermissions)).toEqual(expect.arrayContaining(asked));
});

function user(roles: readonly string[], grants?: readonly string[]): Actor {
  return { kind: 'user', id: newId('user'), name: 'Anna', roles, ...(grants === undefined ? {} : { grants }) };
}

function codeOf(work: () => void): string | undefined {
  try {
    work();
    return undefined;
  } catch (thrown) {
    return thrown instanceof Problem ? thrown.code : 'another error';
  }
}

import { oc } from '@orpc/contract';
import { implement } from '@orpc/server';
import { expect, test } from 'vitest';
import * as z from 'zod';
import {
  anonymous,
  createDirectory,
  currentCall,
  isId,
  newId,
  signCall,
  verifyCall,
  withCall,
  type CallContext,
} from './index.ts';

const contract = {
  greet: oc
    .meta({ permission: 'greeter.guest.greet' })
    .input(z.object({ name: z.string() }))
    .output(z.object({ text: z.string() })),
};
const greeter = { name: 'greeter', contract };

test('ids name their kind and sort by the time they were made', () => {
  expect(newId('clip', 1000) < newId('clip', 2000)).toBe(true);
  expect(isId('clip', newId('clip'))).toBe(true);
  expect(isId('clip', newId('moment'))).toBe(false);
});

test('a call signed with another secret is not believed', () => {
  const scope = { actor: { kind: 'system', name: 'results' }, requestId: 'request_1' } as const;
  expect(verifyCall(signCall(scope, 'secret'), 'secret')).toEqual(scope);
  expect(verifyCall(signCall(scope, 'other'), 'secret')).toBeUndefined();
  expect(verifyCall('nonsense', 'secret')).toBeUndefined();
});

test('a signed call is believed for a minute, by clocks that differ as by one that was overheard', () => {
  const scope = { actor: { kind: 'system', name: 'results' }, requestId: 'request_1' } as const;
  const header = signCall(scope, 'secret', 1_000_000);
  for (const nowMs of [940_000, 1_060_000]) expect(verifyCall(header, 'secret', nowMs)).toEqual(scope);
  for (const nowMs of [939_999, 1_060_001]) expect(verifyCall(header, 'secret', nowMs)).toBeUndefined();
});

test('a system is found whenever it starts, and the actor travels with the call', async () => {
  const directory = createDirectory({ remote: new Map(), callSecret: 's', may: () => true });
  const client = directory.reach(greeter);
  expect(() => client.greet({ name: 'Ada' })).toThrow(/not running here/);

  const os = implement(contract).$context<CallContext>();
  const greet = os.greet.handler(({ input, context }) => ({ text: `${input.name}, ${context.call.actor.kind}` }));
  directory.add('greeter', os.router({ greet }));
  const actor = { kind: 'system', name: 'test' } as const;
  const said = await withCall({ actor, requestId: 'r' }, () => client.greet({ name: 'Ada' }));
  expect(said.text).toBe('Ada, system');
  expect(currentCall().actor).toEqual(anonymous);
});

test('a system that failed to start says why', () => {
  const directory = createDirectory({ remote: new Map(), callSecret: 's', may: () => true });
  directory.fail('greeter', 'its folder is missing');
  expect(() => directory.reach(greeter).greet({ name: 'Ada' })).toThrow(/its folder is missing/);
});

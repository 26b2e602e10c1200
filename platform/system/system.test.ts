import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '@altis/config';
import { createTestDatabase } from '@altis/database/testing';
import { createHost, implementContract, type FastifyInstance } from '@altis/http';
import { anonymous, silentLog } from '@altis/kernel';
import { runStopSteps, type StopStep } from '@altis/observability';
import { oc } from '@orpc/contract';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { emptyScratch } from './in-scratch-folder.ts';
import { defineSystem, inScratchFolder, openPlatform, serverConfig, startSystem } from './index.ts';

const route = oc.$meta({ permission: 'none' });

/** A system with one route, which everybody may call. */
function greeter(name: string, permission = `${name}.guest.greet`) {
  const contract = {
    greet: route
      .route({ method: 'GET', path: '/greeting' })
      .meta({ permission })
      .output(z.object({ text: z.string() })),
  };
  const os = implementContract(contract);
  return {
    published: { name, contract },
    permissions: { [`${name}.guest.greet`]: { description: 'Be greeted', roles: ['visitor'] as const } },
    migrations: {},
    routes: () => os.router({ greet: os.greet.handler(() => ({ text: `Hello from ${name}` })) }),
  };
}

function mountRaw(app: FastifyInstance): void {
  app.get('/api/late/raw', { config: { permission: 'late.guest.greet' } }, async () => 'raw');
}

test('a system that cannot start answers 503 with its reason, and the others run', async () => {
  const database = await createTestDatabase();
  const data = await mkdtemp(join(tmpdir(), 'altis-system-'));
  const systems = [
    defineSystem(greeter('healthy')),
    defineSystem({ ...greeter('broken'), start: () => Promise.reject(new Error('its folder is missing')) }),
    defineSystem(greeter('unruly', 'nobody.declared.this')),
    defineSystem({
      ...greeter('unruled'),
      rawRoutes: (scope) => void scope.register(async (inner) => void inner.get('/open', async () => '')),
    }),
    defineSystem({
      ...greeter('late'),
      rawRoutes: mountRaw,
      subscriptions: () => {
        throw new Error('its events are gone');
      },
    }),
  ];
  const config = readConfig({ environment: { ALTIS_DATA: data, DATABASE_URL: database.url } });
  const permissions = systems.map((system) => ({ system: system.published.name, permissions: system.permissions }));
  const platform = await openPlatform({ config, log: silentLog, permissions, remote: new Map() });
  const settings = config.section(serverConfig);
  const app = await createHost({ ...settings, ...platform, authenticate: async () => ({ actor: anonymous }) });
  const closeSteps: StopStep[] = [];
  for (const system of systems) closeSteps.push(...(await startSystem(system, platform, app)).closeSteps);

  expect((await app.inject('/api/healthy/greeting')).json()).toEqual({ text: 'Hello from healthy' });
  const broken = await app.inject('/api/broken/greeting');
  expect(broken.statusCode).toBe(503);
  expect(broken.json()).toMatchObject({
    code: 'UNAVAILABLE',
    message: expect.stringContaining('its folder is missing'),
  });
  const unruly = await app.inject('/api/unruly/greeting');
  expect(unruly.statusCode).toBe(503);
  expect(unruly.json().message).toContain('nobody.declared.this');
  expect((await app.inject('/api/unruled/greeting')).json().message).toContain('has no rule');
  // Its routes were mounted already; none of them answers from a closed database.
  for (const path of ['/api/late/greeting', '/api/late/raw']) {
    const late = await app.inject(path);
    expect([late.statusCode, late.json().message], path).toEqual([503, expect.stringContaining('its events are gone')]);
  }
  const reached = platform.directory.reach(systems[4]!.published) as { greet?: unknown };
  expect(() => reached.greet).toThrow(/its events are gone/);
  const health = (await app.inject('/health')).json();
  expect(health.systems.map(({ state }: { state: string }) => state)).toEqual([
    'ok',
    'failed',
    'failed',
    'failed',
    'failed',
  ]);

  await app.close();
  await runStopSteps([...platform.workSteps, ...closeSteps, ...platform.closeSteps], silentLog);
  await database.drop();
  await rm(data, { recursive: true, force: true });
});

test('scratch of dead processes is removed, that of living ones and of other runs stays', async () => {
  const data = await mkdtemp(join(tmpdir(), 'altis-scratch-'));
  const place = { name: 'healthy', config: readConfig({ environment: { ALTIS_DATA: data } }) };
  const scratch = join(data, 'scratch/healthy');
  const living = `${process.ppid}-1`;
  for (const owner of [living, `${process.pid}-1`, '99999999-1', 'of-another-layout'])
    await mkdir(join(scratch, owner, 'job'), { recursive: true });
  await inScratchFolder(place, async (own) => {
    await emptyScratch(place);
    expect(own.startsWith(scratch)).toBe(true);
    expect((await stat(own)).isDirectory()).toBe(true);
    expect(await readdir(scratch)).toHaveLength(2);
    expect(await readdir(scratch)).toContain(living);
    await inScratchFolder(place, async (other) => expect(other).not.toBe(own));
    expect((await stat(own)).isDirectory()).toBe(true);
  });
  await rm(data, { recursive: true, force: true });
});

test('how many proxies are believed is a number, and a flag means one', () => {
  const hops = (value?: string) =>
    readConfig({ environment: value === undefined ? {} : { ALTIS_TRUST_PROXY: value } }).section(serverConfig)
      .trustProxy;
  expect([hops(), hops('false'), hops('true'), hops('1'), hops('2')]).toEqual([0, 0, 1, 1, 2]);
  expect(() => hops('-1')).toThrow(/ALTIS_TRUST_PROXY/);
});

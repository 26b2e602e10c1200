import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '@altis/config';
import { createTestDatabase } from '@altis/database/testing';
import { createHost, implementContract } from '@altis/http';
import { anonymous, silentLog } from '@altis/kernel';
import { runStopSteps, type StopStep } from '@altis/observability';
import { oc } from '@orpc/contract';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { defineSystem, openPlatform, serverConfig, startSystem } from './index.ts';

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

test('a system that cannot start answers 503 with its reason, and the others run', async () => {
  const database = await createTestDatabase();
  const data = await mkdtemp(join(tmpdir(), 'altis-system-'));
  const systems = [
    defineSystem(greeter('healthy')),
    defineSystem({ ...greeter('broken'), start: () => Promise.reject(new Error('its folder is missing')) }),
    defineSystem(greeter('unruly', 'nobody.declared.this')),
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
  const health = (await app.inject('/health')).json();
  expect(health.systems.map(({ state }: { state: string }) => state)).toEqual(['ok', 'failed', 'failed']);

  await app.close();
  await runStopSteps([...platform.workSteps, ...closeSteps, ...platform.closeSteps], silentLog);
  await database.drop();
  await rm(data, { recursive: true, force: true });
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '@altis/config';
import { openSchema } from '@altis/database';
import { createTestDatabase } from '@altis/database/testing';
import { publish, type EventType } from '@altis/events';
import { createHost } from '@altis/http';
import { silentLog, type Actor } from '@altis/kernel';
import { runStopSteps, type StopStep } from '@altis/observability';
import { openPlatform, serverConfig, startSystem, type Platform, type Room } from '@altis/system';
import { permissions } from '../permissions.ts';
import type { Tables } from '../store/tables.ts';
import { system } from '../system.ts';

/** The archive on a real platform in this process, and a way to state the facts that other systems would. */
export interface OpenArchive {
  readonly platform: Platform;
  readonly room: Room<Tables>;
  /** States facts in one transaction, in this order. */
  tell(...facts: readonly (readonly [EventType, unknown])[]): Promise<void>;
  get(path: string): Promise<{ readonly status: number; readonly body: string }>;
  close(): Promise<void>;
}

const reader: Actor = { kind: 'user', id: 'user_test' as never, name: 'Reader', roles: ['administrator'] };

export async function openArchive(): Promise<OpenArchive> {
  const directory = await mkdtemp(join(tmpdir(), 'altis-follow-'));
  const database = await createTestDatabase();
  const config = readConfig({ environment: { ALTIS_DATA: directory, DATABASE_URL: database.url } });
  const platform = await openPlatform({
    config,
    log: silentLog,
    permissions: [{ system: 'media-archive', permissions }],
    remote: new Map(),
  });
  const authenticate = async () => ({ actor: reader });
  const app = await createHost({ ...config.section(serverConfig), ...platform, authenticate });
  let room: Room<Tables> | undefined;
  const start = async (opened: Room<never>) => {
    room = opened as unknown as Room<Tables>;
    return (await system.start?.(opened)) ?? (async () => undefined);
  };
  const { workSteps, closeSteps } = await startSystem({ ...system, start }, platform, app);
  if (room === undefined) throw new Error('The archive did not start.');
  const steps: StopStep[] = [...workSteps, ...platform.workSteps, ...closeSteps, ...platform.closeSteps];
  const teller = await openSchema<unknown>({
    server: platform.server,
    schema: 'teller',
    migrations: {},
    log: silentLog,
  });
  return {
    platform,
    room,
    tell: (...facts) =>
      teller.db.transaction().execute(async (trx) => {
        for (const [type, payload] of facts) await publish(trx, type, payload);
      }),
    async get(path) {
      const { statusCode: status, body } = await app.inject({ method: 'GET', url: `/api/media-archive${path}` });
      return { status, body };
    },
    async close() {
      await app.close();
      await teller.close();
      await runStopSteps(steps, silentLog);
      await database.drop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

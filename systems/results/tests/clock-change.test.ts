import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '@altis/config';
import { createTestDatabase, type TestDatabase } from '@altis/database/testing';
import { createHost, type FastifyInstance } from '@altis/http';
import { asSystem, silentLog, type Actor } from '@altis/kernel';
import { runStopSteps, type StopStep } from '@altis/observability';
import { openPlatform, serverConfig, startSystem, type Room } from '@altis/system';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { permissions } from '../permissions.ts';
import type { ResultsRoom } from '../routes/intake/intake.ts';
import { takeInMessage } from '../routes/intake/take-in-message.ts';
import { listFacts } from '../store/facts.ts';
import { system } from '../system.ts';
import { berg, line, plan, result } from './slalom-feed.ts';

let nowMs = 0;
let room: ResultsRoom;
let app: FastifyInstance;
let database: TestDatabase;
let directory = '';
let steps: StopStep[] = [];
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'altis-clocks-'));
  database = await createTestDatabase();
  const environment = { ALTIS_DATA: directory, DATABASE_URL: database.url, ALTIS_RESULTS_TIME_ZONE: 'Europe/Rome' };
  const config = readConfig({ environment });
  const platform = await openPlatform({
    config,
    log: silentLog,
    permissions: [{ system: 'results', permissions }],
    remote: new Map(),
  });
  const actor: Actor = { kind: 'user', id: 'user_test' as never, name: 'Timer', roles: ['administrator'] };
  app = await createHost({ ...config.section(serverConfig), ...platform, authenticate: async () => ({ actor }) });
  const routes = (opened: Room<never>) => {
    room = { ...opened, clock: { now: () => nowMs } } as unknown as ResultsRoom;
    return system.routes(room as unknown as Room<never>);
  };
  const { workSteps, closeSteps } = await startSystem({ ...system, routes }, platform, app);
  steps = [...workSteps, ...platform.workSteps, ...closeSteps, ...platform.closeSteps];
}, 60_000);
afterAll(async () => {
  await app?.close();
  await runStopSteps(steps, silentLog);
  await database?.drop();
  await rm(directory, { recursive: true, force: true });
});

test.each([
  [1, 'in the second of two hours that are alike', '2030-10-27T00:30:00+02:00', '2030-10-27T01:05:00.000Z', '02:05'],
  [2, 'after clocks went back', '2030-10-27T00:30:00+02:00', '2030-10-27T02:05:00.000Z', '03:05'],
  [3, 'after clocks went forward', '2030-03-31T00:30:00+01:00', '2030-03-31T01:05:00.000Z', '03:05'],
  [4, 'at a venue of another zone', '2030-10-27T20:00:00+02:00', '2030-10-27T18:05:00.000Z', '20:05'],
])('a press at the console is told when it was (%i: %s)', async (number, _case, start, at, written) => {
  const documentCode = `ALPWSL----------------FNL-000${number}00--`;
  nowMs = Date.parse(at) - dayMs;
  await send(plan(number, [{ rsc: documentCode, start, session: '' }], 'DT_SCHEDULE_UPDATE'));
  const date = new Date(nowMs).toISOString().slice(0, 'YYYY-MM-DD'.length);
  await send(result('START_LIST', { version: 1, source: 'ALTIS', documentCode, date }, [line(berg, 1, {})]));

  nowMs = Date.parse(at);
  const press = { id: `press-000${number}`, pressedAt: at, offsetMs: 0, deed: { kind: 'start', bib: null } };
  const payload = { unit: documentCode, inputs: [press] };
  const url = `/api/results/timing/${documentCode}/inputs`;
  const recorded = await app.inject({ method: 'POST', url, payload });
  expect(recorded.statusCode, recorded.body).toBe(200);
  const facts = await listFacts(room.db, [documentCode]);
  expect(facts.map(({ kind, at: told }) => [kind, told])).toEqual([['started', at]]);
  expect(facts[0]?.source.issuedAt.slice(11).replace('B', '').slice(0, 5)).toBe(written);
});

const dayMs = 86_400_000;

async function send(body: string): Promise<void> {
  const { flaw } = await asSystem('results', () => takeInMessage(room, new TextEncoder().encode(body), 'test'));
  expect(flaw).toBeUndefined();
}

import { mountContract, mountFailure, type FastifyInstance } from '@altis/http';
import { openSchema } from '@altis/database';
import { messageOf, systemClock } from '@altis/kernel';
import { runStopSteps, type StopStep } from '@altis/observability';
import { emptyScratch } from './in-scratch-folder.ts';
import type { System } from './define-system.ts';
import type { Platform } from './open-platform.ts';
import type { Room } from './room.ts';

/** How to stop a system: first what it does by itself; its database when nothing uses it any more, jobs and events included. */
export type StartedSystem = { readonly workSteps: readonly StopStep[]; readonly closeSteps: readonly StopStep[] };

/**
 * Starts one system in this process and mounts its routes. One that fails, however late, answers 503 with its reason, and
 * the others run.
 */
export async function startSystem(system: System, platform: Platform, app: FastifyInstance): Promise<StartedSystem> {
  const { name } = system.published;
  const { access, directory, health, log } = platform;
  const workSteps: StopStep[] = [];
  const closeSteps: StopStep[] = [];
  health.set(name, 'starting');
  try {
    await emptyScratch({ name, config: platform.config });
    const { room, close } = await openRoom(system, platform);
    closeSteps.push({ name: `${name} database`, stop: close });

    const stop = await system.start?.(room);
    if (stop !== undefined) workSteps.push({ name, stop });

    // Nothing is answered, taken in or run before all that can fail has succeeded.
    const router = system.routes(room);
    await mountContract(app, system.published, router, { access, log: room.log });
    await mountRawRoutes(app, (scope) => system.rawRoutes?.(scope, room));
    directory.add(name, router);
    await platform.events.subscribe(name, room.db, system.subscriptions?.(room) ?? []);
    await platform.jobs.run(name, system.jobs?.(room) ?? []);
    health.set(name, 'ok');
    return { workSteps, closeSteps };
  } catch (error) {
    const reason = messageOf(error);
    log.error({ system: name, error }, 'A system did not start');
    health.set(name, 'failed', reason);
    directory.fail(name, reason);
    await runStopSteps([...workSteps, ...closeSteps], log);
    if (!app.hasRoute({ method: 'GET', url: `/api/${name}/*` })) mountFailure(app, name, reason);
    return { workSteps: [], closeSteps: [] };
  }
}

/** Loads the routes here and now, also those in scopes of their own, so that a flaw stops this system and not the server. */
async function mountRawRoutes(app: FastifyInstance, mount: (scope: FastifyInstance) => void): Promise<void> {
  const flaws: unknown[] = [];
  await app.register(async (scope) => {
    mount(scope);
    scope.after((error) => {
      if (error instanceof Error) flaws.push(error);
    });
  });
  if (flaws.length > 0) throw flaws[0];
}

async function openRoom(
  { published: { name }, migrations, jobs }: System,
  platform: Platform,
): Promise<{ room: Room<never>; close: () => Promise<void> }> {
  const { audit, changes, config, directory, media, metrics, server, storage, uploads } = platform;
  const log = platform.log.child({ system: name });
  const { db, close } = await openSchema<never>({ server, schema: name.replaceAll('-', '_'), migrations, log });
  const base = { name, db, storage, uploads, media, audit, changes, config, clock: systemClock, log, metrics };
  const systemJobs = platform.jobs.forSystem(name);
  const room: Room<never> = { ...base, jobs: systemJobs, reach: (published) => directory.reach(published) };
  await platform.jobs.prepare(name, jobs?.(room) ?? []);
  return { room, close };
}

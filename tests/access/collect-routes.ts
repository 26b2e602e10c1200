import {
  accessTable,
  createAccess,
  platformPermissions,
  type Access,
  type PermissionDeclarations,
  type StandardRole,
} from '@altis/access';
import { audit } from '@altis/audit/contract';
import { createHost, listRoutes, mountOpenApi, mountWeb, type FastifyInstance, type HostOptions } from '@altis/http';
import { identity } from '@altis/identity/contract';
import { jobs } from '@altis/jobs/contract';
import { anonymous, silentLog } from '@altis/kernel';
import { createHealthBoard, createMetrics } from '@altis/observability';
import { systems } from '@altis/server/systems';
import type { System } from '@altis/system';

/** A route of the server with its rule and who passes it. Parameters stand in braces. */
export type AccessRoute = {
  readonly method: string;
  readonly path: string;
  readonly permission: string;
  /** Nobody is identified, so that no credential makes a difference. */
  readonly isPublic: boolean;
  readonly description: string;
  readonly allowed: Readonly<Record<StandardRole, boolean>>;
};

/** Every route that the whole server has: of the published contracts, and the raw ones as they are really mounted. */
export async function collectRoutes(): Promise<AccessRoute[]> {
  const loaded = await Promise.all(Object.values(systems).map((load) => load()));
  const rules = new Map(accessTable(permissionsOf(loaded)).map((row) => [row.permission, row]));
  const contracts = [identity, audit, jobs, ...loaded.map(({ published }) => published)];
  const ofContracts = contracts.flatMap(({ name, contract }) =>
    listRoutes(contract).map(({ method, url, permission }) => ({
      method,
      path: `/api/${name}${url}`,
      permission,
      isPublic: false,
    })),
  );
  const { app } = await openHost(loaded);
  await app.ready();
  const raw = app.routeRules
    .filter(({ permission }) => permission !== 'by-contract')
    .map(({ url, ...rule }) => ({ ...rule, path: url.replaceAll(/:(\w+)/g, '{$1}') }));
  await app.close();
  return [...ofContracts, ...raw]
    .map((route) => {
      const rule = rules.get(route.permission);
      if (rule === undefined)
        throw new Error(`${route.method} ${route.path} asks for ${route.permission}, which nobody declares.`);
      return { ...route, description: rule.description, allowed: rule.allowed };
    })
    .sort((left, right) => (keyOf(left) < keyOf(right) ? -1 : 1));
}

/** The real host with the raw routes of systems, which may be called as far as the host itself answers. */
export async function openHost(
  loaded: readonly System[],
  authenticate: HostOptions['authenticate'] = async () => ({ actor: anonymous }),
): Promise<{ app: FastifyInstance; access: Access }> {
  const nothing = {} as never;
  const access = createAccess([{ system: 'all', permissions: permissionsOf(loaded) }]);
  const app = await createHost({
    log: silentLog,
    access,
    metrics: createMetrics(),
    health: createHealthBoard(),
    changes: nothing,
    uploads: { files: {}, maxBytes: 0 } as never,
    callSecret: 'not used here',
    authenticate,
    bodyLimitBytes: 1_000,
    trustProxy: 0,
    requestsPerMinute: 60,
    headTimeoutMs: 1_000,
  });
  for (const { rawRoutes } of loaded) rawRoutes?.(app, nothing);
  mountOpenApi(app, new Map());
  await mountWeb(app, import.meta.dirname);
  return { app, access };
}

function permissionsOf(loaded: readonly System[]): PermissionDeclarations {
  const declared = loaded.flatMap(({ permissions }) => Object.entries(permissions));
  return { ...platformPermissions, ...Object.fromEntries(declared) };
}

function keyOf({ path, method }: AccessRoute): string {
  return `${path} ${method}`;
}

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from './free-port.ts';
import { repositoryRoot } from './repository.ts';

/** Which systems run in which process, and where it listens. */
export type ProcessPlan = { readonly args: readonly string[]; readonly port: number };

/**
 * One process for all systems; or, when ALTIS_TEST_SPLIT names some (`media-archive,transport`), those in a process each,
 * joined to the first one's database. The first of the plan is to be started first.
 */
export async function planProcesses(wanted: readonly string[] | undefined): Promise<ProcessPlan[]> {
  const systems = wanted ?? builtSystems();
  const asked = (process.env['ALTIS_TEST_SPLIT'] ?? '').split(',').filter((name) => systems.includes(name));
  // The first process keeps at least one system, so that there is something to call from outside.
  const apart = asked.length === systems.length ? asked.slice(1) : asked;
  const together = systems.filter((name) => !apart.includes(name));
  const groups: { own: readonly string[]; port: number }[] = [];
  for (const own of [together, ...apart.map((name) => [name])]) groups.push({ own, port: await freePort() });

  return groups.map(({ own, port }, index) => {
    const elsewhere = groups.filter((group) => group.port !== port);
    const remote = elsewhere.flatMap((group) =>
      group.own.flatMap((name) => ['--remote', `${name}=http://127.0.0.1:${group.port}`]),
    );
    const joining = index === 0 ? [] : ['--join'];
    return { args: ['--no-demo', '--systems', own.join(','), ...joining, ...remote], port };
  });
}

function builtSystems(): string[] {
  const folder = join(repositoryRoot, 'systems');
  return readdirSync(folder).filter((name) => existsSync(join(folder, name, 'system.ts')));
}

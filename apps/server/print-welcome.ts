import type { Flags } from './flags.ts';
import type { RunningServer } from './start-server.ts';

/** Says on standard output where the server is, how to sign in, and how each system does. */
export async function printWelcome({ url, platform }: RunningServer, { join }: Flags, demo: boolean): Promise<void> {
  const lines = ['', `Altis is ready at ${url}`];
  const link = join ? undefined : await signInLink(platform, demo);
  if (link !== undefined) lines.push(`Sign in once with  ${url}${link}`);
  lines.push(
    '',
    ...table(platform.health.list().map(({ system, state, reason }) => [system, state, reason ?? ''])),
    '',
  );
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** The first administrator's link; in the demo, where somebody is administrator already, a link that signs them in. */
async function signInLink({ identity }: RunningServer['platform'], demo: boolean): Promise<string | undefined> {
  if (!demo) return (await identity.firstAdministratorLink())?.path;
  const host = await identity.ensureUser({
    email: 'host@demo.altis.example',
    name: 'Demo host',
    role: 'administrator',
  });
  return (await identity.createSignInLink(host.id)).path;
}

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd());
}

import { chown, readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { problem } from '@altis/kernel';
import { runToEnd } from './run-to-end.ts';
import type { Engine } from './prepare-engine.ts';

/**
 * Who PostgreSQL runs as. It refuses to run as root, and needs an account that `/etc/passwd` knows.
 * - `self`: the user who started Altis.
 * - `other`: an account without rights of its own, to which the cluster's files then belong.
 * - `namespace`: the user who started Altis, seen under another number from inside a user namespace (user_namespaces(7));
 *   files stay theirs.
 */
export type Account =
  | { readonly kind: 'self' }
  | { readonly kind: 'other'; readonly uid: number; readonly gid: number }
  | { readonly kind: 'namespace'; readonly uid: number; readonly gid: number };

/** A program and its arguments as they have to be spawned to run under an account. */
export function commandFor(account: Account, program: string, args: readonly string[]) {
  if (account.kind === 'namespace') {
    const map = ['--user', `--map-user=${account.uid}`, `--map-group=${account.gid}`, '--'];
    return { program: 'unshare', args: [...map, program, ...args], spawnAs: {} };
  }
  const spawnAs = account.kind === 'other' ? { uid: account.uid, gid: account.gid } : {};
  return { program, args, spawnAs };
}

type Place = { readonly engine: Engine; readonly directory: string; readonly cluster: string };

/** Finds an account that can run PostgreSQL here, and gives it the cluster's files if they were another's. */
export async function chooseAccount(place: Place): Promise<Account> {
  const uid = process.getuid!();
  const known = await knownAccounts();
  if (uid !== 0 && known.some((entry) => entry.uid === uid)) return { kind: 'self' };
  for (const account of await candidates(place, uid, known)) {
    if (!(await canWork(account, place))) continue;
    if (uid === 0) await giveCluster(place.cluster, account);
    return account;
  }
  throw uid === 0 ? noAccountForRoot(place) : noNameForUser(uid);
}

async function candidates({ cluster }: Place, uid: number, known: readonly KnownAccount[]): Promise<Account[]> {
  const plain = known
    .filter((entry) => ['postgres', 'nobody'].includes(entry.name))
    .sort((a, b) => (a.name < b.name ? 1 : -1));
  const inside = plain.slice(0, 1).map((entry) => ({ kind: 'namespace', uid: entry.uid, gid: entry.gid }) as const);
  if (uid !== 0) return inside;
  const owner = await stat(cluster).catch(() => undefined);
  // A cluster of root's was made in a namespace, so that is the first way to try again.
  if (owner?.uid === 0) inside.reverse();
  const owners = known.filter((entry) => entry.uid !== 0 && entry.uid === owner?.uid);
  const others = [...owners, ...plain].map((entry) => ({ kind: 'other', uid: entry.uid, gid: entry.gid }) as const);
  return owner?.uid === 0 ? [...inside, ...others] : [...others, ...inside];
}

/** Whether the account can run the programs and reach the directory; tried rather than worked out, because of ACLs and mounts. */
async function canWork(account: Account, { engine, directory }: Place): Promise<boolean> {
  const script = 'test -r "$1" && cd "$2" && exec "$0" --version';
  const command = commandFor(account, '/bin/sh', ['-c', script, engine.postgres, engine.catalogue, directory]);
  const { exitCode } = await runToEnd(command, engine.environment).catch(() => ({ exitCode: 1 }));
  return exitCode === 0;
}

async function giveCluster(cluster: string, account: Account): Promise<void> {
  const [uid, gid] = account.kind === 'other' ? [account.uid, account.gid] : [0, 0];
  const owner = await stat(cluster).catch(() => undefined);
  if (owner === undefined || owner.uid === uid) return;
  // The directory itself comes last: an interrupted walk is begun again.
  for (const name of await readdir(cluster, { recursive: true })) await chown(join(cluster, name), uid, gid);
  await chown(cluster, uid, gid);
}

type KnownAccount = { readonly name: string; readonly uid: number; readonly gid: number };

async function knownAccounts(): Promise<KnownAccount[]> {
  const lines = (await readFile('/etc/passwd', 'utf8').catch(() => '')).split('\n');
  return lines
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter((entry) => entry.name !== '');
}

function noAccountForRoot({ directory }: Place) {
  return problem(
    'UNAVAILABLE',
    `PostgreSQL does not run as root, and no other account reaches both Altis and ${directory}.`,
    {
      remedy:
        'Start Altis as an ordinary user; or put Altis and ALTIS_DATA outside of /root, where the account "nobody" may enter; or set DATABASE_URL to a server of your own.',
    },
  );
}

function noNameForUser(uid: number) {
  return problem(
    'UNAVAILABLE',
    `PostgreSQL needs a user with a name, and the user number ${uid} has none in /etc/passwd.`,
    {
      remedy: `Add a line for it (such as "altis:x:${uid}:${uid}::/:/bin/sh"), or set DATABASE_URL to a server of your own.`,
    },
  );
}

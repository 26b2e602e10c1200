import { join } from 'node:path';

/** In the cluster's name, because the files of one major version mean nothing to another. */
const majorVersion = 18;

/** Where a server keeps its files in its directory. */
export function clusterIn(directory: string): string {
  return join(directory, `postgresql-${majorVersion}`);
}

/** The address of a server that listens in a socket directory. */
export function addressAt(socketDirectory: string): string {
  return `postgresql://altis@localhost/altis?host=${encodeURIComponent(socketDirectory)}`;
}

import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The folder of the checkout. */
export const repositoryRoot = resolve(import.meta.dirname, '../..');

/** A path below the data that lies beside the checkout, or undefined where it is not there: then the test is skipped. */
export function sharedData(...path: string[]): string | undefined {
  const found = join(repositoryRoot, '../shared/data', ...path);
  return existsSync(found) ? found : undefined;
}

import { announce } from '@altis/events';
import type { Intake } from './intake.ts';
import { projectPlaces } from './project-places.ts';

/** After texts of codes changed, which are given as kind and code: what is found by them is found by the new ones. */
export async function projectCodes({ trx }: Intake, keys: readonly string[]): Promise<void> {
  const codesOf = (kind: string): string[] =>
    keys.filter((key) => key.startsWith(`${kind} `)).map((key) => key.slice(kind.length + 1));
  for (const kind of ['organisation', 'discipline', 'venue'] as const) await projectPlaces(trx, kind, codesOf(kind));
  await announce(trx, 'results.register');
}

import { announce } from '@altis/events';
import { findEvents } from '../../store/events.ts';
import type { Intake } from './intake.ts';
import { projectEvents } from './project-events.ts';
import { projectPlaces } from './project-places.ts';

/**
 * After texts of codes changed, which are given as kind and code: events are named anew, and what was found by the old
 * texts is found by the new ones.
 */
export async function projectCodes(intake: Intake, keys: readonly string[]): Promise<void> {
  const { trx } = intake;
  const codesOf = (kind: string): string[] =>
    keys.filter((key) => key.startsWith(`${kind} `)).map((key) => key.slice(kind.length + 1));
  for (const kind of ['organisation', 'discipline', 'venue'] as const) await projectPlaces(trx, kind, codesOf(kind));
  await projectEvents(intake, [...(await findEvents(trx, codesOf('event'))).keys()]);
  await announce(trx, 'results.register');
}

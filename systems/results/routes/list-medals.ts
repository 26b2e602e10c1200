import type { Medal } from '../contract/index.ts';
import { nameCompetitor } from '../domain/name-competitors.ts';
import { findRegister } from '../store/register.ts';
import type { KnownMedal } from '../store/medals.ts';
import type { ResultsRoom } from './intake/intake.ts';

/** Medals under the names of the register. */
export async function nameMedals(db: ResultsRoom['db'], medals: readonly KnownMedal[]): Promise<Medal[]> {
  const codes = medals.flatMap(({ facts }) => [facts.code, ...facts.athletes.map(({ code }) => code)]);
  const register = await findRegister(db, [...new Set(codes)]);
  return medals.map(({ facts, eventName, source }) => ({ ...nameCompetitor(facts, register), eventName, source }));
}

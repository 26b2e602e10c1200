import type { UnitCompetitor } from '../../contract/index.ts';

/** Whether the parts of a result are legs, a member's each; those of others are runs and rounds. */
export function isRelay({ kind, athletes }: UnitCompetitor): boolean {
  return kind === 'team' && athletes.length > 0;
}

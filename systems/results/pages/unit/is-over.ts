import type { UnitDetail } from '../../contract/index.ts';

const endings: ReadonlySet<string | null> = new Set(['OFFICIAL', 'UNOFFICIAL', 'UNCONFIRMED']);

/** Whether a unit has ended, by the status of its results. */
export function isOver({ resultStatus }: Pick<UnitDetail, 'resultStatus'>): boolean {
  return endings.has(resultStatus);
}

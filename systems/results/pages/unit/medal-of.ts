import type { UnitDetail } from '../../contract/index.ts';

const byRank: Readonly<Record<string, 'gold' | 'silver' | 'bronze'>> = { '1': 'gold', '2': 'silver', '3': 'bronze' };

/** The medal that a rank brings in a unit, once no jury can be asked any more; undefined where it brings none. */
export function medalOf(
  { medal, resultStatus }: Pick<UnitDetail, 'medal' | 'resultStatus'>,
  rank: string,
): 'gold' | 'silver' | 'bronze' | undefined {
  if (resultStatus !== 'OFFICIAL') return undefined;
  if (medal === 'bronze') return rank === '1' ? 'bronze' : undefined;
  return medal === 'none' ? undefined : byRank[rank];
}

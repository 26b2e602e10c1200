import type { UnitDetail } from '../../contract/index.ts';

type WonMedal = UnitDetail['medals'][number];

const byRank: Readonly<Record<string, WonMedal['medal']>> = { '1': 'gold', '2': 'silver', '3': 'bronze' };

/** The medal that a competitor won in a unit that decides medals, of all that were won in its event; undefined where none. */
export function medalOf(
  { medal }: Pick<UnitDetail, 'medal'>,
  won: readonly WonMedal[],
  competitor: string,
): WonMedal['medal'] | undefined {
  const own = medal === 'none' ? undefined : won.find(({ code }) => code === competitor)?.medal;
  return medal === 'bronze' && own !== 'bronze' ? undefined : own;
}

/** Whether a rank says what the medal says, which can then stand in its place. In the last of several runs it may not. */
export function isRankOfMedal(
  { medal }: Pick<UnitDetail, 'medal'>,
  rank: string | null,
  own: WonMedal['medal'] | undefined,
): boolean {
  if (own === undefined || rank === null) return false;
  return medal === 'bronze' ? rank === '1' : byRank[rank] === own;
}

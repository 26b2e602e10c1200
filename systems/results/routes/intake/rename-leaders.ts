import { isDeepStrictEqual } from 'node:util';
import { announce } from '@altis/events';
import { nameLeaders } from '../../domain/unit-leaders.ts';
import { findRegister } from '../../store/register.ts';
import { findKeptUnits, findUnitsLedBy, writeUnits } from '../../store/units.ts';
import type { Intake } from './intake.ts';

/** After names of participants and teams changed: shows those that lead units under the new ones. */
export async function renameLeaders({ trx }: Intake, codes: readonly string[]): Promise<void> {
  const units = await findKeptUnits(trx, await findUnitsLedBy(trx, codes));
  const leading = [...units.values()].flatMap(({ leaders }) => leaders.map(({ code }) => code));
  const register = await findRegister(trx, [...new Set(leading)]);
  const renamed = [...units.values()].flatMap((unit) => {
    const leaders = nameLeaders(unit.leaders, register);
    return isDeepStrictEqual(leaders, unit.summary.leaders) ? [] : [{ ...unit, summary: { ...unit.summary, leaders } }];
  });
  await writeUnits(trx, renamed);
  if (renamed.length > 0) await announce(trx, 'results.units');
}

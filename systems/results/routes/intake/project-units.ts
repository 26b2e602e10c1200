import { isDeepStrictEqual } from 'node:util';
import { announce } from '@altis/events';
import { summariseUnit } from '../../domain/unit-summary.ts';
import { findScheduledUnits } from '../../store/claims.ts';
import { findRemarks } from '../../store/documents.ts';
import { deleteUnit, findUnits, writeUnit } from '../../store/units.ts';
import type { Intake } from './intake.ts';

/** Brings the summaries of units up to date with everything that is held. Returns those whose name changed. */
export async function projectUnits(
  { trx, header }: Intake,
  codes: readonly string[],
): Promise<{ renamed: readonly string[] }> {
  const scheduled = await findScheduledUnits(trx, codes);
  const remarks = await findRemarks(trx, codes);
  const before = await findUnits(trx, codes);
  const renamed: string[] = [];
  let hasChanged = false;
  for (const rsc of new Set(codes)) {
    const summary = summariseUnit(rsc, header.competitionCode, scheduled.get(rsc), remarks.get(rsc) ?? []);
    const known = before.get(rsc);
    if (isDeepStrictEqual(summary, known)) continue;
    hasChanged = true;
    if (summary === undefined) await deleteUnit(trx, rsc);
    else await writeUnit(trx, summary);
    if (known !== undefined && summary !== undefined && !isDeepStrictEqual(known.name, summary.name)) renamed.push(rsc);
    await announce(trx, `results.unit.${rsc}`);
  }
  if (hasChanged) await announce(trx, 'results.units');
  return { renamed };
}

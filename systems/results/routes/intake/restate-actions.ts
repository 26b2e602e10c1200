import { isDeepStrictEqual } from 'node:util';
import { announce, publish } from '@altis/events';
import { ActionCorrected } from '../../contract/index.ts';
import { nameCompetitors } from '../../domain/name-competitors.ts';
import { findAffectedActions, renameAction } from '../../store/actions.ts';
import { findRegister } from '../../store/claims.ts';
import { findUnitsNaming } from '../../store/documents.ts';
import { findUnits } from '../../store/units.ts';
import type { Intake } from './intake.ts';

/** After names of participants, teams or units changed: publishes the actions that bear them as corrected. */
export async function restateActions(
  intake: Intake,
  affected: { readonly codes: readonly string[]; readonly units: readonly string[] },
): Promise<void> {
  const { trx, header, source, auditNotes } = intake;
  const actions = await findAffectedActions(trx, affected);
  const register = await findRegister(trx, [...new Set(actions.flatMap(({ codes }) => codes))]);
  const units = await findUnits(trx, [...new Set(actions.map(({ known }) => known.unit))]);
  let corrected = 0;
  for (const { stated, known } of actions) {
    const action = { ...stated, competitors: nameCompetitors(stated.competitors, register) };
    if (isDeepStrictEqual(action, known) && !affected.units.includes(known.unit)) continue;
    corrected += 1;
    await renameAction(trx, action);
    const unitName = units.get(action.unit)?.name ?? {};
    await publish(trx, ActionCorrected, { competition: header.competitionCode, unitName, action, source });
  }
  const shown = new Set([...affected.units, ...(await findUnitsNaming(trx, affected.codes))]);
  for (const unit of shown) await announce(trx, `results.unit.${unit}`);
  if (corrected === 0) return;
  const subject = { kind: 'message', id: source.message };
  auditNotes.push({
    action: 'names.corrected',
    subject,
    details: { document: header.documentType, actions: corrected },
  });
}

import { isDeepStrictEqual } from 'node:util';
import { announce, publish } from '@altis/events';
import { ActionCorrected } from '../../contract/index.ts';
import { nameCompetitors } from '../../domain/name-competitors.ts';
import { eventOf } from '../../domain/unit-summary.ts';
import { findAffectedActions, renameAction } from '../../store/actions.ts';
import { findRegister } from '../../store/register.ts';
import { findSubjectsNaming } from '../../store/documents.ts';
import { findUnits } from '../../store/units.ts';
import type { Intake } from './intake.ts';
import { renameLeaders } from './rename-leaders.ts';

type Affected = { readonly codes: readonly string[]; readonly units: readonly string[] };

/** After names of participants, teams or units changed: publishes the actions that bear them as corrected. */
export async function restateActions(intake: Intake, affected: Affected): Promise<void> {
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
  await renameLeaders(intake, affected.codes);
  for (const topic of await topicsOf(intake, affected)) await announce(trx, topic);
  if (corrected === 0) return;
  const subject = { kind: 'message', id: source.message };
  auditNotes.push({
    action: 'names.corrected',
    subject,
    details: { document: header.documentType, actions: corrected },
  });
}

/** What shows the names: units, and the events of documents about phases and events. */
async function topicsOf({ trx }: Intake, { codes, units }: Affected): Promise<Set<string>> {
  const naming = await findSubjectsNaming(trx, codes);
  const topics = naming.map(({ subject, kind }) => {
    const isOfUnit = kind === 'results' || kind === 'current' || kind === 'play-by-play';
    return isOfUnit ? `results.unit.${subject}` : `results.event.${eventOf(subject)}`;
  });
  const medals = naming.some(({ kind }) => kind === 'medallists') ? ['results.medals'] : [];
  return new Set([...topics, ...medals, ...units.map((unit) => `results.unit.${unit}`)]);
}

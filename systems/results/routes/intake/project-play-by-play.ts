import { isDeepStrictEqual } from 'node:util';
import { announce, publish } from '@altis/events';
import { currentActions } from '@altis/odf';
import { ActionCorrected, ActionRecorded, ActionWithdrawn, type Action, type Source } from '../../contract/index.ts';
import { nameCompetitors } from '../../domain/name-competitors.ts';
import { codesIn, statedAction } from '../../domain/stated-action.ts';
import { findActions, placeActions, withdrawAction, writeAction } from '../../store/actions.ts';
import { findRegister } from '../../store/register.ts';
import { actionState, findDocuments, sourceOf, type DocumentOf } from '../../store/documents.ts';
import { findUnits } from '../../store/units.ts';
import type { Intake } from './intake.ts';

/** An action that holds, with the document that says it. */
type Current = { readonly action: Action; readonly stated: Action; readonly document: DocumentOf<'play-by-play'> };

/**
 * Brings the actions of a unit up to date with its documents, publishes what changed, and notes for the audit what was
 * said otherwise before. It compares states, so the outcome is the same whatever the order of arrival.
 */
export async function projectPlayByPlay(intake: Intake, unit: string): Promise<void> {
  const { trx, header, source, auditNotes } = intake;
  const current = await loadCurrent(intake, unit);
  const before = await findActions(trx, unit);
  const unitName = (await findUnits(trx, [unit])).get(unit)?.name ?? {};
  const fact = (action: Action, from: Source) => ({
    competition: header.competitionCode,
    unitName,
    action,
    source: from,
  });

  for (const [index, { action, stated, document }] of current.entries()) {
    const known = before.get(action.id);
    before.delete(action.id);
    const isNew = known === undefined || known.isWithdrawn;
    if (!isNew && isDeepStrictEqual(known.known, action)) continue;
    const row = {
      position: index + 1,
      document: document.versionKey,
      changedBy: source.message,
      stated,
      known: action,
    };
    await writeAction(trx, { ...row, codes: codesIn(action), isCorrected: known !== undefined });
    await publish(trx, isNew ? ActionRecorded : ActionCorrected, fact(action, sourceOf(document)));
    if (!isNew) auditNotes.push(noteOf('action.corrected', action, known.known));
  }
  for (const { known, isWithdrawn } of before.values()) {
    if (isWithdrawn) continue;
    await withdrawAction(trx, known, source.message);
    await publish(trx, ActionWithdrawn, fact(known, source));
    auditNotes.push(noteOf('action.withdrawn', undefined, known));
  }
  const places = current.map(({ action, document }) => ({ id: action.id, document: document.versionKey }));
  await placeActions(trx, unit, places);
  await announce(trx, `results.unit.${unit}`);
}

async function loadCurrent({ trx, zone }: Intake, unit: string): Promise<Current[]> {
  const documents = await findDocuments(trx, [unit], ['play-by-play']);
  const stated = currentActions(actionState(documents)).flatMap(({ action, from }) => {
    const document = documents.find(
      (each) => each.version === from.version && each.digest === from.digest && each.period === (from.period ?? null),
    );
    if (document === undefined) return [];
    const { home, away } = document.content;
    const sides = { home: home ?? undefined, away: away ?? undefined };
    return [{ document, stated: statedAction(action, { unit, ...sides, period: from.period }, zone) }];
  });
  const register = await findRegister(trx, [...new Set(stated.flatMap((each) => codesIn(each.stated)))]);
  return stated.map((each) => ({
    ...each,
    action: { ...each.stated, competitors: nameCompetitors(each.stated.competitors, register) },
  }));
}

function noteOf(name: 'action.corrected' | 'action.withdrawn', after: Action | undefined, before: Action) {
  const subject = { kind: 'action', id: `${before.unit} ${before.id}` };
  const details = { before: outline(before), ...(after === undefined ? {} : { after: outline(after) }) };
  return { action: name, subject, details };
}

/** An action for the audit: people by their codes. */
function outline({ code, period, clock, homeScore, awayScore, competitors }: Action) {
  const athletes = competitors.flatMap((each) => each.athletes.map((athlete) => [athlete.role ?? '', athlete.code]));
  return { code, period, clock, homeScore, awayScore, athletes };
}

import { announce } from '@altis/events';
import { findDocumentsAbout, type DocumentOf } from '../../store/documents.ts';
import { lockEvents } from '../../store/lock.ts';
import { writeMedals } from '../../store/medals.ts';
import { findMedalUnits } from '../../store/units.ts';
import type { Intake } from './intake.ts';
import { projectEvents } from './project-events.ts';

/**
 * Brings the medals of events up to date: what the event's own DT_MEDALLISTS says, or before there is any, the list of a
 * day or a discipline that was sent last.
 */
export async function projectMedals(intake: Intake, events: readonly string[]): Promise<void> {
  const { trx } = intake;
  const codes = [...new Set(events)].sort();
  await lockEvents(trx, codes);
  const documents = await findDocumentsAbout(trx, codes, ['medallists']);
  for (const event of codes) {
    const telling = documents.filter(({ content }) => content.some((each) => each.event === event));
    const isOwn = ({ documentType }: DocumentOf<'medallists'>): boolean => documentType === 'DT_MEDALLISTS';
    const document = telling.find(isOwn) ?? telling[0];
    const medals = document?.content.find((each) => each.event === event)?.medals ?? [];
    if (document === undefined) await writeMedals(trx, event, [], { versionKey: '', sentAt: '' });
    else await writeMedals(trx, event, medals, document);
    await announce(trx, `results.event.${event}`);
  }
  for (const unit of await findMedalUnits(trx, codes)) await announce(trx, `results.unit.${unit}`);
  await projectEvents(intake, codes);
  await announce(trx, 'results.medals');
}

import { problem } from '@altis/kernel';
import type { EventDetail } from '../contract/index.ts';
import { presentBracket } from '../domain/bracket.ts';
import { presentRecord } from '../domain/record-entries.ts';
import { presentStanding } from '../domain/standing.ts';
import { eventOf } from '../domain/unit-summary.ts';
import { findRegister, listEntrants } from '../store/register.ts';
import { findDocumentsAbout, sourceOf, type HeldDocument } from '../store/documents.ts';
import { findEvents } from '../store/events.ts';
import { listFacts } from '../store/facts.ts';
import { listMedals } from '../store/medals.ts';
import { findCodeNames } from '../store/names.ts';
import { listUnitsOfEvents } from '../store/units.ts';
import type { ResultsRoom } from './intake/intake.ts';
import { nameMedals } from './list-medals.ts';
import { communicationsIn } from './read-unit.ts';

const kinds = ['standing', 'brackets', 'records', 'communication'] as const;

/** An event with its phases and units, and everything that is said of it as a whole. */
export async function readEvent({ db }: ResultsRoom, rsc: string): Promise<EventDetail> {
  const summary = (await findEvents(db, [rsc])).get(rsc);
  if (summary === undefined) {
    throw problem('NOT_FOUND', `There is no event ${rsc}.`, {
      remedy: 'It appears with the schedule, or with the first message about one of its units.',
    });
  }
  const units = await listUnitsOfEvents(db, [rsc]);
  const documents = await findDocumentsAbout(db, [rsc], kinds);
  const register = await findRegister(db, [...new Set(documents.flatMap(({ codes }) => codes))]);
  const phases = Map.groupBy(units, (unit) => phaseOf(unit.rsc));
  const standings = newestOfEach(documents.filter((document) => document.kind === 'standing'));
  const phaseNames = await findCodeNames(db, 'phase', [
    ...phases.keys(),
    ...standings.map(({ subject }) => phaseOf(subject)),
  ]);
  const phaseName = (phase: string) => phaseNames.get(phase) ?? { en: phase.slice(22, 26).replace(/-+$/, '') };
  return {
    ...summary,
    phases: [...phases].map(([phase, inPhase]) => ({ rsc: phase, name: phaseName(phase), units: inPhase })),
    standings: standings.map((document) => {
      const name = document.subject === rsc ? summary.name : phaseNames.get(phaseOf(document.subject));
      return presentStanding(document.content, register, name, sourceOf(document));
    }),
    brackets: newestOfEach(documents.filter((document) => document.kind === 'brackets')).flatMap((document) =>
      document.content.map((bracket) => presentBracket(bracket, register, sourceOf(document))),
    ),
    medals: await nameMedals(db, await listMedals(db, { event: rsc })),
    records: documents
      .filter((document) => document.kind === 'records')
      .flatMap((document) =>
        document.content
          .filter(({ code }) => code.length !== 34 || eventOf(code) === rsc)
          .map((record) => presentRecord(record, register, sourceOf(document))),
      ),
    communications: communicationsIn(documents).filter(({ unit }) => unit === null || eventOf(unit) === rsc),
    facts: await listFacts(db, [rsc, ...phases.keys()]),
    entries: await listEntrants(db, rsc),
  };
}

/** Of documents about the same thing (in several languages, or of several kinds of source) the one sent last. */
function newestOfEach<Document extends HeldDocument>(documents: readonly Document[]): Document[] {
  const keys = new Set<string>();
  return documents.filter(({ documentType, subject, period }) => {
    const key = `${documentType} ${subject} ${period}`;
    return keys.has(key) ? false : keys.add(key);
  });
}

/** RSC of the phase of a unit. */
function phaseOf(rsc: string): string {
  return `${rsc.slice(0, 26)}${'-'.repeat(8)}`;
}

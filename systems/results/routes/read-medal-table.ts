import type { MedalLine } from '../contract/index.ts';
import { differingOrganisations, rankMedals } from '../domain/medal-table.ts';
import { listDocuments } from '../store/documents.ts';
import { countMedalEvents } from '../store/events.ts';
import { countWonMedals } from '../store/medals.ts';
import { findCodeNames } from '../store/names.ts';
import type { ResultsRoom } from './intake/intake.ts';

type MedalTable = { lines: MedalLine[]; events: number; finished: number; differences: string[] };

/** The medal table, counted from the medals of the events, and where the feed's own table says otherwise. */
export async function readMedalTable(
  { db }: ResultsRoom,
  filter: { readonly discipline?: string | undefined; readonly day?: string | undefined },
): Promise<MedalTable> {
  const counts = await countWonMedals(db, filter);
  const ranked = rankMedals(counts);
  const names = await findCodeNames(
    db,
    'organisation',
    ranked.map(({ organisation }) => organisation),
  );
  // The feed's own table is of all events, and as it stands now.
  const isWhole = filter.discipline === undefined && filter.day === undefined;
  const [stated] = isWhole ? await listDocuments(db, 'medal-table') : [];
  return {
    lines: ranked.map((line) => ({ ...line, name: names.get(line.organisation) ?? { en: line.organisation } })),
    ...(await countMedalEvents(db, filter.discipline)),
    differences: stated === undefined ? [] : differingOrganisations(counts, stated.content),
  };
}

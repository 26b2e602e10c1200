import type { ContentDraft } from '@altis/odf';
import { functionsOf } from './compose-people.ts';
import { cell, type GamesArchive } from './games-archive.ts';
import { disciplineRsc, type KnownEvents } from './known-events.ts';

/** DT_CODES by table: what the codes of organisations, disciplines, events, venues and functions are called. */
export function composeCodes(
  archive: GamesArchive,
  { disciplines, eventNames }: KnownEvents,
): { readonly table: string; readonly content: ContentDraft }[] {
  const organisations = new Map<string, string>();
  for (const row of archive.results) {
    organisations.set(cell(row, 'participant_country_code'), cell(row, 'participant_country'));
  }
  for (const row of [...archive.teams, ...archive.coaches, ...archive.athletes]) {
    organisations.set(cell(row, 'country_code'), cell(row, 'country'));
  }
  const venues = new Map(archive.schedules.map((row) => [cell(row, 'venue_code'), cell(row, 'venue')]));
  const tables: readonly (readonly [table: string, names: ReadonlyMap<string, string>])[] = [
    ['Organisation', organisations],
    ['Discipline', new Map(Array.from(disciplines, ([name, code]) => [disciplineRsc(code), name]))],
    ['Event', eventNames],
    ['Venue', venues],
    ['Function', functionsOf(archive)],
  ];
  return tables.map(([table, names]) => ({
    table,
    content: {
      kind: 'codes',
      codes: [...names]
        .filter(([code, name]) => code !== '' && name !== '')
        .map(([code, name]) => ({ code, type: table, descriptions: [{ language: 'ENG', description: name }] })),
    },
  }));
}

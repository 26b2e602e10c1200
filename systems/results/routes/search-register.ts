import type { Found, LocalName } from '../contract/index.ts';
import { searchFound, type FoundRow } from '../store/found.ts';
import { findCodeNames } from '../store/names.ts';
import type { ResultsRoom } from './intake/intake.ts';

/** What a person types. */
type Question = {
  readonly q: string;
  readonly kind?: Found['kind'] | undefined;
  readonly language: string;
  readonly limit: number;
};

/** Finds people, teams, organisations, disciplines, events, units and venues by name, and says what tells them apart. */
export async function searchRegister({ db }: ResultsRoom, { q, kind, language, limit }: Question): Promise<Found[]> {
  const rows = await searchFound(db, { text: q, kind, limit });
  const organisations = await findCodeNames(
    db,
    'organisation',
    rows.flatMap(({ organisation }) => organisation ?? []),
  );
  const disciplines = await findCodeNames(
    db,
    'discipline',
    rows.flatMap(({ about }) => about.disciplines ?? []),
  );
  const inLanguage = (names: ReadonlyMap<string, LocalName>) => (code: string) =>
    nameIn(names.get(code) ?? { und: code }, language);
  return rows.map((row) => ({
    kind: row.kind,
    code: row.code,
    title: nameIn(row.title, language),
    subtitle: tellApart(row, language, inLanguage(organisations), inLanguage(disciplines)),
    organisation: row.organisation,
  }));
}

function tellApart(
  { kind, code, organisation, about }: FoundRow,
  language: string,
  nameOrganisation: (code: string) => string,
  nameDiscipline: (code: string) => string,
): string {
  const { event, birthYear, day, venue, disciplines = [] } = about;
  const parts = [
    event === undefined ? '' : nameIn(event, language),
    kind === 'organisation' || kind === 'discipline' ? code : '',
    organisation === null || kind === 'organisation' ? '' : nameOrganisation(organisation),
    birthYear ?? '',
    ...disciplines.map(nameDiscipline),
    day ?? '',
    venue ?? '',
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

/** A name in a language, else in its parent (zh-Hant → zh), in English, or in whichever there is. */
function nameIn(name: LocalName, language: string): string {
  return (
    name[language] ?? name[language.split('-')[0] ?? ''] ?? name['und'] ?? name['en'] ?? Object.values(name)[0] ?? ''
  );
}

import { odfElement, type OdfElement } from '@altis/odf';
import type { Entrant, Person } from '../cast/person.ts';
import type { Coded, Detail, Line } from '../story/sheet.ts';

/** `Competitor` of a result: the entrant with name and members. */
export function competitorElement(line: Line): OdfElement {
  const { entrant, bib, isCurrent, memberDetails } = line;
  const members = entrant.members.map((person, index) => {
    const details = memberDetails?.get(person.code) ?? [];
    const entries = person.position === undefined ? [] : [{ type: 'EUE', code: 'POSITION', value: person.position }];
    return odfElement(
      'Athlete',
      { Code: person.code, Order: index + 1, Bib: person.bib ?? (entrant.kind === 'A' ? bib : undefined) },
      [
        personDescription(person),
        ...entries.map((entry) => codedElement('EventUnitEntry', entry)),
        ...detailElements(details),
      ],
    );
  });
  return odfElement(
    'Competitor',
    {
      Code: entrant.code,
      Type: entrant.kind,
      Bib: bib,
      Organisation: entrant.organisation,
      Current: isCurrent === true ? 'Y' : undefined,
    },
    [
      ...(entrant.kind === 'T' ? [odfElement('Description', { TeamName: entrant.name })] : []),
      odfElement('Composition', {}, members),
    ],
  );
}

/** `Competitor` with members only, as rankings, medals and records name them. */
export function namedCompetitor(
  { code, kind, organisation, name, members }: Entrant,
  attributes: Record<string, string | number | undefined> = {},
): OdfElement {
  return odfElement('Competitor', { Code: code, Type: kind, Organisation: organisation, ...attributes }, [
    ...(kind === 'T' ? [odfElement('Description', { TeamName: name })] : []),
    odfElement(
      'Composition',
      {},
      members.map((person, index) =>
        odfElement('Athlete', { Code: person.code, Order: index + 1 }, [personDescription(person)]),
      ),
    ),
  ]);
}

/** `Description` of a person in a message. */
export function personDescription({ givenName, familyName, gender, organisation, birthDate }: Person): OdfElement {
  const attributes = { GivenName: givenName, FamilyName: familyName, Gender: gender, Organisation: organisation };
  return odfElement('Description', { ...attributes, BirthDate: birthDate });
}

/** An element of the form `Type Code Pos Value`. */
export function codedElement(name: string, { type, code, pos, value }: Coded): OdfElement {
  return odfElement(name, { Type: type, Code: code, Pos: pos, Value: value });
}

/** `ExtendedResults`, where there are any. */
export function detailElements(details: readonly Detail[]): OdfElement[] {
  if (details.length === 0) return [];
  return [odfElement('ExtendedResults', {}, details.map(detailElement))];
}

function detailElement({ type, code, pos, value, value2, rank, rankEqual, diff, extensions = [] }: Detail): OdfElement {
  return odfElement(
    'ExtendedResult',
    {
      Type: type,
      Code: code,
      Pos: pos,
      Value: value,
      Value2: value2,
      Rank: rank,
      RankEqual: rankEqual === true ? 'Y' : undefined,
      Diff: diff,
    },
    extensions.map((extension) =>
      odfElement('Extension', { Code: extension.code, Pos: extension.pos, Value: extension.value }),
    ),
  );
}

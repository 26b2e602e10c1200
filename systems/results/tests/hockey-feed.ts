import { composeBody, odfElement, writeMessage, type OdfElement, type OdfHeader } from '@altis/odf';

export const unit = 'IHOMTEAM6-------------FNL-000100--';
const discipline = 'IHO-------------------------------';
const home = 'IHOMTEAM6---AAA01';
const away = 'IHOMTEAM6---BBB01';

/** A message of the invented Games XWG2030, as bytes. The minute of sending follows the version unless told. */
export function message(
  header: Partial<OdfHeader> & Pick<OdfHeader, 'documentType' | 'version'>,
  content: readonly OdfElement[] | undefined,
): string {
  const full: OdfHeader = {
    competitionCode: 'XWG2030',
    documentCode: unit,
    documentSubcode: undefined,
    documentSubtype: undefined,
    resultStatus: undefined,
    language: undefined,
    feedFlag: 'P',
    date: '2030-02-22',
    time: `15${String(header.version).padStart(2, '0')}00000`,
    logicalDate: '2030-02-22',
    source: 'TEST',
    ...header,
  };
  const attributes = { Gen: 'G', Sport: 'S', Codes: 'C' };
  const root = composeBody(full, content === undefined ? [] : [odfElement('Competition', attributes, content)]);
  return writeMessage({ root });
}

export function schedule(version: number, status = 'SCHEDULED', rsc = unit): string {
  return message({ documentType: 'DT_SCHEDULE', documentCode: discipline, version }, [
    odfElement(
      'Unit',
      { Code: rsc, PhaseType: 3, ScheduleStatus: status, StartDate: '2030-02-22T21:10:00+01:00', Venue: 'ARN' },
      [
        odfElement('ItemName', { Language: 'ENG', Value: "Men's Gold Medal Game" }),
        odfElement('ItemName', { Language: 'FRA', Value: 'Finale hommes' }),
        odfElement('VenueDescription', { VenueName: 'North Arena', LocationName: 'Rink 1' }),
      ],
    ),
  ]);
}

export type Person = {
  readonly code: string;
  readonly family: string;
  readonly given: string;
  readonly organisation?: string;
};

export const valla: Person = { code: '1000123', family: 'Valla', given: 'Tero' };
export const suomi: Person = { code: '1000127', family: 'Suomi', given: 'Aki' };

export function participants(
  version: number,
  people: readonly Person[],
  documentType: 'DT_PARTIC' | 'DT_PARTIC_UPDATE' = 'DT_PARTIC',
): string {
  return message(
    { documentType, documentCode: discipline, version },
    people.map(({ code, family, given, organisation = 'AAA' }) =>
      odfElement(
        'Participant',
        {
          Code: code,
          Parent: code,
          Status: 'ACTIVE',
          GivenName: given,
          FamilyName: family,
          PrintName: `${family.toUpperCase()} ${given}`,
          PrintInitialName: `${family.toUpperCase()} ${given[0]}`,
          TVName: `${given} ${family.toUpperCase()}`,
          TVInitialName: `${given[0]}. ${family.toUpperCase()}`,
          TVFamilyName: family.toUpperCase(),
          Gender: 'M',
          Organisation: organisation,
          BirthDate: '2004-05-06',
        },
        [odfElement('Discipline', { Code: discipline })],
      ),
    ),
  );
}

/** The list of teams; or an update of one, of whom the home team is made now. */
export function teams(version: number, updated?: readonly Person[]): string {
  const team = (code: string, organisation: string, name: string, members: readonly Person[]): OdfElement =>
    odfElement(
      'Team',
      {
        Code: code,
        Status: 'ACTIVE',
        Organisation: organisation,
        ShortName: name,
        TVTeamName: name,
        Gender: 'M',
        TeamType: 'TEAM',
      },
      [
        odfElement(
          'Composition',
          {},
          members.map((person, index) =>
            odfElement('Athlete', { Code: person.code, Order: index + 1, Bib: 10 + index }),
          ),
        ),
      ],
    );
  const documentType = updated === undefined ? 'DT_PARTIC_TEAMS' : 'DT_PARTIC_TEAMS_UPDATE';
  return message({ documentType, documentCode: discipline, version }, [
    team(home, 'AAA', 'Northland', updated ?? [valla, suomi]),
    ...(updated === undefined ? [team(away, 'BBB', 'Southland', [])] : []),
  ]);
}

/** Who is entered for the event: the home team, of these. */
export function entries(version: number, documentType: 'DT_ENTRIES' | 'DT_ENTRIES_UPDATE', of: readonly Person[]) {
  const athletes = of.map(({ code }, index) =>
    odfElement('Athlete', { Code: code, Order: index + 1, Bib: 10 + index }),
  );
  return message({ documentType, documentCode: `${unit.slice(0, 22)}------------`, version }, [
    odfElement('Entry', { Code: home, Type: 'T', Organisation: 'AAA', SortOrder: 1 }, [
      odfElement('Composition', {}, athletes),
    ]),
  ]);
}

export function results(version: number, status: string, score: readonly [string, string]): string {
  const line = (code: string, side: string, result: string, order: number): OdfElement =>
    odfElement('Result', { SortOrder: order, StartOrder: order, Result: result, ResultType: 'POINTS' }, [
      odfElement('Competitor', { Code: code, Type: 'T', Organisation: code.slice(12, 15) }, [
        odfElement('EventUnitEntry', { Type: 'EUE', Code: 'HOME_AWAY', Value: side }),
        odfElement('Composition', {}, []),
      ]),
    ]);
  return message({ documentType: 'DT_RESULT', version, resultStatus: status }, [
    odfElement('Clock', { Running: 'Y', Time: '14:02', Period: 'P1' }),
    line(home, 'HOME', score[0], 1),
    line(away, 'AWAY', score[1], 2),
  ]);
}

export type Goal = {
  readonly id: string;
  readonly order: number;
  readonly scorer?: Person;
  readonly code?: string;
  readonly score?: readonly [number, number];
  readonly when?: string;
};

export function playByPlay(
  version: number,
  goals: readonly Goal[],
  { period, ...header }: Partial<OdfHeader> & { period?: string } = {},
): string {
  const inMessage = { documentType: 'DT_PLAY_BY_PLAY', documentSubtype: 'ACTION', resultStatus: 'LIVE' };
  return message({ ...inMessage, documentSubcode: period, version, ...header }, [
    odfElement(
      'Actions',
      { Home: home, Away: away },
      goals.map((goal) => action(goal, period ?? 'P1')),
    ),
  ]);
}

function action({ id, order, scorer = valla, code = 'GOAL', score, when = '14:02' }: Goal, period: string): OdfElement {
  const stamp = { TimeStamp: `2030-02-22T21:${when}.420+01:00` };
  const scores = score === undefined ? {} : { ScoreH: score[0], ScoreA: score[1] };
  return odfElement('Action', { Id: id, Period: period, Order: order, Action: code, When: when, ...scores, ...stamp }, [
    odfElement('Competitor', { Code: home, Type: 'T', Organisation: 'AAA', Order: 1 }, [
      odfElement('Composition', {}, [
        odfElement('Athlete', { Code: scorer.code, Order: 1, Bib: 17, Role: 'SCR' }, [
          odfElement('Description', {
            GivenName: scorer.given,
            FamilyName: scorer.family,
            Gender: 'M',
            Organisation: 'AAA',
          }),
        ]),
      ]),
    ]),
  ]);
}

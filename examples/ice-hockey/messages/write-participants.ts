import type { Period } from '../simulate-period.ts';
import { athletesOf, type Athlete, type Team } from '../teams.ts';
import { unitCode } from './odf-header.ts';
import type { WallClock } from './wall-clock.ts';
import { element } from './xml.ts';

const eventCode = unitCode.slice(0, 22).padEnd(34, '-');
const venue = { Venue: 'ALA', VenueName: 'Altis Arena' };

/** DT_SCHEDULE: one session with the game. */
export function schedule({ home, away }: Period, clock: WallClock): string[] {
  const times = { StartDate: clock.dateTime(0), EndDate: clock.dateTime(2.5 * 3600 * 1000) };
  const start = (team: Team, order: number): string =>
    element('Start', { StartOrder: order, SortOrder: order }, [
      element('Competitor', { Code: team.code, Type: 'T', Organisation: team.organisation }),
    ]);
  return [
    element('Session', { SessionCode: 'IHO01', ...times, ...venue }, [
      element('SessionName', { Language: 'ENG', Value: "Men's Ice Hockey, Group A" }),
    ]),
    element(
      'Unit',
      { Code: unitCode, PhaseType: 3, UnitNum: 1, ScheduleStatus: 'SCHEDULED', ...times, Medal: 0, Venue: 'ALA', Location: 'ALA', SessionCode: 'IHO01' },
      [
        element('ItemName', { Language: 'ENG', Value: `Men's Group A: ${home.name} – ${away.name}` }),
        element('VenueDescription', { VenueName: 'Altis Arena', LocationName: 'Main Rink' }),
        element('StartList', {}, [start(home, 1), start(away, 2)]),
      ],
    ),
  ];
}

/** DT_PARTIC: every athlete of both teams. */
export function participants({ home, away }: Period): string[] {
  return [home, away].flatMap((team) => athletesOf(team).map((athlete) => participant(team, athlete)));
}

/** DT_PARTIC_TEAMS: the two teams with their members. */
export function teamsContent({ home, away }: Period): string[] {
  return [home, away].map((team) =>
    element(
      'Team',
      {
        Code: team.code,
        Status: 'ACTIVE',
        Organisation: team.organisation,
        Name: team.name,
        ShortName: team.name,
        TVTeamName: team.name,
        Gender: 'M',
        TeamType: 'T',
      },
      [
        element('Composition', {}, athletesOf(team).map(({ code }, index) => element('Athlete', { Code: code, Order: index + 1 }))),
        element('Discipline', { Code: 'IHO'.padEnd(34, '-') }, [element('RegisteredEvent', { Event: eventCode })]),
      ],
    ),
  );
}

function participant({ organisation }: Team, athlete: Athlete): string {
  const { code, givenName, familyName, localFamilyName, localGivenName, birthDate, bib } = athlete;
  const capitals = familyName.toLocaleUpperCase('en');
  const initial = [...givenName][0] ?? '';
  return element(
    'Participant',
    {
      Code: code,
      Parent: code,
      Status: 'ACTIVE',
      GivenName: givenName,
      FamilyName: familyName,
      PrintName: `${capitals} ${givenName}`,
      PrintInitialName: `${capitals} ${initial}`,
      TVName: `${givenName} ${capitals}`,
      TVInitialName: `${initial}. ${capitals}`,
      TVFamilyName: capitals,
      LocalFamilyName: localFamilyName,
      LocalGivenName: localGivenName,
      Gender: 'M',
      Organisation: organisation,
      BirthDate: birthDate,
      MainFunctionId: 'AA01',
    },
    [
      element('Discipline', { Code: 'IHO'.padEnd(34, '-') }, [element('RegisteredEvent', { Event: eventCode, Bib: bib })]),
    ],
  );
}

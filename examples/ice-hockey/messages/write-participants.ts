import { odfElement, type OdfElement } from '@altis/odf';
import { personNames } from '../../person-names.ts';
import type { Period } from '../period.ts';
import { athletesOf, type Athlete, type Team } from '../teams.ts';
import { unitCode, type GameSetting } from './odf-header.ts';
import type { WallClock } from './wall-clock.ts';

const eventCode = unitCode(1).slice(0, 22).padEnd(34, '-');
const venue = { Venue: 'ALA', VenueName: 'Altis Arena' };

/** DT_SCHEDULE: one session with the game. */
export function schedule({ home, away }: Period, clock: WallClock, game: number, setting: GameSetting): OdfElement[] {
  const prefix = setting === 'alone' ? 'IHO' : 'IHOX';
  const round = setting === 'alone' ? 'Group A' : 'Exhibition';
  const times = { StartDate: clock.dateTime(0), EndDate: clock.dateTime(2.5 * 3600 * 1000) };
  const start = (team: Team, order: number): OdfElement =>
    odfElement('Start', { StartOrder: order, SortOrder: order }, [
      odfElement('Competitor', { Code: team.code, Type: 'T', Organisation: team.organisation }),
    ]);
  return [
    odfElement('Session', { SessionCode: `${prefix}${String(game).padStart(2, '0')}`, ...times, ...venue }, [
      odfElement('SessionName', { Language: 'ENG', Value: `Men's Ice Hockey, ${round}` }),
    ]),
    odfElement(
      'Unit',
      {
        Code: unitCode(game, setting),
        PhaseType: 3,
        UnitNum: game,
        ScheduleStatus: 'SCHEDULED',
        ...times,
        Medal: 0,
        Venue: 'ALA',
        Location: 'ALA',
        SessionCode: `${prefix}${String(game).padStart(2, '0')}`,
      },
      [
        odfElement('ItemName', { Language: 'ENG', Value: `Men's ${round}: ${home.name} – ${away.name}` }),
        odfElement('VenueDescription', { VenueName: 'Altis Arena', LocationName: 'Main Rink' }),
        odfElement('StartList', {}, [start(home, 1), start(away, 2)]),
      ],
    ),
  ];
}

/** DT_PARTIC: every athlete of both teams. */
export function participants({ home, away }: Period): OdfElement[] {
  return [home, away].flatMap((team) => athletesOf(team).map((athlete) => participant(team, athlete)));
}

/** DT_PARTIC_TEAMS: the two teams with their members. */
export function teamsContent({ home, away }: Period): OdfElement[] {
  return [home, away].map((team) =>
    odfElement(
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
        odfElement(
          'Composition',
          {},
          athletesOf(team).map(({ code }, index) => odfElement('Athlete', { Code: code, Order: index + 1 })),
        ),
        odfElement('Discipline', { Code: 'IHO'.padEnd(34, '-') }, [
          odfElement('RegisteredEvent', { Event: eventCode }),
        ]),
      ],
    ),
  );
}

function participant({ organisation }: Team, athlete: Athlete): OdfElement {
  const { code, birthDate, bib } = athlete;
  return odfElement(
    'Participant',
    {
      Code: code,
      Parent: code,
      Status: 'ACTIVE',
      ...personNames(athlete),
      Gender: 'M',
      Organisation: organisation,
      BirthDate: birthDate,
      MainFunctionId: 'AA01',
    },
    [
      odfElement('Discipline', { Code: 'IHO'.padEnd(34, '-') }, [
        odfElement('RegisteredEvent', { Event: eventCode, Bib: bib }),
      ]),
    ],
  );
}

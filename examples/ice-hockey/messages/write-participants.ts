import { odfElement, type OdfElement } from '@altis/odf';
import { personNames } from '../../person-names.ts';
import type { Period } from '../period.ts';
import { athletesOf, type Athlete, type Team } from '../teams.ts';
import { unitCode } from './odf-header.ts';

const eventCode = unitCode(1).slice(0, 22).padEnd(34, '-');

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

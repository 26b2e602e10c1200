import type { Period } from '../simulate-period.ts';
import { athletesOf, type Athlete, type Team } from '../teams.ts';
import type { Action } from '../timeline.ts';
import { videoMs } from '../scene.ts';
import type { WallClock } from './wall-clock.ts';
import { element } from './xml.ts';

/** Content of DT_RESULT: start time, score by period and both teams with everybody on the list. */
export function resultContent(period: Period, clock: WallClock, status: string, entered: readonly Action[]): string[] {
  const score = {
    home: goals(entered, 'home'),
    away: goals(entered, 'away'),
  };
  const begun = status !== 'START_LIST';
  return [
    element('ExtendedInfos', {}, [
      element('UnitDateTime', { StartDate: clock.dateTime(videoMs(period.scenes[0]?.faceoff?.frame ?? 0)) }),
      ...(begun ? [element('ExtendedInfo', { Type: 'UI', Code: 'PERIOD', Value: 'P1' })] : []),
      element('SportDescription', { DisciplineName: 'Ice Hockey', EventName: "Men's Team", Gender: 'M', UnitNum: 1 }),
      element('VenueDescription', { Venue: 'ALA', VenueName: 'Altis Arena', Location: 'ALA', LocationName: 'Main Rink' }),
    ]),
    ...(begun
      ? [
          element('Periods', { Home: period.home.code, Away: period.away.code }, [
            element('Period', {
              Code: 'P1',
              HomeScore: score.home,
              AwayScore: score.away,
              HomePeriodScore: score.home,
              AwayPeriodScore: score.away,
            }),
          ]),
        ]
      : []),
    teamResult(period.home, 1, begun ? score.home : undefined),
    teamResult(period.away, 2, begun ? score.away : undefined),
  ];
}

function goals(entered: readonly Action[], side: Team['side']): number {
  return entered.filter((action) => action.code === 'GOAL' && action.side === side).length;
}

function teamResult(team: Team, order: number, score: number | undefined): string {
  return element(
    'Result',
    { SortOrder: order, StartOrder: order, ...(score !== undefined && { Result: score, ResultType: 'POINTS' }) },
    [
      element('Competitor', { Code: team.code, Type: 'T', Organisation: team.organisation }, [
        element('Description', { TeamName: team.name }),
        element('Composition', {}, athletesOf(team).map((athlete, index) => listedAthlete(team, athlete, index + 1))),
      ]),
    ],
  );
}

function listedAthlete({ organisation }: Team, { code, bib, givenName, familyName, birthDate, position }: Athlete, order: number): string {
  return element('Athlete', { Code: code, Order: order, Bib: bib }, [
    element('Description', {
      GivenName: givenName,
      FamilyName: familyName,
      Gender: 'M',
      Organisation: organisation,
      BirthDate: birthDate,
    }),
    element('EventUnitEntry', { Type: 'EUE', Code: 'POSITION', Value: position }),
  ]);
}

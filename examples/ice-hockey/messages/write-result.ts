import { odfElement, type OdfElement } from '@altis/odf';
import type { Period } from '../period.ts';
import { athletesOf, type Athlete, type Team } from '../teams.ts';
import type { Action } from '../timeline.ts';
import { videoMs } from '../scene.ts';
import type { WallClock } from './wall-clock.ts';

/** Content of DT_RESULT: start time, score by period and both teams with everybody on the list. */
export function resultContent(
  period: Period,
  clock: WallClock,
  status: string,
  entered: readonly Action[],
): OdfElement[] {
  const score = {
    home: goals(entered, 'home'),
    away: goals(entered, 'away'),
  };
  const begun = status !== 'START_LIST';
  const isOver = status === 'UNOFFICIAL' || status === 'OFFICIAL';
  return [
    odfElement('ExtendedInfos', {}, [
      odfElement('UnitDateTime', { StartDate: clock.dateTime(videoMs(period.scenes[0]?.faceoff?.frame ?? 0)) }),
      ...(begun && !isOver ? [odfElement('ExtendedInfo', { Type: 'UI', Code: 'PERIOD', Value: 'P1' })] : []),
      odfElement('SportDescription', {
        DisciplineName: 'Ice Hockey',
        EventName: "Men's Team",
        Gender: 'M',
        UnitNum: 1,
      }),
      odfElement('VenueDescription', {
        Venue: 'ALA',
        VenueName: 'Altis Arena',
        Location: 'ALA',
        LocationName: 'Main Rink',
      }),
    ]),
    ...(begun
      ? [
          odfElement('Periods', { Home: period.home.code, Away: period.away.code }, [
            odfElement('Period', {
              Code: 'P1',
              HomeScore: score.home,
              AwayScore: score.away,
              HomePeriodScore: score.home,
              AwayPeriodScore: score.away,
            }),
          ]),
        ]
      : []),
    teamResult(period.home, 1, begun ? score.home : undefined, isOver ? outcome(score.home - score.away) : undefined),
    teamResult(period.away, 2, begun ? score.away : undefined, isOver ? outcome(score.away - score.home) : undefined),
  ];
}

function goals(entered: readonly Action[], side: Team['side']): number {
  return entered.filter((action) => action.code === 'GOAL' && action.side === side).length;
}

const outcome = (ahead: number): string => (ahead > 0 ? 'W' : ahead < 0 ? 'L' : 'T');

function teamResult(team: Team, order: number, score: number | undefined, wlt: string | undefined): OdfElement {
  return odfElement(
    'Result',
    {
      SortOrder: order,
      StartOrder: order,
      ...(score !== undefined && { Result: score, ResultType: 'POINTS' }),
      WLT: wlt,
    },
    [
      odfElement('Competitor', { Code: team.code, Type: 'T', Organisation: team.organisation }, [
        odfElement('Description', { TeamName: team.name }),
        odfElement(
          'Composition',
          {},
          athletesOf(team).map((athlete, index) => listedAthlete(team, athlete, index + 1)),
        ),
      ]),
    ],
  );
}

function listedAthlete(
  { organisation }: Team,
  { code, bib, givenName, familyName, birthDate, position }: Athlete,
  order: number,
): OdfElement {
  return odfElement('Athlete', { Code: code, Order: order, Bib: bib }, [
    odfElement('Description', {
      GivenName: givenName,
      FamilyName: familyName,
      Gender: 'M',
      Organisation: organisation,
      BirthDate: birthDate,
    }),
    odfElement('EventUnitEntry', { Type: 'EUE', Code: 'POSITION', Value: position }),
  ]);
}

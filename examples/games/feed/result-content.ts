import { odfElement, type OdfElement } from '@altis/odf';
import { disciplineNames } from '../words.ts';
import type { Line, Part, Sheet } from '../story/sheet.ts';
import type { UnitPlan } from '../story/unit-plan.ts';
import { codedElement, competitorElement, detailElements, personDescription } from './competitor-content.ts';

/** Content of a DT_RESULT: what is said of the unit, who officiates, the score by period, and every entrant. */
export function resultContent(plan: UnitPlan, sheet: Sheet): OdfElement[] {
  const { clock, officials = [], periods = [], lines, infos, progress } = sheet;
  return [
    odfElement('ExtendedInfos', {}, [
      ...infos.map((info) => codedElement('ExtendedInfo', info)),
      ...(progress === undefined
        ? []
        : [odfElement('Progress', { UnitsTotal: progress.total, UnitsComplete: progress.complete })]),
      odfElement('SportDescription', {
        DisciplineName: disciplineNames[plan.event.discipline]?.ENG,
        EventName: plan.event.names.ENG,
        SubEventName: plan.names.ENG,
        Gender: plan.event.gender,
        UnitNum: plan.number,
      }),
      odfElement('VenueDescription', {
        Venue: plan.venue.code,
        VenueName: plan.venue.names.ENG,
        Location: plan.location,
        LocationName: plan.venue.locations[plan.location],
      }),
    ]),
    ...(clock === undefined
      ? []
      : [odfElement('Clock', { Running: clock.isRunning ? 'Y' : 'N', Time: clock.time, Period: clock.period })]),
    ...(officials.length === 0
      ? []
      : [
          odfElement(
            'Officials',
            {},
            officials.map(({ person, function: role }, index) =>
              odfElement('Official', { Code: person.code, Function: role, Order: index + 1 }, [
                personDescription(person),
              ]),
            ),
          ),
        ]),
    ...(periods.length === 0 ? [] : [periodsElement(sheet)]),
    ...lines.map((line, index) => resultElement(line, index + 1)),
  ];
}

function periodsElement({ periods = [], lines }: Sheet): OdfElement {
  const [home, away] = lines;
  return odfElement(
    'Periods',
    { Home: home?.entrant.code, Away: away?.entrant.code },
    periods.map((period) =>
      odfElement('Period', {
        Code: period.code,
        HomeScore: period.home,
        AwayScore: period.away,
        HomePeriodScore: period.homeInPeriod,
        AwayPeriodScore: period.awayInPeriod,
      }),
    ),
  );
}

/** A line of a result, a ranking or a standing. */
export function resultElement(line: Line, sortOrder: number): OdfElement {
  const { records = [], parts = [], details = [] } = line;
  return odfElement(
    'Result',
    {
      Rank: line.rank,
      RankEqual: line.rankEqual === true ? 'Y' : undefined,
      ResultType: line.resultType,
      Result: line.result,
      Unchecked: line.isUnchecked === true ? 'Y' : undefined,
      IRM: line.irm,
      QualificationMark: line.qualification,
      WLT: line.wlt,
      Won: line.games?.won,
      Lost: line.games?.lost,
      Tied: line.games?.tied,
      Played: line.games?.played,
      For: line.games?.goalsFor,
      Against: line.games?.goalsAgainst,
      SortOrder: sortOrder,
      StartOrder: line.startOrder,
      StartSortOrder: line.startOrder,
      Diff: line.diff,
      Pty: line.penalty,
      PhotoFinish: line.photoFinish,
    },
    [
      ...detailElements(details),
      ...(records.length === 0
        ? []
        : [
            odfElement(
              'RecordIndicators',
              {},
              records.map(({ code, type, isEqualled }, index) =>
                odfElement('RecordIndicator', {
                  Order: index + 1,
                  Code: code,
                  RecordType: type,
                  Equalled: isEqualled ? 'Y' : 'N',
                }),
              ),
            ),
          ]),
      ...(parts.length === 0 ? [] : [odfElement('ResultItems', {}, parts.map(partElement))]),
      competitorElement(line),
    ],
  );
}

function partElement({ unit, order, rank, result, diff, irm }: Part): OdfElement {
  return odfElement('ResultItem', { Unit: unit, Order: order }, [
    odfElement('Result', { Rank: rank, Result: result, Diff: diff, IRM: irm }),
  ]);
}

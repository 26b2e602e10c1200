import { odfElement, type OdfElement } from '@altis/odf';
import { organisationOf } from '../cast/organisations.ts';
import { medalTable } from '../medal-table.ts';
import { gamesZone } from '../place/venues.ts';
import type { MedalWon } from '../story/played.ts';
import type { Report } from '../story/report.ts';
import type { PlayedEvent, Simulation } from '../story/simulate.ts';
import { namedCompetitor } from './competitor-content.ts';
import { disciplineRsc, fromOffice, gamesCode } from './office.ts';
import { standingContent } from './standing-content.ts';

/** After each event: its ranking, its medallists, those of the discipline and of the day, and the medal table. */
export function medalReports(simulation: Simulation): Report[] {
  const inOrder = simulation.events.toSorted((a, b) => endOf(a) - endOf(b));
  return inOrder.flatMap((event, index) => {
    const done = inOrder.slice(0, index + 1);
    const { stage, played, medals } = event;
    const atMs = endOf(event);
    const day = Math.max(...played.units.map((unit) => unit.day));
    const { discipline } = stage.event;
    const same = done.filter((other) => other.stage.event.discipline === discipline);
    const today = done.filter((other) => Math.max(...other.played.units.map((unit) => unit.day)) === day);
    const date = simulation.calendar.day(day);
    const status = 'OFFICIAL' as const;
    const report = (
      documentType: string,
      documentCode: string,
      later: number,
      content: () => OdfElement[],
    ): Report => ({
      ...fromOffice(atMs + later, day, { documentType, documentCode, status }, content),
      pace: 'clock',
    });
    return [
      report('DT_RANKING', stage.event.rsc, 8000, () => standingContent(stage.event, played.ranking)),
      report('DT_MEDALLISTS', stage.event.rsc, 9000, () => medalElements(medals, date)),
      report('DT_MEDALLISTS_DISCIPLINE', disciplineRsc(discipline), 11_000, () => disciplineElements(simulation, same)),
      report('DT_MEDALLISTS_DAY', gamesCode, 12_000, () => disciplineElements(simulation, today)),
      report('DT_MEDALS', gamesCode, 13_000, () => [standingsElement(simulation, done, atMs)]),
    ];
  });
}

/** When the last result of an event was official. */
const endOf = ({ played }: PlayedEvent): number => Math.max(...played.units.map(({ officialMs }) => officialMs));

function medalElements(medals: readonly MedalWon[], date: string): OdfElement[] {
  return (['gold', 'silver', 'bronze'] as const).flatMap((medal) => {
    const won = medals.filter((each) => each.medal === medal);
    const [first] = won;
    if (first === undefined) return [];
    return [
      odfElement(
        'Medal',
        { Code: `ME_${medal.toUpperCase()}`, Date: date, Unit: first.unit.rsc },
        won.map(({ entrant }, index) => namedCompetitor(entrant, { Order: index + 1 })),
      ),
    ];
  });
}

function disciplineElements(simulation: Simulation, events: readonly PlayedEvent[]): OdfElement[] {
  const codes = [...new Set(events.map(({ stage }) => stage.event.discipline))];
  return codes.map((discipline) => {
    const own = events.filter(({ stage }) => stage.event.discipline === discipline);
    const total = simulation.events.filter(({ stage }) => stage.event.discipline === discipline).length;
    return odfElement(
      'Discipline',
      { Code: disciplineRsc(discipline), TotalEvents: total, FinishedEvents: own.length },
      own.map(({ stage, medals, played }) => {
        const date = simulation.calendar.day(Math.max(...played.units.map(({ day }) => day)));
        return odfElement(
          'Event',
          { Code: stage.event.rsc, EventName: stage.event.names.ENG, Date: date },
          medalElements(medals, date),
        );
      }),
    );
  });
}

function standingsElement({ calendar, events }: Simulation, done: readonly PlayedEvent[], atMs: number): OdfElement {
  const medals = done.flatMap((event) => event.medals);
  const lines = medalTable(medals).map((line, index) => {
    const { organisation, gold, silver, bronze, total, rank, rankByTotal } = line;
    return odfElement(
      'MedalLine',
      { Rank: rank, RankTotal: rankByTotal, SortRank: index + 1, SortRankTotal: index + 1, Organisation: organisation },
      [
        odfElement('Description', { OrganisationName: organisationOf(organisation).names.ENG }),
        odfElement('MedalNumber', { Type: 'TOT', Gold: gold, Silver: silver, Bronze: bronze, Total: total }),
      ],
    );
  });
  const head = {
    DateTime: calendar.dateTime(atMs, gamesZone),
    LastEvent: done.at(-1)?.stage.event.rsc,
    TotalEvents: events.length,
    FinishedEvents: done.length,
  };
  return odfElement('MedalStandings', head, [odfElement('MedalsTable', {}, lines)]);
}

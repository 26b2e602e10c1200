import type { MedalLine, ParticipantSummary, UnitCompetitor, UnitDetail, UnitSummary } from '../../contract/index.ts';
import type { LocalName } from '../../contract/vocabulary.ts';
import type { CsvColumn } from './csv-file.ts';

/** A name in a language, or in English, or in any that there is. */
export function nameIn(language: string, name: LocalName): string {
  return name[language] ?? name['en'] ?? Object.values(name)[0] ?? '';
}

/** The columns of a unit's results: those of its sport, and of a game what each side scored in each period. */
export function competitorColumns({ competitors, periods }: UnitDetail): CsvColumn<UnitCompetitor>[] {
  return [
    ...resultColumns(competitors),
    ...periods.map((period) => ({
      title: `period ${period.code}`,
      cell: ({ side }: UnitCompetitor) => scoreIn(period, side),
    })),
  ];
}

/** What all sports have, then each split that anybody has, and the side where there are two. */
function resultColumns(competitors: readonly UnitCompetitor[]): CsvColumn<UnitCompetitor>[] {
  const positions = [...new Set(competitors.flatMap(({ splits }) => splits.map(({ position }) => position)))];
  const isGame = competitors.some(({ side }) => side !== null);
  return [
    { title: 'rank', cell: ({ rank }) => rank },
    { title: 'bib', cell: ({ bib }) => bib },
    { title: 'code', cell: ({ code }) => code },
    { title: 'name', cell: ({ name }) => name },
    { title: 'organisation', cell: ({ organisation }) => organisation },
    { title: 'start order', cell: ({ startOrder }) => startOrder },
    { title: 'result', cell: ({ result }) => result },
    { title: 'difference', cell: ({ diff }) => diff },
    { title: 'invalid mark', cell: ({ invalidMark }) => invalidMark },
    { title: 'outcome', cell: ({ outcome }) => outcome },
    { title: 'qualification', cell: ({ qualification }) => qualification },
    { title: 'records', cell: ({ records }) => records.map(({ type }) => type).join(' ') },
    { title: 'members', cell: ({ kind, athletes }) => (kind === 'team' ? athletes.map(nameOf).join('; ') : '') },
    ...positions.map((position) => ({
      title: `split ${position}`,
      cell: ({ splits }: UnitCompetitor) => splits.find((split) => split.position === position)?.result,
    })),
    ...(isGame ? [{ title: 'side', cell: ({ side }: UnitCompetitor) => side }] : []),
  ];
}

/** One competitor's results in one unit of an event. */
type EventRow = { readonly unit: UnitDetail; readonly competitor: UnitCompetitor };

/** The columns of all results of an event: of which unit they are, then those of any unit in it. */
export function eventColumns(units: readonly UnitDetail[], language: string): CsvColumn<EventRow>[] {
  const periods = [...new Set(units.flatMap((unit) => unit.periods.map(({ code }) => code)))];
  const columns = resultColumns(units.flatMap(({ competitors }) => competitors));
  return [
    { title: 'unit', cell: ({ unit }) => unit.rsc },
    { title: 'unit name', cell: ({ unit }) => nameIn(language, unit.name) },
    { title: 'day', cell: ({ unit }) => unit.day },
    { title: 'result status', cell: ({ unit }) => unit.resultStatus },
    ...columns.map(({ title, cell }) => ({ title, cell: ({ competitor }: EventRow) => cell(competitor) })),
    ...periods.map((code) => ({
      title: `period ${code}`,
      cell: ({ unit, competitor }: EventRow) => {
        const period = unit.periods.find((each) => each.code === code);
        return period && scoreIn(period, competitor.side);
      },
    })),
  ];
}

function scoreIn(period: UnitDetail['periods'][number], side: UnitCompetitor['side']): string | null {
  if (side === null) return null;
  return side === 'home' ? (period.homeInPeriod ?? period.home) : (period.awayInPeriod ?? period.away);
}

function nameOf({ name }: UnitCompetitor['athletes'][number]): string {
  return name.print;
}

/** The columns of a list of units. */
export function unitColumns(language: string): CsvColumn<UnitSummary>[] {
  return [
    { title: 'unit', cell: ({ rsc }) => rsc },
    { title: 'day', cell: ({ day }) => day },
    { title: 'start (UTC)', cell: ({ startsAt, isStartHidden }) => (isStartHidden ? '' : startsAt) },
    { title: 'offset at the venue', cell: ({ offset }) => offset },
    { title: 'discipline', cell: ({ discipline }) => discipline },
    { title: 'event', cell: ({ eventName }) => nameIn(language, eventName) },
    { title: 'name', cell: ({ name }) => nameIn(language, name) },
    { title: 'venue', cell: ({ venueName, venue }) => venueName ?? venue },
    { title: 'location', cell: ({ locationName, location }) => locationName ?? location },
    { title: 'medals', cell: ({ medal }) => (medal === 'none' ? '' : medal) },
    { title: 'schedule status', cell: ({ scheduleStatus }) => scheduleStatus },
    { title: 'result status', cell: ({ resultStatus }) => resultStatus },
  ];
}

/** The columns of the medal table. */
export function medalColumns(language: string): CsvColumn<MedalLine>[] {
  return [
    { title: 'rank', cell: ({ rank }) => rank },
    { title: 'organisation', cell: ({ organisation }) => organisation },
    { title: 'name', cell: ({ name }) => nameIn(language, name) },
    { title: 'gold', cell: ({ gold }) => gold },
    { title: 'silver', cell: ({ silver }) => silver },
    { title: 'bronze', cell: ({ bronze }) => bronze },
    { title: 'total', cell: ({ total }) => total },
    { title: 'rank by total', cell: ({ rankByTotal }) => rankByTotal },
  ];
}

/** The columns of a list of people. */
export const participantColumns: readonly CsvColumn<ParticipantSummary>[] = [
  { title: 'code', cell: ({ code }) => code },
  { title: 'family name', cell: ({ name }) => name.family },
  { title: 'given name', cell: ({ name }) => name.given },
  { title: 'name', cell: ({ name }) => name.print },
  { title: 'local name', cell: ({ name }) => name.local },
  { title: 'organisation', cell: ({ organisation }) => organisation },
  { title: 'gender', cell: ({ gender }) => gender },
  { title: 'function', cell: (person) => person.function },
  { title: 'disciplines', cell: ({ disciplines }) => disciplines.join(' ') },
  { title: 'events', cell: ({ events }) => events.join(' ') },
  { title: 'status', cell: ({ status }) => status },
];

import { flag, must, number, text } from './fields.ts';
import type { Place } from './place.ts';
import { many, shape, within } from './shape.ts';
import type { Typed } from './shape.ts';

/** `Type`, `Code`, `Pos` and `Value`: ODF's way to add what a sport needs. */
const coded = {
  type: text('Type'),
  code: must('Code'),
  position: text('Pos'),
  value: text('Value'),
};

export const codedValue = shape(coded);
export type CodedValue = Typed<typeof codedValue>;

export const extendedValue = shape({
  ...coded,
  value2: text('Value2'),
  valueType: text('ValueType'),
  rank: number('Rank'),
  rankEqual: flag('RankEqual'),
  sortOrder: number('SortOrder'),
  diff: text('Diff'),
  irm: text('IRM'),
  speed: text('Speed'),
  /** Places won or lost since the last one. */
  move: text('Move'),
  penalty: text('Pty'),
  /** It does not count: the worst of several, for instance. */
  discard: text('Discard'),
  arrive: text('Arrive'),
  isUnchecked: flag('Unchecked'),
  extensions: many('Extension', codedValue),
});
/** A coded value with its own ranking and extensions: a split, a judge's mark … */
export type ExtendedValue = Typed<typeof extendedValue>;

export const statistic = shape({
  ...coded,
  attempts: text('Attempt'),
  average: text('Avg'),
  percent: text('Percent'),
  rank: number('Rank'),
  rankEqual: flag('RankEqual'),
  sortOrder: number('SortOrder'),
  extensions: many('ExtendedStat', codedValue),
});
/** One figure of the statistics of a competitor, an athlete or a unit. */
export type OdfStatistic = Typed<typeof statistic>;

/** Who a code stands for, as messages about a unit say it. */
export const person = within('Description', {
  givenName: text('GivenName'),
  familyName: text('FamilyName'),
  gender: text('Gender'),
  organisation: text('Organisation'),
  birthDate: text('BirthDate'),
  /** Id at the international federation. */
  federationId: text('IFId'),
});

export const official = shape({
  code: must('Code'),
  function: text('Function'),
  order: number('Order'),
  bib: text('Bib'),
  ...person,
});
/** A judge, referee or coach. */
export type OdfOfficial = Typed<typeof official>;

export const athlete = shape({
  code: must('Code'),
  order: number('Order'),
  bib: text('Bib'),
  /** e.g. `SCR`, `ASSIST1`, `GK`. */
  role: text('Role'),
  startOrder: number('StartOrder'),
  startSortOrder: number('StartSortOrder'),
  entryStatus: text('EntryStatus'),
  substitute: text('Substitute'),
  ...person,
  ...within('Description', {
    /** Class of Para sport. */
    class: text('Class'),
    horse: text('Horse'),
  }),
  entries: many('EventUnitEntry', codedValue),
  extendedResults: many('ExtendedResults/ExtendedResult', extendedValue),
  statistics: many('StatsItems/StatsItem', statistic),
});
/** A member of a competitor's composition; a single athlete is a composition of one. */
export type OdfAthlete = Typed<typeof athlete>;

/** What competitors have in common, wherever they stand. */
const named = {
  code: must('Code'),
  /** `A` athlete, `T` team, `H` horse; as written. */
  type: must('Type'),
  organisation: text('Organisation'),
  bib: text('Bib'),
  ...within('Description', { teamName: text('TeamName') }),
  coaches: many('Coaches/Coach', official),
  athletes: many('Composition/Athlete', athlete),
  /** Members that are teams themselves. */
  teams: many('Composition/Team', shape({ code: must('Code'), order: number('Order'), bib: text('Bib') })),
};

export const competitor = shape({
  ...named,
  order: number('Order'),
  /** Only in actions: what this competitor did. */
  role: text('Role'),
  /** On course, on ice or next now. */
  isCurrent: flag('Current'),
  entries: many('EventUnitEntry', codedValue),
  statistics: many('StatsItems/StatsItem', statistic),
  opponents: many('Opponent', shape({ code: must('Code'), type: text('Type'), position: text('Pos') })),
});
/** A person or team in a result, an action or a start list. */
export type OdfCompetitor = Typed<typeof competitor>;

export const entry = shape({
  ...named,
  sortOrder: number('SortOrder'),
  status: text('EntryStatus'),
  substitute: text('Substitute'),
  entries: many('ExtendedEntry', codedValue),
});
/** Who is entered for an event (DT_ENTRIES, from 2026). */
export type OdfEntry = Typed<typeof entry>;

export const previousUnit = shape({
  /** Where the competitor comes from, and as what: its winner or loser, or a place. */
  unit: text('Unit'),
  value: text('Value'),
  wlt: text('WLT'),
});

/** Reads a `Competitor`. */
export const readCompetitor: (place: Place) => OdfCompetitor = competitor.read;

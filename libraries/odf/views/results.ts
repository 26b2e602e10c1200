import { athlete, codedValue, competitor, extendedValue, official, statistic } from './competitor.ts';
import { dateTime, element, flag, must, number, text, yesNo } from './fields.ts';
import type { Place } from './place.ts';
import { many, one, part, shape, within } from './shape.ts';
import type { Typed } from './shape.ts';

/** Rank and mark, as a result and each of its items have them. */
const values = {
  rank: number('Rank'),
  rankEqual: flag('RankEqual'),
  resultType: text('ResultType'),
  result: text('Result'),
  diff: text('Diff'),
  /** Invalid result mark: `DNF`, `DSQ` … */
  irm: text('IRM'),
  qualificationMark: text('QualificationMark'),
  /** `W`, `L` or `T`. */
  wlt: text('WLT'),
  sortOrder: number('SortOrder'),
  startOrder: number('StartOrder'),
  startSortOrder: number('StartSortOrder'),
  penalty: text('Pty'),
  /** The time is provisional. */
  isUnchecked: flag('Unchecked'),
  /** `E` evaluated, `P` pending. */
  photoFinish: text('PhotoFinish'),
  /** Games of a pool. */
  played: text('Played'),
  won: text('Won'),
  lost: text('Lost'),
  tied: text('Tied'),
  for: text('For'),
  against: text('Against'),
  ratio: text('Ratio'),
};
const valuesShape = shape(values);
export type ResultValues = Typed<typeof valuesShape>;

const record = shape({
  order: number('Order'),
  code: must('Code'),
  /** e.g. `WR`, `TR`. */
  type: must('RecordType'),
  isEqualled: flag('Equalled'),
});

const item = shape({
  unit: text('Unit'),
  order: number('Order'),
  ...within('Result', { ...values, extendedResults: many('ExtendedResults/ExtendedResult', extendedValue) }),
});

const result = shape({
  ...values,
  competitor: one('Competitor', competitor),
  extendedResults: many('ExtendedResults/ExtendedResult', extendedValue),
  records: many('RecordIndicators/RecordIndicator', record),
  /** What it is made of: runs, heats, legs, games. */
  items: many('ResultItems/ResultItem', item),
  element,
});
/** One line of a result or a standing. */
export type OdfResult = Typed<typeof result>;

const period = shape({
  code: must('Code'),
  homeScore: text('HomeScore'),
  awayScore: text('AwayScore'),
  homePeriodScore: text('HomePeriodScore'),
  awayPeriodScore: text('AwayPeriodScore'),
  duration: text('Duration'),
  extended: many('ExtendedPeriods/ExtendedPeriod', codedValue),
});
/** The score of one period. */
export type OdfPeriod = Typed<typeof period>;

const comparison = shape({
  date: must('Date'),
  place: text('Place'),
  country: text('Country'),
  position: text('Pos'),
  addInfo: text('AddInfo'),
  status: text('ScheduleStatus'),
});

const infos = shape({
  ...within('DateTime', { updatedAt: text('Update') }),
  ...within('UnitDateTime', {
    startDate: dateTime('StartDate'),
    endDate: dateTime('EndDate'),
    duration: text('Duration'),
  }),
  infos: many(
    'ExtendedInfo',
    shape({
      type: text('Type'),
      code: must('Code'),
      position: text('Pos'),
      value: text('Value'),
      extensions: many('Extension', codedValue),
    }),
  ),
  /** How far a phase or event has come. */
  ...within('Progress', {
    lastUnit: text('LastUnit'),
    unitsTotal: number('UnitsTotal'),
    unitsComplete: number('UnitsComplete'),
  }),
  ...within('SportDescription', {
    disciplineName: text('DisciplineName'),
    eventName: text('EventName'),
    subEventName: text('SubEventName'),
    gender: text('Gender'),
    unitNumber: text('UnitNum'),
  }),
  ...within('VenueDescription', {
    venue: text('Venue'),
    venueName: text('VenueName'),
    location: text('Location'),
    locationName: text('LocationName'),
    attendance: text('Attendance'),
  }),
  /** Competitions that a ranking is made of. */
  competitions: many('ListComp', comparison),
});
/** What is said about the unit, phase or event as a whole. */
export type ExtendedInfos = Typed<typeof infos>;

/** What documents about a unit have around their results. */
export const aboutUnit = {
  infos: part('ExtendedInfos', infos),
  officials: many('Officials/Official', official),
  periods: many('Periods/Period', period),
  results: many('Result', result),
};

/** DT_RESULT, DT_CURRENT, DT_PHASE_RESULT, DT_CUMULATIVE_RESULT, DT_POOL_STANDING and DT_RANKING. */
export const results = shape({
  ...aboutUnit,
  clock: one('Clock', shape({ isRunning: yesNo('Running'), time: must('Time'), period: text('Period') })),
  statistics: many('StatsItems/StatsItem', statistic),
  /** Competitor codes of the sides. */
  ...within('Periods', { home: text('Home'), away: text('Away') }),
});

/** Content of DT_RESULT. */
export type OdfResults = { readonly kind: 'results' } & Typed<typeof results>;

/** Content of DT_CURRENT: the scoreboard now. */
export type OdfCurrent = { readonly kind: 'current' } & Typed<typeof results>;

/** Content of DT_PHASE_RESULT, DT_CUMULATIVE_RESULT, DT_POOL_STANDING and DT_RANKING. */
export type OdfStandings = { readonly kind: 'standings' } & Typed<typeof results>;

/** DT_STATS: statistics of a unit, phase or event, and of its competitors. */
export const statistics = shape({
  infos: aboutUnit.infos,
  periods: aboutUnit.periods,
  ...within('Stats', {
    code: text('Code'),
    statistics: many('StatsItems/StatsItem', statistic),
    competitors: many('Competitor', competitor),
    athletes: many('Composition/Athlete', athlete),
  }),
});

/** Content of DT_STATS. */
export type OdfStatistics = { readonly kind: 'statistics' } & Typed<typeof statistics>;

/** Reads a `Result`. */
export const readResult: (place: Place) => OdfResult = result.read;

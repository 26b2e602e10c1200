import { competitor } from './competitor.ts';
import { must, number, text } from './fields.ts';
import { aboutUnit } from './results.ts';
import { many, shape, within } from './shape.ts';
import type { Typed } from './shape.ts';

const medal = shape({
  /** `ME_GOLD`, `ME_SILVER` or `ME_BRONZE`; as written. */
  code: must('Code'),
  /** `YYYY-MM-DD`: when it was decided. */
  date: must('Date'),
  /** RSC of the unit that decided it. */
  unit: must('Unit'),
  /** More than one where they share it. */
  competitors: many('Competitor', competitor),
});
/** A medal and who won it. */
export type OdfMedal = Typed<typeof medal>;

const event = shape({ code: must('Code'), name: text('EventName'), date: text('Date'), medals: many('Medal', medal) });

const discipline = shape({
  code: must('Code'),
  totalEvents: number('TotalEvents'),
  finishedEvents: number('FinishedEvents'),
  events: many('Event', event),
});

/** DT_MEDALLISTS, of one event; DT_MEDALLISTS_DAY and DT_MEDALLISTS_DISCIPLINE, of several. */
export const medallists = shape({
  infos: aboutUnit.infos,
  /** Of the event in the header's document code. */
  medals: many('Medal', medal),
  disciplines: many('Discipline', discipline),
});

/** Content of DT_MEDALLISTS, DT_MEDALLISTS_DAY and DT_MEDALLISTS_DISCIPLINE. */
export type OdfMedallists = { readonly kind: 'medallists' } & Typed<typeof medallists>;

const count = shape({
  /** Whose events: `M`, `W`, `X`, `O`, or `TOT` for all. */
  type: must('Type'),
  gold: number('Gold'),
  silver: number('Silver'),
  bronze: number('Bronze'),
  total: number('Total'),
});

const line = shape({
  rank: number('Rank'),
  rankByTotal: number('RankTotal'),
  sortRank: number('SortRank'),
  sortRankByTotal: number('SortRankTotal'),
  organisation: must('Organisation'),
  ...within('Description', { organisationName: text('OrganisationName') }),
  counts: many('MedalNumber', count),
});
/** An organisation in the medal table. */
export type OdfMedalLine = Typed<typeof line>;

/** DT_MEDALS. */
export const medalStandings = shape(
  within('MedalStandings', {
    dateTime: text('DateTime'),
    /** RSC of the event decided last. */
    lastEvent: text('LastEvent'),
    totalEvents: number('TotalEvents'),
    finishedEvents: number('FinishedEvents'),
    /** All medals given. */
    summary: many('MedalSummary/MedalNumber', count),
    lines: many('MedalsTable/MedalLine', line),
  }),
);

/** Content of DT_MEDALS. */
export type OdfMedalStandings = { readonly kind: 'medals' } & Typed<typeof medalStandings>;

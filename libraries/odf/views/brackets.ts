import { competitor, previousUnit } from './competitor.ts';
import { dateTime, flag, must, number, text } from './fields.ts';
import { aboutUnit } from './results.ts';
import { many, one, shape } from './shape.ts';
import type { Typed } from './shape.ts';

const place = shape({
  /** Position in the pair: 1 above, 2 below. */
  position: must('Pos'),
  /** Instead of a competitor: `BYE`, `TBD` … */
  code: text('Code'),
  wlt: text('WLT'),
  rank: number('Rank'),
  result: text('Result'),
  resultType: text('ResultType'),
  diff: text('Diff'),
  irm: text('IRM'),
  qualificationMark: text('QualificationMark'),
  isStruckOut: flag('StrikeOut'),
  startOrder: number('StartOrder'),
  photoFinish: text('PhotoFinish'),
  previousUnit: one('PreviousUnit', previousUnit),
  competitor: one('Competitor', competitor),
});
/** A side of a pairing: who it is, or where it will come from. */
export type OdfBracketPlace = Typed<typeof place>;

const item = shape({
  order: number('Order'),
  position: text('Position'),
  code: text('Code'),
  /** RSC. */
  unit: text('Unit'),
  /** `YYYY-MM-DD`. */
  date: text('Date'),
  time: text('Time'),
  timeStamp: dateTime('TimeStamp'),
  result: text('Result'),
  places: many('CompetitorPlace', place),
});
/** A pairing. */
export type OdfBracketItem = Typed<typeof item>;

const bracket = shape({
  /** `FNL`, `BRN` … */
  code: must('Code'),
  rounds: many('BracketItems', shape({ code: must('Code'), items: many('BracketItem', item) })),
});
/** A tree of pairings, round by round. */
export type OdfBracket = Typed<typeof bracket>;

/** DT_BRACKETS. */
export const brackets = shape({ infos: aboutUnit.infos, brackets: many('Bracket', bracket) });

/** Content of DT_BRACKETS. */
export type OdfBrackets = { readonly kind: 'brackets' } & Typed<typeof brackets>;

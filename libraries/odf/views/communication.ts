import { person } from './competitor.ts';
import { element, must, number, text, textOf } from './fields.ts';
import { aboutUnit } from './results.ts';
import { many, shape, within } from './shape.ts';
import type { Typed } from './shape.ts';

const said = {
  /** RSC of the unit it is about. */
  unit: text('Unit'),
  subtitle: textOf('Subtitle'),
  summary: textOf('Summary'),
  details: textOf('Details'),
  issuedBy: textOf('IssuedBy'),
};

const decision = shape({
  itemNumber: text('ItemNum'),
  issuedTime: text('IssuedTime'),
  /** As written: `Y` where the schedule, or results, change by it. */
  affectsSchedule: text('AffectsSCH'),
  affectsResults: text('AffectsRES'),
  ...said,
  element,
});
/** A decision of a jury, or a notice. */
export type OdfDecision = Typed<typeof decision>;

const protest = shape({
  status: must('Status'),
  rule: text('Rule'),
  interpreter: text('Interpreter'),
  hearingTime: text('HearingTime'),
  decisionTime: text('DecisionTime'),
  initiator: text('Initiator'),
  respondent: text('Respondent'),
  ...said,
  jury: many('Jury', shape({ code: text('Code'), order: number('Order'), function: text('Function'), ...person })),
  element,
});
/** A protest. */
export type OdfProtest = Typed<typeof protest>;

/** DT_COMMUNICATION. */
export const communication = shape({
  infos: aboutUnit.infos,
  ...within('Communication', {
    publishTime: text('PublishTime'),
    decisions: many('Decision', decision),
    protests: many('Protest', protest),
    element,
  }),
});

/** Content of DT_COMMUNICATION. */
export type OdfCommunication = { readonly kind: 'communication' } & Typed<typeof communication>;

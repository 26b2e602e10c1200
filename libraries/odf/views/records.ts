import { competitor } from './competitor.ts';
import { dateTime, element, flag, must, number, text, yesNo } from './fields.ts';
import { aboutUnit } from './results.ts';
import { many, one, shape, within } from './shape.ts';
import type { Typed } from './shape.ts';

const mark = shape({
  order: number('Order'),
  /** It stood before these Games. */
  isHistorical: yesNo('Historical'),
  isCurrent: flag('Current'),
  isEqualled: flag('Equalled'),
  isUnconfirmed: flag('Unconfirmed'),
  resultType: text('ResultType'),
  result: text('Result'),
  unit: text('Unit'),
  country: text('Country'),
  place: text('Place'),
  date: text('Date'),
  timeStamp: dateTime('TimeStamp'),
  competitor: one('Competitor', competitor),
});
/** A mark that is or was the record. */
export type OdfRecordMark = Typed<typeof mark>;

const type = shape({
  order: number('Order'),
  /** `WR`, `OR`, `TR` … */
  type: must('RecordType'),
  isShared: yesNo('Shared'),
  marks: many('RecordData', mark),
});

const record = shape({
  code: must('Code'),
  ...within('Description', { name: text('Name') }),
  types: many('RecordType', type),
  element,
});
/** What a record is about, and its history by type. */
export type OdfRecord = Typed<typeof record>;

/** DT_RECORD. */
export const records = shape({ infos: aboutUnit.infos, records: many('Record', record) });

/** Content of DT_RECORD. */
export type OdfRecords = { readonly kind: 'records' } & Typed<typeof records>;

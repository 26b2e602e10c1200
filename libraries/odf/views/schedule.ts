import { quote } from '../fault.ts';
import { parseRsc } from '../rsc.ts';
import type { Rsc } from '../rsc.ts';
import { scheduleStatuses } from '../schema/vocabulary.ts';
import { competitor, previousUnit } from './competitor.ts';
import { byLanguage, dateTime, element, flag, must, number, text } from './fields.ts';
import { text as attributeOf, warn } from './place.ts';
import type { Place } from './place.ts';
import { many, one, shape, within } from './shape.ts';
import type { Field, Typed } from './shape.ts';

const session = shape({
  code: must('SessionCode'),
  /** xs:dateTime as written, here and below. */
  startDate: dateTime('StartDate'),
  endDate: dateTime('EndDate'),
  isStartHidden: flag('HideStartDate'),
  isEndHidden: flag('HideEndDate'),
  /** Minutes before the start at which it begins for the venue; as written. */
  leadIn: text('Leadin'),
  venue: text('Venue'),
  venueName: text('VenueName'),
  /** Field of play. */
  fieldOfPlay: text('FOP'),
  type: text('SessionType'),
  status: text('SessionStatus'),
  /** As written: `Y` in 2022, a number later. */
  medal: text('Medal'),
  /** By language code, e.g. `ENG`. */
  names: byLanguage('SessionName'),
  element,
});
/** A session: what happens at one venue in one stretch. */
export type ScheduleSession = Typed<typeof session>;

const start = shape({
  sortOrder: number('SortOrder'),
  startOrder: number('StartOrder'),
  competitor: one('Competitor', competitor),
  previousUnit: one('PreviousUnit', previousUnit),
});
/** A place in the start list of a scheduled unit: a competitor, or the unit it will come from. */
export type ScheduleStart = Typed<typeof start>;

/** `Code` taken apart; absent where it is no RSC, and a warning says so. */
const rsc: Field<Rsc | undefined> = {
  path: [],
  read: (place) => {
    const read = parseRsc(attributeOf(place, 'Code') ?? '');
    if (!read.ok && place !== undefined && attributeOf(place, 'Code') !== undefined)
      warn(place, 'Code', read.fault.message);
    return read.ok ? read.value : undefined;
  },
  write: () => undefined,
};

const status: Field<string> = {
  ...must('ScheduleStatus'),
  read: (place) => {
    const said = must('ScheduleStatus').read(place);
    if (place !== undefined && said !== '' && !scheduleStatuses.includes(said))
      warn(place, 'ScheduleStatus', `${quote(said)} is no schedule status of ODF.`);
    return said;
  },
};

const unit = shape({
  code: must('Code'),
  rsc,
  phaseType: text('PhaseType'),
  /** e.g. `SCHEDULED`, `RUNNING`; as written. */
  status,
  unitNumber: text('UnitNum'),
  isUnitNumberHidden: flag('HideUnitNum'),
  order: number('Order'),
  startDate: dateTime('StartDate'),
  endDate: dateTime('EndDate'),
  isStartHidden: flag('HideStartDate'),
  isEndHidden: flag('HideEndDate'),
  actualStartDate: dateTime('ActualStartDate'),
  actualEndDate: dateTime('ActualEndDate'),
  /** `0` none, `1` gold, `2` silver, `3` bronze unit; as written. */
  medal: text('Medal'),
  venue: text('Venue'),
  location: text('Location'),
  ...within('VenueDescription', { venueName: text('VenueName'), locationName: text('LocationName') }),
  sessionCode: text('SessionCode'),
  /** By language code. */
  names: byLanguage('ItemName'),
  /** By language code; may hold HTML, which is data of the sender and not safe to show as it is. */
  descriptions: byLanguage('ItemDescription', 'inside'),
  /** Instead of a time: `followed by`. */
  startTexts: byLanguage('StartText'),
  starts: many('StartList/Start', start),
  element,
});
/** A unit of the schedule. */
export type ScheduleUnit = Typed<typeof unit>;

/** DT_SCHEDULE and DT_SCHEDULE_UPDATE. */
export const schedule = shape({ sessions: many('Session', session), units: many('Unit', unit) });

/** Content of DT_SCHEDULE and DT_SCHEDULE_UPDATE. */
export type OdfSchedule = { readonly kind: 'schedule' } & Typed<typeof schedule>;

/** Reads a `Session`. */
export const readSession: (place: Place) => ScheduleSession = session.read;

/** Reads a `Unit`. */
export const readUnit: (place: Place) => ScheduleUnit = unit.read;

import { quote } from '../fault.ts';
import type { OdfElement } from '../odf-element.ts';
import { parseMatchClock } from '../times.ts';
import { readCoded, readCompetitor } from './competitor.ts';
import type { CodedValue, OdfCompetitor } from './competitor.ts';
import { children, dateTime, number, required, text, warn } from './place.ts';
import type { Place } from './place.ts';
import { readInfos, readPeriods } from './results.ts';
import type { ExtendedInfos, OdfPeriod } from './results.ts';

/** Content of DT_PLAY_BY_PLAY. */
export type OdfPlayByPlay = {
  readonly kind: 'play-by-play';
  /** Competitor codes. */
  readonly home: string | undefined;
  readonly away: string | undefined;
  /** In the order of the message; `order` is the one to sort by. */
  readonly actions: readonly OdfAction[];
  readonly infos: ExtendedInfos;
  readonly periods: readonly OdfPeriod[];
};

/** Something that happened: a goal, a penalty, the end of a period. */
export type OdfAction = {
  /** Stays the same in period and full messages, and through corrections. */
  readonly id: string;
  /** The action this one belongs to. */
  readonly parentId: string | undefined;
  readonly period: string | undefined;
  /** Ascends over the whole unit. */
  readonly order: number | undefined;
  /** Code by sport: `GOAL`, `P`, `ENDP` … */
  readonly action: string | undefined;
  readonly actionAdd: string | undefined;
  readonly actionDesc: string | undefined;
  readonly comment: string | undefined;
  /** Match clock as written, and read. */
  readonly when: string | undefined;
  readonly clockMs: number | undefined;
  /** e.g. `PP1`. */
  readonly result: string | undefined;
  /** Only where the score changes. */
  readonly scoreHome: string | undefined;
  readonly scoreAway: string | undefined;
  readonly leadHome: string | undefined;
  readonly leadAway: string | undefined;
  readonly speed: string | undefined;
  readonly location: string | undefined;
  /** Percent of the field image. */
  readonly x: number | undefined;
  readonly y: number | undefined;
  readonly z: number | undefined;
  /** Time of the action by the wall clock, xs:dateTime as written: the anchor for video. */
  readonly timeStamp: string | undefined;
  readonly extensions: readonly CodedValue[];
  readonly competitors: readonly OdfCompetitor[];
  readonly element: OdfElement;
};

/** Reads everything below `Competition` of a DT_PLAY_BY_PLAY. */
export function readPlayByPlay(competition: Place): OdfPlayByPlay {
  const lists = children(competition, 'Actions');
  return {
    kind: 'play-by-play',
    home: text(lists[0], 'Home'),
    away: text(lists[0], 'Away'),
    actions: withoutRepeats(lists.flatMap((list) => children(list, 'Action'))).map(readAction),
    infos: readInfos(competition),
    periods: readPeriods(competition),
  };
}

/** Reads an `Action`. */
export function readAction(place: Place): OdfAction {
  const when = text(place, 'When');
  const clock = when === undefined ? undefined : parseMatchClock(when);
  if (clock !== undefined && !clock.ok) warn(place, 'When', `${clock.fault.message} It is kept as text.`);
  return {
    id: required(place, 'Id'),
    parentId: text(place, 'PId'),
    period: text(place, 'Period'),
    order: number(place, 'Order'),
    action: text(place, 'Action'),
    actionAdd: text(place, 'ActionAdd'),
    actionDesc: text(place, 'ActionDesc'),
    comment: text(place, 'Comment'),
    when,
    clockMs: clock?.ok === true ? clock.value : undefined,
    result: text(place, 'Result'),
    scoreHome: text(place, 'ScoreH'),
    scoreAway: text(place, 'ScoreA'),
    leadHome: text(place, 'LeadH'),
    leadAway: text(place, 'LeadA'),
    speed: text(place, 'Speed'),
    location: text(place, 'Loc'),
    x: number(place, 'X'),
    y: number(place, 'Y'),
    z: number(place, 'Z'),
    timeStamp: dateTime(place, 'TimeStamp'),
    extensions: children(place, 'ExtendedAction').map(readCoded),
    competitors: children(place, 'Competitor').map(readCompetitor),
    element: place.element,
  };
}

/** An id can stand for one action only: the last one written holds, and one without id cannot be followed at all. */
function withoutRepeats(places: readonly Place[]): Place[] {
  const last = new Map<string, Place>();
  for (const place of places) {
    const id = required(place, 'Id');
    if (last.has(id) && id !== '') warn(place, 'Id', `${quote(id)} occurs twice; the last one is taken.`);
    if (id !== '') last.set(id, place);
  }
  return places.filter((place) => last.get(text(place, 'Id') ?? '') === place);
}

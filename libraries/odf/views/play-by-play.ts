import { quote } from '../fault.ts';
import { parseMatchClock } from '../times.ts';
import { codedValue, competitor } from './competitor.ts';
import { dateTime, element, must, number, text } from './fields.ts';
import { children, required, text as attributeOf, warn } from './place.ts';
import type { Place } from './place.ts';
import { aboutUnit } from './results.ts';
import { many, shape } from './shape.ts';
import type { Field, Typed } from './shape.ts';
import { bud, sproutAt } from './sprout.ts';
import type { Sprout } from './sprout.ts';

/** The match clock in milliseconds, read from `When`; `when` is what is written. */
const clockMs: Field<number | undefined> = {
  path: [],
  read: (place) => {
    const when = attributeOf(place, 'When');
    if (place === undefined || when === undefined) return undefined;
    const clock = parseMatchClock(when);
    if (clock.ok) return clock.value;
    warn(place, 'When', `${clock.fault.message} It is kept as text.`);
    return undefined;
  },
  write: () => undefined,
};

const action = shape({
  /** Stays the same in period and full messages, and through corrections. */
  id: must('Id'),
  /** The action this one belongs to. */
  parentId: text('PId'),
  period: text('Period'),
  /** Ascends over the whole unit. */
  order: number('Order'),
  /** Code by sport: `GOAL`, `P`, `ENDP` … */
  action: text('Action'),
  /** What the sport adds to the code: minutes of a penalty, for instance. */
  actionAdd: text('ActionAdd'),
  /** Which of its kind: the offence of a penalty, for instance. */
  actionDesc: text('ActionDesc'),
  comment: text('Comment'),
  /** Match clock as written, and read. */
  when: text('When'),
  clockMs,
  /** e.g. `PP1`. */
  result: text('Result'),
  /** Only where the score changes. */
  scoreHome: text('ScoreH'),
  scoreAway: text('ScoreA'),
  leadHome: text('LeadH'),
  leadAway: text('LeadA'),
  /** Score of the shoot-out. */
  shootOutHome: text('SO_H'),
  shootOutAway: text('SO_A'),
  rally: text('Rally'),
  win: text('Win'),
  speed: text('Speed'),
  location: text('Loc'),
  line: text('Line'),
  /** Percent of the field image. */
  x: number('X'),
  y: number('Y'),
  z: number('Z'),
  /** Time of the action by the wall clock, xs:dateTime as written: the anchor for video. */
  timeStamp: dateTime('TimeStamp'),
  extensions: many('ExtendedAction', codedValue),
  competitors: many('Competitor', competitor),
  element,
});
/** Something that happened: a goal, a penalty, the end of a period. */
export type OdfAction = Typed<typeof action>;

const actions: Field<readonly OdfAction[]> = {
  path: [],
  read: (place) =>
    withoutRepeats(children(place, 'Actions').flatMap((list) => children(list, 'Action'))).map(action.read),
  write: (at, said = []) => {
    for (const each of said) action.write(bud(listOf(at), 'Action'), each);
  },
};

/** DT_PLAY_BY_PLAY. */
export const playByPlay = shape({
  /** Competitor codes. */
  home: side('Home'),
  away: side('Away'),
  /** In the order of the message; `order` is the one to sort by. */
  actions,
  ...aboutUnit,
});

/** Content of DT_PLAY_BY_PLAY. */
export type OdfPlayByPlay = { readonly kind: 'play-by-play' } & Typed<typeof playByPlay>;

/** Reads an `Action`. */
export const readAction: (place: Place) => OdfAction = action.read;

/** The actions may come in several lists; the first one names the sides. */
function side(name: string): Field<string | undefined> {
  return {
    path: [],
    read: (place) => attributeOf(children(place, 'Actions')[0], name),
    write: (at, code) => {
      if (code !== undefined && code !== '') listOf(at).attributes[name] = code;
    },
  };
}

function listOf(at: () => Sprout): Sprout {
  return sproutAt(at(), ['Actions']);
}

/** An id can stand for one action only: the last one written holds, and one without id cannot be followed at all. */
function withoutRepeats(places: readonly Place[]): Place[] {
  const last = new Map<string, Place>();
  for (const place of places) {
    const id = required(place, 'Id');
    if (last.has(id) && id !== '') warn(place, 'Id', `${quote(id)} occurs twice; the last one is taken.`);
    if (id !== '') last.set(id, place);
  }
  return places.filter((place) => last.get(attributeOf(place, 'Id') ?? '') === place);
}

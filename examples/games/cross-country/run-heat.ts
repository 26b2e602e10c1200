import type { Random } from '../../broadcast/random.ts';
import { normal } from '../chance.ts';
import type { Entrant } from '../cast/person.ts';
import { behindText, timeText } from '../story/figures.ts';
import { ranked, type Line } from '../story/sheet.ts';

/** Somebody in a heat; times in hundredths of a second. */
export type Racer = {
  readonly entrant: Entrant;
  readonly bib: number;
  readonly startOrder: number;
  /** Time at each point of the course, and at the end. */
  readonly points: readonly number[];
  readonly time: number;
};

/** Where positions are taken, as shares of the course. */
export const points = [0.33, 0.7];
/** Closer than this and the picture must tell. */
const photoWithin = 2;

/** One heat of a sprint: everybody at once, the first over the line wins. */
export function runHeat(entrants: readonly { entrant: Entrant; bib: number }[], base: number, random: Random): Racer[] {
  return entrants.map(({ entrant, bib }, index) => {
    const time = Math.round(base * (1 - entrant.skill * 0.003 + normal(random) * 0.005));
    return {
      entrant,
      bib,
      startOrder: index + 1,
      points: points.map((share) => Math.round(time * share * (1 + normal(random) * 0.004))),
      time,
    };
  });
}

/** The order in the heat after that many points; after the last one, at the finish. */
export function heatLines(racers: readonly Racer[], passed: number): Line[] {
  const isIn = passed > points.length;
  return ranked(
    racers.map(({ entrant, bib, startOrder, points: at, time }) => {
      const value = isIn ? time : passed === 0 ? undefined : at[passed - 1];
      const line: Line = {
        entrant,
        bib,
        startOrder,
        ...(isIn && { result: timeText(time), resultType: 'TIME' as const }),
        details: at.slice(0, passed).map((point, index) => placeAt(racers, index, point)),
      };
      return value === undefined ? { line } : { line, value };
    }),
    behindText,
  ).map((line) => (isIn ? line : withoutDiff(line)));
}

function placeAt(racers: readonly Racer[], index: number, time: number) {
  const rank = racers.filter(({ points: other }) => (other[index] ?? 0) < time).length + 1;
  return { type: 'ER', code: 'INTERMEDIATE', pos: index + 1, value: timeText(time), rank };
}

/** On the course there is an order, and no rank yet. */
function withoutDiff({ diff: _diff, rank: _rank, rankEqual: _equal, ...line }: Line): Line {
  return line;
}

/** Those whose order the finish picture decides, marked as pending or decided. */
export function photoFinish(racers: readonly Racer[], lines: readonly Line[], mark: 'P' | 'E'): Line[] {
  const times = racers.map(({ time }) => time);
  return lines.map((line) => {
    const own = racers.find(({ entrant }) => entrant === line.entrant)?.time ?? 0;
    const isClose = times.filter((time) => Math.abs(time - own) <= photoWithin).length > 1;
    return isClose ? { ...line, photoFinish: mark, ...(mark === 'P' && { isUnchecked: true }) } : line;
  });
}

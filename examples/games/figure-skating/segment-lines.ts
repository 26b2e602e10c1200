import type { Entrant } from '../cast/person.ts';
import { pointsText } from '../story/figures.ts';
import { ranked, type Detail, type Line } from '../story/sheet.ts';
import type { Programme } from './skate-programme.ts';

/** Everybody of a programme as it stands at a moment: elements as they are marked, points when they are read out. */
export function segmentLines(programmes: readonly Programme[], atMs: number): Line[] {
  return ranked(
    programmes.map((programme) => {
      const { entrant, startOrder, startMs, marksMs, total, deduction } = programme;
      const isIn = marksMs <= atMs;
      const line: Line = {
        entrant,
        startOrder,
        ...(startMs <= atMs && !isIn && { isCurrent: true }),
        ...(isIn && { result: pointsText(total), resultType: 'POINTS' as const }),
        ...(isIn && deduction > 0 && { penalty: pointsText(-deduction) }),
        details: detailsAt(programme, atMs),
      };
      return isIn ? { line, value: -total } : { line };
    }),
    (behind) => `-${pointsText(behind)}`,
  );
}

/** The programme of an entrant that is skated and marked by then. */
export function elementsUntil(programmes: readonly Programme[], entrant: Entrant, atMs: number): Programme | undefined {
  return programmes.find((programme) => programme.entrant === entrant && programme.marksMs <= atMs);
}

function detailsAt(programme: Programme, atMs: number): Detail[] {
  const { elements, components, technical, artistic, deduction, falls, marksMs } = programme;
  const skated = elements
    .filter(({ endMs }) => endMs <= atMs)
    .map(({ name, info, base, grades, score }, index): Detail => ({
      type: 'ER',
      code: 'ELEMENT',
      pos: index + 1,
      value: pointsText(score),
      value2: name,
      extensions: [
        { code: 'BASE', value: pointsText(base) },
        ...(info === undefined ? [] : [{ code: 'INFO', value: info }]),
        ...grades.map((grade, judge) => ({ code: 'GOE', pos: judge + 1, value: String(grade) })),
      ],
    }));
  if (marksMs > atMs) return skated;
  const sum = (code: string, value: number): Detail => ({ type: 'ER', code, value: pointsText(value) });
  return [
    ...skated,
    ...components.map(({ code, marks, mean }): Detail => ({
      ...sum(code, mean),
      extensions: marks.map((mark, judge) => ({ code: 'MARK', pos: judge + 1, value: pointsText(mark) })),
    })),
    sum('TES', technical),
    sum('PCS', artistic),
    ...(falls > 0 ? [{ ...sum('DEDUCTION', -deduction), value2: 'FALL' }] : []),
  ];
}

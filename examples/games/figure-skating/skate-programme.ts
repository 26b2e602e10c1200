import type { Random } from '../../broadcast/random.ts';
import { normal } from '../chance.ts';
import type { Entrant } from '../cast/person.ts';

/** One element; values in hundredths of a point. */
type SkatedElement = {
  readonly name: string;
  /** ODF ElementInfo: "<" under-rotated, "e" wrong edge. */
  readonly info?: string;
  readonly base: number;
  /** Grades of execution of nine judges, -5 to 5. */
  readonly grades: readonly number[];
  /** Base value and the trimmed mean of the grades. */
  readonly score: number;
  readonly endMs: number;
};

/** One programme as it was skated; points in hundredths. */
export type Programme = {
  readonly entrant: Entrant;
  readonly startOrder: number;
  readonly startMs: number;
  readonly endMs: number;
  readonly marksMs: number;
  readonly elements: readonly SkatedElement[];
  readonly technical: number;
  readonly components: readonly { readonly code: string; readonly marks: readonly number[]; readonly mean: number }[];
  readonly artistic: number;
  readonly falls: number;
  readonly deduction: number;
  readonly total: number;
};

export type ProgrammeKind = {
  readonly lengthMs: number;
  readonly elements: readonly (readonly [name: string, base: number])[];
  readonly factor: number;
};

const componentCodes = ['CO', 'PR', 'SK'];
/** A grade is worth a tenth of the base value (ISU: of the whole element). */
const worthOfGrade = 0.1;

/** Skates a programme by skill and luck. */
export function skateProgramme(
  { lengthMs, elements, factor }: ProgrammeKind,
  { entrant, startOrder, startMs }: Pick<Programme, 'entrant' | 'startOrder' | 'startMs'>,
  random: Random,
): Programme {
  const form = entrant.skill + normal(random) * 0.4;
  let falls = 0;
  const skated = elements.map(([name, base], index): SkatedElement => {
    const luck = random.next();
    const hasFallen = base > 400 && luck < 0.06 - form * 0.02;
    const isShort = !hasFallen && base > 400 && luck > 0.9;
    if (hasFallen) falls += 1;
    const worth = isShort ? Math.round(base * 0.8) : base;
    const mean = hasFallen ? -4.6 : (isShort ? -1.5 : 1) + form * 1.1;
    const grades = judges(() => clamp(Math.round(mean + normal(random) * 0.6), -5, 5));
    return {
      name,
      ...(isShort && { info: '<' }),
      base: worth,
      grades,
      score: worth + Math.round(worth * worthOfGrade * trimmedMean(grades)),
      endMs: startMs + Math.round((lengthMs * (index + 0.8)) / elements.length),
    };
  });
  const components = componentCodes.map((code) => {
    const marks = judges(() => clamp(Math.round((7.3 + form * 0.7 + normal(random) * 0.25) * 4) * 25, 100, 1000));
    return { code, marks, mean: Math.round(trimmedMean(marks)) };
  });
  const technical = skated.reduce((sum, { score }) => sum + score, 0);
  const artistic = Math.round(components.reduce((sum, { mean }) => sum + mean, 0) * factor);
  const deduction = falls * 100;
  const endMs = startMs + lengthMs;
  return {
    entrant,
    startOrder,
    startMs,
    endMs,
    marksMs: endMs + random.integer(95_000, 150_000),
    elements: skated,
    technical,
    components,
    artistic,
    falls,
    deduction,
    total: technical + artistic - deduction,
  };
}

/** Without the highest and the lowest. */
function trimmedMean(marks: readonly number[]): number {
  const counted = marks.toSorted((a, b) => a - b).slice(1, -1);
  return counted.reduce((sum, mark) => sum + mark, 0) / counted.length;
}

const judges = (mark: () => number): number[] => Array.from({ length: 9 }, mark);
const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));

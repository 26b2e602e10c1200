import type { Fact, FactKind } from '../contract/index.ts';

/**
 * Order in which facts happened. Those of one instant, as one message tells them, come as they follow from each other:
 * what begins, what is done (period by period, and who leads by that), what ends, and what is made of it.
 */
export function compareFacts(left: Fact, right: Fact): number {
  if (left.at !== right.at) return left.at < right.at ? -1 : 1;
  const [before, after] = [placeOf(left), placeOf(right)];
  const at = before.findIndex((each, index) => each !== after[index]);
  return at < 0 ? naturally.compare(left.id, right.id) || (left.id < right.id ? -1 : 1) : before[at]! - after[at]!;
}

const naturally = new Intl.Collator('en', { numeric: true });

const kinds: readonly FactKind[] = [
  'postponed',
  'started',
  'period-start',
  'on-course',
  'split',
  'finished',
  'goal',
  'penalty',
  'time-out',
  'period-end',
  'lead-change',
  'podium-change',
  'out',
  'record',
  'qualified',
  'cancelled',
  'protested',
  'decided',
  'unofficial',
  'official',
  'medals',
];

const ofPeriods: readonly FactKind[] = ['period-start', 'goal', 'penalty', 'time-out', 'period-end'];

/** Stage, period, kind, score; to be compared one after the other. */
function placeOf({ kind, competitor, position, value }: Fact): readonly number[] {
  const isOfUnit = kind === 'finished' && competitor === null;
  const rank = isOfUnit ? kinds.indexOf('qualified') - 0.5 : kinds.indexOf(kind);
  if (!ofPeriods.includes(kind)) return [rank, 0, 0, 0];
  return [kinds.indexOf('period-start'), periodOf(position ?? ''), rank, kind === 'goal' ? totalOf(value ?? '') : 0];
}

/** Periods by their numbers, then extra time, then the shoot-out: `P2`, `OT`, `PSS`. */
function periodOf(code: string): number {
  const stage = /^PS[A-Z]/.test(code) ? 2000 : /^(?:OT|ET|EE|X)/.test(code) ? 1000 : 0;
  return stage + Number(/\d+/.exec(code)?.[0] ?? 0);
}

/** Goals of both sides: a score only grows. */
function totalOf(score: string): number {
  return score.split('-').reduce((total, each) => total + (Number(each) || 0), 0);
}

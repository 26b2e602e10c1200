import type { BroadcastJump, JumpBroadcast } from '../games/broadcast.ts';
import { shotAt } from './direct.ts';

type OnScreen = BroadcastJump['athlete'];
type BoardRow = {
  readonly rank: number;
  readonly athlete: OnScreen;
  readonly total: number;
  readonly behind: number;
};

/** A judge's mark; the best and the worst of five do not count. */
export type Mark = { readonly mark: number; readonly isStruck: boolean };

/** All that the graphics of a moment say. */
export type Graphics = {
  readonly atMs: number;
  readonly title: string;
  readonly venueName: string;
  readonly bar?: OnScreen & { readonly isIntroduced: boolean; readonly sinceMs: number; readonly isOut: boolean };
  /** Shown with the name, before the jump. */
  readonly conditions?: { readonly windMetresPerSecond: number; readonly gate: number };
  readonly speedKmh?: number;
  readonly distance?: number;
  readonly result?: {
    readonly marks: readonly Mark[];
    /** For wind and gate together, in points. */
    readonly compensation: number;
    readonly points: number;
    readonly total: number;
    readonly rank: number;
    readonly sinceMs: number;
  };
  readonly leader?: BoardRow;
  readonly board?: { readonly rows: readonly BoardRow[]; readonly newest: string; readonly sinceMs: number };
  readonly isReplay: boolean;
  readonly wipes: readonly number[];
};

const distanceAfterMs = 700;
const speedShownMs = 2600;
const boardRows = 6;
/** Of this size of hill: points at the K point, and for each metre. */
const pointsAtK = 60;
const pointsPerMetre = 2;

/** What the television graphics show at a moment, from the broadcast alone. */
export function graphicsAt(broadcast: JumpBroadcast, atMs: number): Graphics {
  const { title, venueName, jumps, hill } = broadcast;
  const { jump, kind, fromMs } = shotAt(broadcast, atMs);
  const { athlete, startMs, takeOffMs, landingMs, marksMs, speedKmh, windMetresPerSecond, gate, rank, points, total } =
    jump;
  const isReplay = kind === 'replay-front' || kind === 'replay-side';
  const isLive = !isReplay && kind !== 'arena';
  const standings = standingsAt(jumps, atMs);
  const leader = standingsAt(jumps, Math.min(atMs, marksMs - 1))[0];
  const isOut = jump.irm !== undefined && atMs >= marksMs;
  return {
    atMs,
    title,
    venueName,
    isReplay,
    wipes: isReplay || kind === 'arena' ? [fromMs] : [],
    ...(isLive && { bar: { ...athlete, isIntroduced: atMs < startMs, sinceMs: atMs - (startMs - 11_000), isOut } }),
    ...(isLive && atMs < takeOffMs && { conditions: { windMetresPerSecond, gate } }),
    ...(isLive && atMs >= takeOffMs + 150 && atMs < takeOffMs + speedShownMs && { speedKmh }),
    ...(isLive && atMs >= landingMs + distanceAfterMs && { distance: jump.distance }),
    ...(isLive &&
      atMs >= marksMs &&
      rank !== undefined && {
        result: {
          marks: struck(jump.marks),
          compensation: compensationOf(jump, hill.kPoint),
          points,
          total,
          rank,
          sinceMs: atMs - marksMs,
        },
      }),
    ...(isLive && atMs < marksMs && leader !== undefined && { leader }),
    ...(kind === 'arena' && {
      board: { rows: shownRows(standings, athlete.code), newest: athlete.code, sinceMs: atMs - fromMs - 300 },
    }),
  };
}

/** Everybody who has jumped, the best first; equal totals share a rank. */
function standingsAt(jumps: readonly BroadcastJump[], atMs: number): BoardRow[] {
  const sorted = jumps
    .filter(({ marksMs, irm }) => marksMs <= atMs && irm === undefined)
    .toSorted((a, b) => b.total - a.total);
  const best = sorted[0]?.total ?? 0;
  return sorted.map(({ athlete, total }) => ({
    athlete,
    total,
    rank: sorted.findIndex((other) => other.total === total) + 1,
    behind: Math.round((best - total) * 10) / 10,
  }));
}

/** Marks with the best and the worst struck out, of equal ones the first. */
export function struck(marks: readonly number[]): Mark[] {
  const best = marks.indexOf(Math.max(...marks));
  const worst = marks.findLastIndex((mark) => mark === Math.min(...marks));
  return marks.map((mark, index) => ({ mark, isStruck: index === best || index === worst }));
}

/** What wind and gate have added: the points without those for distance and style (ICR ski jumping, 430 ff.). */
function compensationOf({ marks, points, distance }: BroadcastJump, kPoint: number): number {
  const style = struck(marks).reduce((sum, { mark, isStruck }) => sum + (isStruck ? 0 : mark), 0);
  return Math.round((points - style - pointsAtK - (distance - kPoint) * pointsPerMetre) * 10) / 10;
}

function shownRows(standings: readonly BoardRow[], newest: string): BoardRow[] {
  const top = standings.slice(0, boardRows);
  const own = standings.find(({ athlete }) => athlete.code === newest);
  return own === undefined || top.includes(own) ? top : [...top.slice(0, -1), own];
}

import { formatDuration } from './format-duration.ts';

/** The place of a time among others. */
export type Placing = { readonly rank: number; readonly isShared: boolean; readonly diff: string | null };

/**
 * Ranks times as they are shown: equal ones share a rank, and the next one is left out (1, 2, 2, 4). `moved` are places
 * that a jury gave: each is put there in turn, the others close up, and what was moved shares no rank.
 */
export function rankTimes(
  times: readonly { readonly key: string; readonly ms: number }[],
  { decimals = 2, moved = [] }: { decimals?: number; moved?: readonly { key: string; rank: number }[] } = {},
): Map<string, Placing> {
  const unitMs = 10 ** (3 - decimals);
  const shown = times.map(({ key, ms }) => ({ key, ms: Math.floor(ms / unitMs) * unitMs }));
  const order = shown.toSorted((left, right) => left.ms - right.ms);
  const isMoved = new Set<string>();
  for (const { key, rank } of moved) {
    const at = order.findIndex((each) => each.key === key);
    const [taken] = at === -1 ? [] : order.splice(at, 1);
    if (taken === undefined) continue;
    order.splice(Math.min(rank - 1, order.length), 0, taken);
    isMoved.add(key);
  }
  const best = order[0]?.ms ?? 0;
  const ranks: { key: string; ms: number; rank: number }[] = [];
  for (const [at, { key, ms }] of order.entries()) {
    const before = ranks.at(-1);
    const isTied = before?.ms === ms && !isMoved.has(key) && !isMoved.has(before.key);
    ranks.push({ key, ms, rank: isTied ? before.rank : at + 1 });
  }
  const counts = new Map<number, number>();
  for (const { rank } of ranks) counts.set(rank, (counts.get(rank) ?? 0) + 1);
  return new Map(
    ranks.map(({ key, ms, rank }) => {
      const behindMs = ms - best;
      const diff = rank === 1 || behindMs < 0 ? null : `+${formatDuration(behindMs, decimals)}`;
      return [key, { rank, isShared: (counts.get(rank) ?? 0) > 1, diff }];
    }),
  );
}

import type { FeedState } from '../contract/index.ts';

/** When a source was heard of. Instants are epoch milliseconds. */
export type SourceSigns = {
  readonly lastMs: number;
  /** Keep-alives, the newest first. */
  readonly beatsMs: readonly number[];
  /** Whether the last thing it said of its line is that it closes it. */
  readonly isClosed: boolean;
};

/** How long silence must last to be one, in keep-alives. */
const alarmAfter = 2;
const fewestBeats = 3;

/**
 * How a source is at an instant. Any message is a sign of life; how often one is due is set, or the median of the pauses
 * between its keep-alives.
 */
export function feedState(
  { lastMs, beatsMs, isClosed }: SourceSigns,
  nowMs: number,
  setIntervalMs?: number,
): { readonly state: FeedState; readonly intervalMs: number | null; readonly missed: number } {
  const intervalMs = beatsMs.length === 0 ? null : (setIntervalMs ?? learntInterval(beatsMs));
  if (isClosed) return { state: 'closed', intervalMs, missed: 0 };
  if (intervalMs === null) return { state: 'unwatched', intervalMs, missed: 0 };
  const missed = Math.max(0, Math.floor((nowMs - lastMs) / intervalMs));
  const state = missed >= alarmAfter ? 'silent' : missed > 0 ? 'late' : 'alive';
  return { state, intervalMs, missed };
}

function learntInterval(beatsMs: readonly number[]): number | null {
  if (beatsMs.length < fewestBeats) return null;
  const pauses = beatsMs.slice(1).map((beat, index) => (beatsMs[index] ?? beat) - beat);
  const median = pauses.toSorted((left, right) => left - right)[Math.floor(pauses.length / 2)] ?? 0;
  // Two that come at once, as after a broken line, are no rhythm.
  return median < 1000 ? null : Math.round(median);
}

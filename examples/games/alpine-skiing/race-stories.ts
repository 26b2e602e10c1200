import { timeText } from '../story/figures.ts';
import { ranked, type Line, type Sheet } from '../story/sheet.ts';
import { endOf, type Run } from '../story/timed-run.ts';
import { behindText } from '../story/figures.ts';

/** The second best ski exactly as fast as the best: two golds, and no silver. */
export function tieForGold(runs: readonly Run[]): Run[] {
  const [first, second] = runs.filter((run) => run.irm === undefined).toSorted((a, b) => (a.time ?? 0) - (b.time ?? 0));
  if (first?.time === undefined || second === undefined) return [...runs];
  const { time } = first;
  const share = time / (second.time ?? time);
  return runs.map((run) =>
    run === second ? { ...run, time, splits: run.splits.map((split) => Math.round(split * share)) } : run,
  );
}

/** Seconds that the light beam cut off a time before it was put right. */
const wrongBy = 84;
const noticedAfterMs = 95_000;

/**
 * A time of the middle of the field is first reported too fast, unchecked, and corrected a minute and a half later.
 * `before` turns a right sheet into the one that was reported.
 */
export function correctedRun(
  runs: readonly Run[],
): { correctedMs: number; before: (sheet: Sheet) => Sheet } | undefined {
  const wrong = runs.filter((run) => run.time !== undefined && run.irm === undefined)[Math.floor(runs.length / 3)];
  if (wrong?.time === undefined) return undefined;
  const reported = wrong.time - wrongBy;
  const before = (sheet: Sheet): Sheet => {
    if (!sheet.lines.some(({ entrant, result }) => entrant === wrong.entrant && result !== undefined)) return sheet;
    const times = new Map(runs.map(({ entrant, time }) => [entrant.code, time]));
    const standings = sheet.lines.map(({ rank: _rank, rankEqual: _equal, diff: _diff, ...line }) => {
      const isWrong = line.entrant === wrong.entrant;
      const told: Line = isWrong ? { ...line, result: timeText(reported), isUnchecked: true } : line;
      const value = isWrong ? reported : times.get(line.entrant.code);
      return line.result === undefined || value === undefined ? { line: told } : { line: told, value };
    });
    return { ...sheet, lines: ranked(standings, behindText) };
  };
  return { correctedMs: endOf(wrong) + noticedAfterMs, before };
}

/** One measured value, as it is kept. */
export type Sample = {
  readonly part: string;
  readonly what: string;
  readonly round: number;
  readonly value: number;
  readonly unit: string;
};

/** The value below which that share of the values is; NaN when there is none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

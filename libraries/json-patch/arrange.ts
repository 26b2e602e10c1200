/** A step that brings a list nearer to another; places are those of the list as the steps before have left it. */
export type Arrangement =
  | { readonly kind: 'remove'; readonly at: number }
  | { readonly kind: 'move'; readonly from: number; readonly at: number }
  | { readonly kind: 'add'; readonly at: number; readonly key: string };

/**
 * The steps that make the list `after` of the list `before`, both without repetition. Of what is in both, the longest
 * part that keeps its order stays where it is (longest increasing subsequence, M. L. Fredman 1975): one row that moves is
 * one step, wherever it goes.
 */
export function arrange(before: readonly string[], after: readonly string[]): Arrangement[] {
  const steps: Arrangement[] = [];
  const wanted = new Map(after.map((key, place) => [key, place]));
  const list = [...before];
  for (let at = list.length - 1; at >= 0; at -= 1) {
    if (wanted.has(list[at]!)) continue;
    list.splice(at, 1);
    steps.push({ kind: 'remove', at });
  }
  const staying = new Set(longestRising(list.map((key) => wanted.get(key)!)).map((place) => after[place]!));
  const present = new Set(list);

  // What was put in place so far is in its order, whatever still waits to be moved between.
  for (const [place, key] of after.entries()) {
    if (staying.has(key)) continue;
    const from = present.has(key) ? list.indexOf(key) : undefined;
    if (from !== undefined) list.splice(from, 1);
    const at = place === 0 ? 0 : list.indexOf(after[place - 1]!) + 1;
    list.splice(at, 0, key);
    if (from === undefined) steps.push({ kind: 'add', at, key });
    else if (from !== at) steps.push({ kind: 'move', from, at });
  }
  return steps;
}

/** One of the longest rising parts of a list of distinct numbers, by patience sorting: O(n log n). */
function longestRising(values: readonly number[]): number[] {
  const ends: number[] = [];
  const former = new Map<number, number | undefined>();
  for (const value of values) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ends[middle]! < value) low = middle + 1;
      else high = middle;
    }
    former.set(value, ends[low - 1]);
    ends[low] = value;
  }
  const rising: number[] = [];
  for (let value = ends.at(-1); value !== undefined; value = former.get(value)) rising.push(value);
  return rising.toReversed();
}

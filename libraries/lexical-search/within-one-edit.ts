/**
 * Whether one inserted, missing, wrong or swapped letter turns one word into the other (or nothing does):
 * Damerau–Levenshtein distance ≤ 1 (Damerau, "A technique for computer detection and correction of spelling errors",
 * CACM 7, 1964). Counts code points; linear in the length.
 */
export function withinOneEdit(one: string, other: string): boolean {
  const a = Array.from(one);
  const b = Array.from(other);
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  const restOf = (word: readonly string[], from: number) => word.slice(from).join('');
  if (a.length !== b.length) {
    return a.length > b.length ? restOf(a, start + 1) === restOf(b, start) : restOf(a, start) === restOf(b, start + 1);
  }
  if (restOf(a, start + 1) === restOf(b, start + 1)) return true;
  return a[start] === b[start + 1] && a[start + 1] === b[start] && restOf(a, start + 2) === restOf(b, start + 2);
}

/** Words shorter than this are never guessed at: one edit makes too many other words of them. */
export const minTypoLetters = 5;

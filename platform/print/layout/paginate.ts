/** A stripe of a page, as wide as it. */
export type Strip = {
  /** In points. */
  readonly height: number;
  /** Whether it must not be the last of a page. */
  readonly joinsNext?: boolean;
  /** Room between others, which is left out on top of a page. */
  readonly isGap?: boolean;
  /** What stands above it where it is the first of a page: the head of its table. */
  readonly head?: Strip;
  /** Draws it with its top at this height. */
  readonly draw: (top: number) => void;
};

export type Placed = { readonly strip: Strip; readonly top: number };

/** Spreads strips over pages of a height: what joins stays together, and the head of a table comes again. */
export function paginate(strips: readonly Strip[], height: number): Placed[][] {
  const pages: Placed[][] = [[]];
  let used = 0;

  function place(strip: Strip): void {
    if (used > 0 && used + strip.height > height + 0.01) turn();
    if (used === 0 && strip.isGap) return;
    if (used === 0 && strip.head !== undefined) put(strip.head);
    put(strip);
  }
  function put(strip: Strip): void {
    pages.at(-1)?.push({ strip, top: used });
    used += strip.height;
  }
  function turn(): void {
    pages.push([]);
    used = 0;
  }

  for (const group of groupsOf(strips)) {
    const needed = group.reduce((sum, strip) => sum + strip.height, 0);
    // A gap before it is given up with the page.
    if (used > 0 && used + needed > height && needed <= height) turn();
    for (const strip of group) place(strip);
  }
  return pages.filter((page) => page.length > 0);
}

function groupsOf(strips: readonly Strip[]): Strip[][] {
  const groups: Strip[][] = [];
  let isOpen = false;
  for (const strip of strips) {
    if (isOpen) groups.at(-1)?.push(strip);
    else groups.push([strip]);
    isOpen = strip.joinsNext ?? false;
  }
  return groups;
}

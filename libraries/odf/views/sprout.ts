/** An element that is being written. */
export type Sprout = {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: (Sprout | string)[];
};

/** A new element without content. */
export function sprout(name: string): Sprout {
  return { name, attributes: {}, children: [] };
}

/** A new element at the end of another. */
export function bud(parent: Sprout, name: string): Sprout {
  const grown = sprout(name);
  parent.children.push(grown);
  return grown;
}

/** The element at the end of the path; what is missing on the way is made. */
export function sproutAt(from: Sprout, path: readonly string[]): Sprout {
  let reached = from;
  for (const name of path) {
    const found = reached.children.find((each) => typeof each !== 'string' && each.name === name);
    reached = found === undefined || typeof found === 'string' ? bud(reached, name) : found;
  }
  return reached;
}

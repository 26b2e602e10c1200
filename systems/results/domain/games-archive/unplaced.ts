import type { GamesImport } from '../../contract/games-import.ts';

/** What of an archive could not be told, and why. */
export type Unplaced = GamesImport['unplaced'][number];

/** Notes what cannot be placed, by reason, with the first few examples of each. */
export interface UnplacedNotes {
  add(reason: string, example: string): void;
  list(): Unplaced[];
}

const mostExamples = 5;

/** An empty list of notes. */
export function noteUnplaced(): UnplacedNotes {
  const noted = new Map<string, { count: number; examples: string[] }>();
  return {
    add(reason, example) {
      const known = noted.get(reason) ?? { count: 0, examples: [] };
      known.count += 1;
      if (known.examples.length < mostExamples) known.examples.push(example.slice(0, 200));
      noted.set(reason, known);
    },
    list: () => Array.from(noted, ([reason, { count, examples }]) => ({ reason, count, examples })),
  };
}

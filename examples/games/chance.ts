import { seededRandom, type Random } from '../broadcast/random.ts';

/** A source of chance that belongs to one thing alone, so that a change in one event leaves the others as they are. */
export function chanceOf(seed: number, subject: string): Random {
  let mixed = seed | 0;
  for (const character of subject) mixed = Math.imul(mixed ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return seededRandom(mixed);
}

/** A number around 0 with deviation 1, by the sum of twelve uniform ones: never further than 6 from 0. */
export function normal(random: Random): number {
  let sum = -6;
  for (let count = 0; count < 12; count += 1) sum += random.next();
  return sum;
}

/** The same things in a random order (Fisher–Yates). */
export function shuffled<T>(random: Random, things: readonly T[]): T[] {
  const order = [...things];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = random.integer(0, last);
    [order[last], order[other]] = [order[other] as T, order[last] as T];
  }
  return order;
}

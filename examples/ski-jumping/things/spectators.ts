import { groundAt, type Relief } from '../../broadcast/land/relief.ts';
import type { Group } from '../../broadcast/land/spectators.ts';
import { seededRandom } from '../../broadcast/random.ts';
import { landingAt } from '../hill.ts';

/** In a bowl around the out-run, and a few beside the landing hill. */
export function spectators(relief: Relief): Group[] {
  const random = seededRandom(83);
  const groups: Group[] = [];
  for (let row = 0; row < 5; row += 1) {
    for (let way = 132; way < 262; way += 3.1) {
      for (const side of [-1, 1]) {
        const x = side * (50 + row * 2.2) + random.between(-0.5, 0.5);
        const y = landingAt(way).y + random.between(-0.6, 0.6);
        if (side > 0 && Math.abs(way - 150) < 12) continue;
        groups.push({
          x,
          y,
          z: groundAt(relief, x, y) + row * 0.5,
          kind: random.integer(0, 7),
          phase: random.between(0, 6),
        });
      }
    }
  }
  return groups;
}

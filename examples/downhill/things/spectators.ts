import { groundAt, type Relief } from '../../broadcast/land/relief.ts';
import type { Group } from '../../broadcast/land/spectators.ts';
import { seededRandom } from '../../broadcast/random.ts';
import { courseLength, lineAt } from '../course.ts';

/** On both sides of the finish, and here and there along the nets. */
export function spectators(relief: Relief): Group[] {
  const random = seededRandom(81);
  const groups: Group[] = [];
  const stand = (x: number, y: number, lift = 0): void => {
    groups.push({ x, y, z: groundAt(relief, x, y) + lift, kind: random.integer(0, 7), phase: random.between(0, 6) });
  };
  for (let row = 0; row < 4; row += 1) {
    for (let y = courseLength - 60; y < courseLength + 66; y += 2.9) {
      for (const side of [-1, 1])
        stand(side * (31 + row * 2.1) + random.between(-0.4, 0.4), y + random.between(-0.5, 0.5), row * 0.75);
    }
  }
  for (let y = 160; y < courseLength - 120; y += 11) {
    const side = Math.sin(y / 70) > 0 ? 1 : -1;
    if (Math.sin(y / 37) > 0.2) stand(lineAt(y) + side * 20.5, y);
  }
  return groups;
}

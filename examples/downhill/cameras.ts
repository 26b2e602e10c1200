import { courseLength, flightMetres, lineAt, wayAt } from './course.ts';

/** A camera beside the course, and the part of the way on which it is on air. */
export type Post = {
  readonly from: number;
  readonly to: number;
  readonly x: number;
  readonly y: number;
  /** Metres above the snow. */
  readonly height: number;
  /** How tall a racer is in the picture at the beginning and at the end, in picture units. */
  readonly tall: readonly [number, number];
  /** Flies behind the racer instead of standing. */
  readonly isFlying?: boolean;
};

const jumps = [0.235, 0.56, 0.885].map((share) => wayAt(share));

/** From the start to the finish, without a gap. */
export const posts: readonly Post[] = layOut();

/** Where a camera must see through the woods: from the post to the way that it shows. */
export function sightLines(): { x: number; y: number; toX: number; toY: number }[] {
  return posts.flatMap(({ from, to, x, y, isFlying }) =>
    isFlying
      ? []
      : Array.from({ length: 10 }, (_, step) => {
          const way = from + ((Math.min(to, courseLength - 5) - from) * step) / 9;
          return { x, y, toX: lineAt(way), toY: way };
        }),
  );
}

function layOut(): Post[] {
  const out: Post[] = [{ from: 22, to: 150, x: -13, y: 128, height: 3.6, tall: [60, 170] }];
  const last = courseLength - 130;
  let side = 1;
  let from = 150;
  while (from < last - 60) {
    const jump = jumps.find((at) => at - 95 >= from - 1 && at - 95 < from + 330);
    const isFar = jump === undefined || jump - 95 - from > 150;
    if (isFar) {
      const to = Math.min(last, jump === undefined ? from + 270 : jump - 95);
      out.push(out.length % 4 === 3 ? flying(from, to) : beside(from, to, side));
      from = to;
    } else {
      const to = jump + flightMetres + 55;
      out.push({ from, to, x: lineAt(jump + 24) + side * 21, y: jump + 27, height: 2, tall: [70, 165] });
      from = to;
    }
    side = -side;
  }
  return [...out, { from, to: Infinity, x: 20, y: courseLength + 14, height: 3.6, tall: [84, 170] }];
}

function beside(from: number, to: number, side: number): Post {
  const y = from + (to - from) * 0.72;
  return { from, to, x: lineAt(y) + side * 21, y, height: 3.6, tall: [58, 150] };
}

function flying(from: number, to: number): Post {
  return { from, to, x: 0, y: from, height: 2.6, tall: [130, 130], isFlying: true };
}

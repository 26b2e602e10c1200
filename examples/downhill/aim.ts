import { clamp, mix, smooth } from '../broadcast/blend.ts';
import { lookAt, steady, type Lens, type Place } from '../broadcast/land/lens.ts';
import { groundAt, type Relief } from '../broadcast/land/relief.ts';
import { posts } from './cameras.ts';
import { courseLength, lineAt } from './course.ts';
import type { Shot } from './direct.ts';
import type { RacerState } from './run-state.ts';

/** Metres that fill the height that a post wants its racers to have. */
const racerTall = 1.15;

/** Points the camera of a shot at the racer. */
export function aim(relief: Relief, shot: Shot, racer: RacerState, atMs: number): Lens {
  const seconds = (atMs - shot.fromMs) / 1000;
  const above = (x: number, y: number, height: number): Place => ({ x, y, z: groundAt(relief, x, y) + height });
  switch (shot.kind) {
    case 'hut': {
      const from = above(4.6 - seconds * 0.12, 8.6, 2.5);
      return steady(
        lookAt(from, { x: racer.x * 0.8, y: Math.min(racer.y, 4), z: racer.z + 1.45 }, 860 + seconds * 24),
        atMs,
      );
    }
    case 'valley': {
      const from = above(-2.4, 0.6, 2.9);
      return lookAt(from, { x: mix(0, racer.x, 0.5), y: racer.y + 16, z: racer.z + 1.5 }, 760, 60);
    }
    case 'arrival': {
      const from = above(racer.x - 4 + seconds * 0.35, racer.y + 9.5, 1.7);
      return steady(lookAt(from, { x: racer.x - 1.7, y: racer.y, z: racer.z + 1.3 }, 980), atMs);
    }
    case 'arena': {
      const from = above(mix(-34, -20, seconds / 30), courseLength + 86, 11);
      return lookAt(from, { x: 2, y: courseLength - 40, z: groundAt(relief, 0, courseLength) + 12 }, 820 + seconds * 6);
    }
    case 'replay':
    case 'post':
      return fromPost(relief, shot, racer, atMs);
  }
}

function fromPost(relief: Relief, { post: index, kind }: Shot, racer: RacerState, atMs: number): Lens {
  const post = posts[index]!;
  if (post.isFlying) return flyBehind(relief, racer);
  const from = { x: post.x, y: post.y, z: groundAt(relief, post.x, post.y) + post.height };
  const lead = Math.min(2.4, racer.speed * 0.08);
  const target = {
    x: racer.x + racer.forwardX * lead,
    y: racer.y + racer.forwardY * lead,
    z: racer.z + 0.75 - (racer.air > 0 ? racer.air * 0.35 : 0),
  };
  const distance = Math.hypot(target.x - from.x, target.y - from.y);
  const share = clamp((racer.y - post.from) / (Math.min(post.to, courseLength + 40) - post.from), 0, 1);
  const tall = mix(post.tall[0], post.tall[1], smooth(0, 0.75, share)) * (kind === 'replay' ? 1.25 : 1);
  return steady(lookAt(from, target, clamp((tall * distance) / racerTall, 620, 13_000)), atMs);
}

/** A drone a few metres behind and above. */
function flyBehind(relief: Relief, racer: RacerState): Lens {
  const back = 9.5;
  const y = racer.y - back;
  const x = mix(lineAt(y), racer.x - racer.forwardX * back, 0.4);
  const z = Math.max(groundAt(relief, x, y) + 1.6, racer.z + 4.1);
  return lookAt({ x, y, z }, { x: racer.x + racer.forwardX * 7, y: racer.y + 7, z: racer.z - 0.4 }, 800, -10);
}

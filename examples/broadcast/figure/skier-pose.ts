import { mix } from '../blend.ts';

/** A point of the body: metres ahead, to the right and above the middle between the bindings. */
export type Joint = readonly [ahead: number, right: number, up: number];

/** A skier's pose; of pairs the left one comes first. */
export type Pose = {
  readonly ankles: readonly [Joint, Joint];
  readonly knees: readonly [Joint, Joint];
  readonly hip: Joint;
  readonly shoulders: Joint;
  readonly head: Joint;
  readonly elbows: readonly [Joint, Joint];
  readonly hands: readonly [Joint, Joint];
};

/** Blends two poses, joint by joint. */
export function blendPoses(from: Pose, to: Pose, share: number): Pose {
  if (share <= 0) return from;
  if (share >= 1) return to;
  const joint = (a: Joint, b: Joint): Joint => [mix(a[0], b[0], share), mix(a[1], b[1], share), mix(a[2], b[2], share)];
  const pair = (a: readonly [Joint, Joint], b: readonly [Joint, Joint]): [Joint, Joint] => [
    joint(a[0], b[0]),
    joint(a[1], b[1]),
  ];
  return {
    ankles: pair(from.ankles, to.ankles),
    knees: pair(from.knees, to.knees),
    hip: joint(from.hip, to.hip),
    shoulders: joint(from.shoulders, to.shoulders),
    head: joint(from.head, to.head),
    elbows: pair(from.elbows, to.elbows),
    hands: pair(from.hands, to.hands),
  };
}

/** The same to the left and to the right, from the right one. */
export function mirrored([ahead, right, up]: Joint): readonly [Joint, Joint] {
  return [
    [ahead, -right, up],
    [ahead, right, up],
  ];
}

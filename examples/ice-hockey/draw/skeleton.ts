import type { Figure, Motion } from '../figure.ts';
import { mix } from '../../broadcast/blend.ts';

/** A joint seen from the person: metres ahead, to the left and above the ice. */
export type Joint = { ahead: number; left: number; up: number };

export type Skeleton = {
  head: Joint;
  neck: Joint;
  hips: Joint;
  shoulders: Pair;
  elbows: Pair;
  hands: Pair;
  hipJoints: Pair;
  knees: Pair;
  feet: Pair;
  toes: Pair;
  stick?: { top: Joint; heel: Joint; toe: Joint };
};
type Pair = { left: Joint; right: Joint };

/** Poses a person: where every joint is, from the numbers of the motion. */
export function poseSkeleton({ role, motion }: Figure): Skeleton {
  const skeleton =
    role === 'GK' ? goalkeeper(motion) : role === 'referee' || role === 'linesman' ? official(motion) : skater(motion);
  return motion.fall > 0.01 ? lyingDown(skeleton, motion.fall) : skeleton;
}

function skater(motion: Motion): Skeleton {
  const body = skatingBody(motion, clamp01(0.42 + 0.6 * motion.crouch - 0.5 * motion.cheer));
  const { swing, cheer } = motion;
  const back = Math.max(0, -swing);
  const through = Math.max(0, swing);
  let heel = joint(1.0, -0.3, 0.04);
  heel = mixJoint(mixJoint(heel, joint(-0.7, -0.95, 1.15), back), joint(1.3, 0.45, 0.5), through);
  heel = mixJoint(heel, joint(0.25, -0.95, 2.95), cheer);
  const toe = joint(heel.ahead + mix(0.24, 0.05, back), heel.left + mix(0.1, -0.1, back), heel.up + 0.02);
  const top = mixJoint(mixJoint(joint(0.42, 0.2, 1.0), joint(0.3, 0.25, 1.1), back), joint(0.1, -0.5, 1.78), cheer);
  const low = mixJoint(mixJoint(top, heel, 0.42), joint(0.12, -0.56, 2.0), cheer);
  const hands = { left: mixJoint(top, joint(0.1, 0.66, 2.02), cheer), right: low };
  return { ...body, hands, elbows: elbowsOf(body.shoulders, hands, -0.1), stick: { top, heel, toe } };
}

function official(motion: Motion): Skeleton {
  const body = skatingBody(motion, 0.12);
  const swingArm = 0.25 * motion.stride * Math.sin(motion.stridePhase);
  const rest = { left: joint(0.1 + swingArm, 0.34, 0.95), right: joint(0.1 - swingArm, -0.34, 0.95) };
  const hands = {
    left: mixJoint(rest.left, joint(0.12, 0.85, 1.42), motion.armsOut),
    right: mixJoint(
      mixJoint(rest.right, joint(0.1, -0.3, 2.2), motion.armUp),
      joint(0.12, -0.85, 1.42),
      motion.armsOut,
    ),
  };
  return { ...body, hands, elbows: elbowsOf(body.shoulders, hands, -0.06) };
}

function goalkeeper(motion: Motion): Skeleton {
  const { butterfly, reach, reachHeight, cheer, crouch } = motion;
  const bend = clamp01(0.35 + crouch * 0.5 - cheer * 0.5);
  const hips = joint(-0.12 * bend, 0, mix(0.95 - 0.2 * bend, 0.55, butterfly));
  const neck = joint(0.3 * bend, reach * 0.12 * butterfly, hips.up + 0.52 - 0.1 * bend);
  const shoulders = {
    left: joint(neck.ahead, neck.left + 0.29, neck.up - 0.05),
    right: joint(neck.ahead, neck.left - 0.29, neck.up - 0.05),
  };
  const knee = (sign: number): Joint =>
    joint(mix(0.2, 0.24, butterfly), sign * mix(0.27, 0.3, butterfly), mix(0.52, 0.16, butterfly));
  const foot = (sign: number): Joint => joint(mix(0.02, -0.1, butterfly), sign * mix(0.38, 0.92, butterfly), 0.1);
  const catching = Math.max(0, reach) * butterfly;
  const blocking = Math.max(0, -reach) * butterfly;
  const hands = {
    left: mixJoint(
      mixJoint(joint(0.42, 0.52, 0.85), joint(0.4, 0.9, reachHeight + 0.25), catching),
      joint(0.1, 0.5, 1.95),
      cheer,
    ),
    right: mixJoint(
      mixJoint(joint(0.45, -0.48, 0.72), joint(0.4, -0.85, reachHeight + 0.25), blocking),
      joint(0.1, -0.5, 1.95),
      cheer,
    ),
  };
  const heel = mixJoint(joint(0.72, -0.22, 0.04), joint(0.1, -0.6, 2.9), cheer);
  return {
    head: joint(neck.ahead + 0.1, neck.left, neck.up + 0.22),
    neck,
    hips,
    shoulders,
    hands,
    elbows: elbowsOf(shoulders, hands, -0.08),
    hipJoints: { left: joint(hips.ahead, 0.17, hips.up), right: joint(hips.ahead, -0.17, hips.up) },
    knees: { left: knee(1), right: knee(-1) },
    feet: { left: foot(1), right: foot(-1) },
    toes: { left: joint(0.2, foot(1).left, 0.05), right: joint(0.2, foot(-1).left, 0.05) },
    stick: { top: hands.right, heel, toe: joint(heel.ahead + 0.12, heel.left + 0.4, heel.up) },
  };
}

function skatingBody(motion: Motion, bend: number): Omit<Skeleton, 'hands' | 'elbows'> {
  const { stride, stridePhase } = motion;
  const sway = Math.sin(stridePhase) * 0.09 * stride;
  const dip = Math.abs(Math.cos(stridePhase)) * 0.05 * stride;
  const hips = joint(-0.14 * bend, sway, 0.98 - 0.2 * bend - dip);
  const neck = joint(0.44 * bend + 0.02, sway * 0.6, 1.5 - 0.3 * bend - dip);
  const leg = (sign: 1 | -1): { foot: Joint; knee: Joint; hip: Joint } => {
    const push = Math.sin(stridePhase) * sign;
    const out = Math.max(0, push) * stride;
    const lift = Math.max(0, Math.cos(stridePhase) * -sign) * stride * Math.max(0, push);
    const foot = joint(
      0.1 - 0.62 * out + 0.12 * stride * Math.max(0, -push),
      sign * (0.15 + 0.36 * out),
      0.1 + 0.16 * lift,
    );
    const hip = joint(hips.ahead, hips.left + sign * 0.14, hips.up);
    const knee = joint(
      (foot.ahead + hip.ahead) / 2 + 0.24 * bend + 0.08,
      (foot.left + hip.left) / 2 + sign * 0.04,
      (foot.up + hip.up) / 2 + 0.02,
    );
    return { foot, knee, hip };
  };
  const left = leg(1);
  const right = leg(-1);
  return {
    head: joint(neck.ahead + 0.06 + 0.12 * bend, neck.left, neck.up + 0.24 - 0.03 * bend),
    neck,
    hips,
    shoulders: {
      left: joint(neck.ahead, neck.left + 0.25, neck.up - 0.06),
      right: joint(neck.ahead, neck.left - 0.25, neck.up - 0.06),
    },
    hipJoints: { left: left.hip, right: right.hip },
    knees: { left: left.knee, right: right.knee },
    feet: { left: left.foot, right: right.foot },
    toes: { left: toeOf(left.foot), right: toeOf(right.foot) },
  };
}

function lyingDown(skeleton: Skeleton, fall: number): Skeleton {
  const down = ({ ahead, left, up }: Joint): Joint =>
    joint(ahead + up * 0.72 * fall, left + up * 0.12 * fall, up * (1 - 0.84 * fall) + 0.16 * fall);
  const pair = ({ left, right }: Pair): Pair => ({ left: down(left), right: down(right) });
  const { stick } = skeleton;
  return {
    head: down(skeleton.head),
    neck: down(skeleton.neck),
    hips: down(skeleton.hips),
    shoulders: pair(skeleton.shoulders),
    elbows: pair(skeleton.elbows),
    hands: pair(skeleton.hands),
    hipJoints: pair(skeleton.hipJoints),
    knees: pair(skeleton.knees),
    feet: pair(skeleton.feet),
    toes: pair(skeleton.toes),
    ...(stick && { stick: { top: down(stick.top), heel: down(stick.heel), toe: down(stick.toe) } }),
  };
}

function elbowsOf(shoulders: Pair, hands: Pair, drop: number): Pair {
  const between = (shoulder: Joint, hand: Joint, sign: number): Joint => {
    const middle = mixJoint(shoulder, hand, 0.48);
    return joint(middle.ahead - 0.1, middle.left + sign * 0.12, middle.up + drop);
  };
  return { left: between(shoulders.left, hands.left, 1), right: between(shoulders.right, hands.right, -1) };
}

function toeOf(foot: Joint): Joint {
  return joint(foot.ahead + 0.2, foot.left, foot.up - 0.05);
}

function joint(ahead: number, left: number, up: number): Joint {
  return { ahead, left, up };
}

function mixJoint(from: Joint, to: Joint, share: number): Joint {
  return {
    ahead: mix(from.ahead, to.ahead, share),
    left: mix(from.left, to.left, share),
    up: mix(from.up, to.up, share),
  };
}

function clamp01(value: number): number {
  return Math.min(1, Math.max(0, value));
}

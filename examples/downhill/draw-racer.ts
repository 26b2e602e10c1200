import { clamp, smooth } from '../broadcast/blend.ts';
import { drawSkier, type Outfit, type Skis, type Stance } from '../broadcast/figure/draw-skier.ts';
import { blendPoses, mirrored, type Joint, type Pose } from '../broadcast/figure/skier-pose.ts';
import { joyful, standing } from '../broadcast/figure/standing-poses.ts';
import { see, type Lens } from '../broadcast/land/lens.ts';
import type { Pen } from '../broadcast/picture.ts';
import type { RacerState } from './run-state.ts';

const tuck: Pose = {
  ankles: mirrored([0, 0.2, 0.12]),
  knees: mirrored([0.24, 0.23, 0.42]),
  hip: [-0.34, 0, 0.56],
  shoulders: [0.24, 0, 0.72],
  head: [0.48, 0, 0.8],
  elbows: mirrored([0.48, 0.2, 0.5]),
  hands: mirrored([0.82, 0.09, 0.62]),
};
const carve: Pose = {
  ankles: mirrored([0, 0.25, 0.12]),
  knees: mirrored([0.3, 0.27, 0.47]),
  hip: [-0.32, 0, 0.6],
  shoulders: [0.2, 0, 0.86],
  head: [0.43, 0, 0.98],
  elbows: mirrored([0.36, 0.44, 0.66]),
  hands: mirrored([0.68, 0.42, 0.66]),
};
const flight: Pose = {
  ankles: mirrored([0, 0.2, 0.12]),
  knees: mirrored([0.34, 0.24, 0.42]),
  hip: [-0.26, 0, 0.52],
  shoulders: [0.32, 0, 0.72],
  head: [0.56, 0, 0.82],
  elbows: mirrored([0.42, 0.4, 0.7]),
  hands: mirrored([0.72, 0.5, 0.66]),
};
const leaning: Pose = {
  ...standing,
  hip: [-0.2, 0, 0.82],
  shoulders: [0.34, 0, 1.16],
  head: [0.52, 0, 1.32],
  hands: mirrored([0.78, 0.34, 0.86]),
  elbows: mirrored([0.5, 0.36, 0.84]),
};
const pushing: Pose = {
  ...leaning,
  shoulders: [0.46, 0, 1.0],
  head: [0.68, 0, 1.12],
  elbows: mirrored([0.06, 0.42, 0.96]),
  hands: mirrored([-0.24, 0.44, 0.72]),
};

const skis: Skis = { back: 0.92, front: 1.18, spread: 0.02, tilt: 0, thickness: 0.075 };

/** Draws a racer with the shadow on the snow. */
export function drawRacer(pen: Pen, lens: Lens, racer: RacerState, outfit: Outfit, atMs: number): void {
  drawShadow(pen, lens, racer);
  drawSkier(pen, lens, stanceOf(racer), poseOf(racer, atMs), skis, outfit, racer.fallen < 0.5);
}

function poseOf({ lean, air, push, stand, joy, speed }: RacerState, atMs: number): Pose {
  const rhythm = atMs / 1000;
  if (speed < 0.1 && joy === 0) return blendPoses(standing, leaning, 0.5 + 0.5 * Math.sin(rhythm * 1.5));
  const turning = smooth(0.16, 0.5, Math.abs(lean));
  let pose = blendPoses(tuck, carve, turning);
  pose = blendPoses(pose, flight, smooth(0, 0.5, air));
  if (push > 0) pose = blendPoses(leaning, pushing, 0.5 + 0.5 * Math.sin(rhythm * 9));
  pose = blendPoses(pose, standing, stand);
  const cheer = joy * (0.75 + 0.25 * Math.sin(rhythm * 8));
  return flexed(blendPoses(pose, joyful, cheer), lean);
}

/** In a turn the outer leg is long and the inner one bent, and the upper body stays more upright. */
function flexed(pose: Pose, lean: number): Pose {
  const right = clamp(lean, -1, 1) * 0.2;
  const raise = ([ahead, side, up]: Joint, by: number): Joint => [ahead, side - right * up * 0.5, up + by];
  return {
    ...pose,
    ankles: [raise(pose.ankles[0], Math.max(0, -right)), raise(pose.ankles[1], Math.max(0, right))],
    knees: [raise(pose.knees[0], Math.max(0, -right)), raise(pose.knees[1], Math.max(0, right))],
    shoulders: raise(pose.shoulders, 0),
    head: raise(pose.head, 0),
  };
}

function stanceOf({ x, y, z, forwardX, forwardY, climb, lean, stand, speed, fallen }: RacerState): Stance {
  // To brake, the skis are turned across the slope.
  const turn =
    stand * (speed > 0.1 || stand === 1 ? 1.15 : 0) * smooth(-1, 3, forwardY > 0 ? 3 : 0) * (fallen > 0 ? 0 : 1);
  const isWaiting = stand === 1 && y < 0;
  const angle = (isWaiting ? 0 : turn) + fallen * 2;
  const fx = forwardX * Math.cos(angle) + forwardY * Math.sin(angle);
  const fy = forwardY * Math.cos(angle) - forwardX * Math.sin(angle);
  const length = Math.hypot(1, climb * fy);
  const ahead: Joint = [fx / length, fy / length, (climb * fy) / length];
  const right: Joint = [fy, -fx, 0];
  const up: Joint = [right[1] * ahead[2], -right[0] * ahead[2], right[0] * ahead[1] - right[1] * ahead[0]];
  const roll = lean * 0.92 - stand * (isWaiting ? 0 : clamp(speed / 20, 0, 0.45)) + fallen * 1.35;
  const cos = Math.cos(roll);
  const sin = Math.sin(roll);
  return {
    x,
    y,
    z,
    ahead,
    right: [right[0] * cos - up[0] * sin, right[1] * cos - up[1] * sin, right[2] * cos - up[2] * sin],
    up: [up[0] * cos + right[0] * sin, up[1] * cos + right[1] * sin, up[2] * cos + right[2] * sin],
  };
}

function drawShadow(pen: Pen, lens: Lens, { x, y, z, air, forwardX, forwardY }: RacerState): void {
  const reach = 0.9 + air * 0.8;
  const near = see(lens, x + 0.25 - forwardX * 0.9, y + 0.1 - forwardY * 0.9, z - air + 0.03);
  const far = see(lens, x + 0.62 * reach + forwardX, y + 0.42 * reach + forwardY, z - air - 0.15);
  pen.strokeStyle = `rgba(34, 58, 118, ${air > 0 ? 0.22 : 0.36})`;
  pen.lineCap = 'round';
  pen.lineWidth = near.scale * 0.36;
  pen.beginPath();
  pen.moveTo(near.u, near.v);
  pen.lineTo(far.u, far.v);
  pen.stroke();
}

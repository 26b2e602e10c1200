import { clamp, smooth } from '../broadcast/blend.ts';
import { drawSkier, type Outfit, type Skis, type Stance } from '../broadcast/figure/draw-skier.ts';
import { blendPoses, mirrored, type Joint, type Pose } from '../broadcast/figure/skier-pose.ts';
import { joyful, standing } from '../broadcast/figure/standing-poses.ts';
import { see, type Lens } from '../broadcast/land/lens.ts';
import type { Pen } from '../broadcast/picture.ts';
import type { JumperState } from './jumper-state.ts';

const seated: Pose = {
  ankles: mirrored([0.1, 0.14, 0.12]),
  knees: mirrored([0.3, 0.15, 0.5]),
  hip: [-0.34, 0, 0.46],
  shoulders: [-0.42, 0, 0.98],
  head: [-0.38, 0, 1.22],
  elbows: mirrored([-0.5, 0.34, 0.7]),
  hands: mirrored([-0.5, 0.5, 0.42]),
};
const crouched: Pose = {
  ankles: mirrored([0, 0.13, 0.12]),
  knees: mirrored([0.34, 0.13, 0.44]),
  hip: [-0.24, 0, 0.46],
  shoulders: [0.34, 0, 0.56],
  head: [0.58, 0, 0.62],
  elbows: mirrored([0.02, 0.24, 0.55]),
  hands: mirrored([-0.34, 0.2, 0.56]),
};
const stretched: Pose = {
  ankles: mirrored([0, 0.13, 0.12]),
  knees: mirrored([0.3, 0.13, 0.54]),
  hip: [0.34, 0, 0.94],
  shoulders: [0.72, 0, 1.32],
  head: [0.88, 0, 1.5],
  elbows: mirrored([0.42, 0.26, 1.02]),
  hands: mirrored([0.16, 0.28, 0.86]),
};
const flying: Pose = {
  ankles: mirrored([0, 0.15, 0.12]),
  knees: mirrored([0.4, 0.15, 0.34]),
  hip: [0.78, 0, 0.58],
  shoulders: [1.24, 0, 0.8],
  head: [1.42, 0, 0.94],
  elbows: mirrored([0.92, 0.28, 0.62]),
  hands: mirrored([0.66, 0.34, 0.5]),
};
const telemark: Pose = {
  ankles: [
    [0.42, -0.1, 0.12],
    [-0.34, 0.1, 0.12],
  ],
  knees: [
    [0.62, -0.12, 0.52],
    [0, 0.12, 0.34],
  ],
  hip: [0.04, 0, 0.74],
  shoulders: [0.14, 0, 1.22],
  head: [0.2, 0, 1.44],
  elbows: mirrored([0.12, 0.52, 1.2]),
  hands: mirrored([0.1, 0.92, 1.22]),
};

/** Draws a jumper with the shadow on the snow, `ground` metres below. */
export function drawJumper(
  pen: Pen,
  lens: Lens,
  state: JumperState,
  ground: number,
  outfit: Outfit,
  atMs: number,
): void {
  const shadow = see(lens, state.x + (state.z - ground) * 0.5, state.y - (state.z - ground) * 0.25, ground);
  if (state.phase !== 'gate' && shadow.depth > 1) {
    pen.fillStyle = 'rgba(34, 50, 108, 0.3)';
    pen.beginPath();
    pen.ellipse(shadow.u, shadow.v, shadow.scale * 1.1, Math.max(1, shadow.scale * 0.22), 0, 0, Math.PI * 2);
    pen.fill();
  }
  drawSkier(pen, lens, stanceOf(state), poseOf(state, atMs), skisOf(state), outfit, false);
}

function poseOf({ phase, since, share, isStanding, joy, speed }: JumperState, atMs: number): Pose {
  if (phase === 'gate') return seated;
  if (phase === 'in-run') return blendPoses(seated, crouched, smooth(0.1, 0.9, since));
  if (phase === 'flight') {
    const out = blendPoses(blendPoses(crouched, stretched, smooth(0, 0.16, since)), flying, smooth(0.14, 0.6, since));
    const sway: Pose = {
      ...out,
      hands: [out.hands[0], out.hands[1]].map(([a, r, u]): Joint => [a, r, u + 0.03 * Math.sin(atMs / 130)]) as [
        Joint,
        Joint,
      ],
    };
    return blendPoses(sway, telemark, smooth(0.9, 1, share));
  }
  const ridden = blendPoses(telemark, crouched, smooth(1.1, 1.9, since) * 0.7);
  const risen = blendPoses(ridden, standing, isStanding);
  return blendPoses(risen, joyful, speed < 8 ? joy * (0.75 + 0.25 * Math.sin(atMs / 120)) : 0);
}

function skisOf({ phase, since, share }: JumperState): Skis {
  const open = phase === 'flight' ? smooth(0.1, 0.55, since) * (1 - smooth(0.9, 1, share)) : 0;
  return { back: 1.05, front: 1.4, spread: 0.03 + 0.27 * open, tilt: 0.1 * open, thickness: 0.11 };
}

function stanceOf({ x, y, z, pitch, isStanding, speed, fallen }: JumperState): Stance {
  const turn = isStanding * 1.2 + fallen * 2.2;
  const forwardX = Math.sin(turn);
  const forwardY = Math.cos(turn);
  const rise = Math.tan(pitch) * forwardY;
  const length = Math.hypot(1, rise);
  const ahead: Joint = [forwardX / length, forwardY / length, rise / length];
  const right: Joint = [forwardY, -forwardX, 0];
  const up: Joint = [right[1] * ahead[2], -right[0] * ahead[2], right[0] * ahead[1] - right[1] * ahead[0]];
  const roll = fallen * 1.4 - isStanding * clamp(speed / 30, 0, 0.4);
  const cos = Math.cos(roll);
  const sin = Math.sin(roll);
  const mixed = (a: Joint, b: Joint, first: number, second: number): Joint => [
    a[0] * first + b[0] * second,
    a[1] * first + b[1] * second,
    a[2] * first + b[2] * second,
  ];
  return { x, y, z, ahead, right: mixed(right, up, cos, -sin), up: mixed(up, right, cos, sin) };
}

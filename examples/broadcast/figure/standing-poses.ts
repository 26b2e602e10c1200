import { mirrored, type Pose } from './skier-pose.ts';

/** At ease, and with both arms up. */
export const standing: Pose = {
  ankles: mirrored([0, 0.2, 0.12]),
  knees: mirrored([0.14, 0.21, 0.52]),
  hip: [-0.06, 0, 0.92],
  shoulders: [0.12, 0, 1.38],
  head: [0.2, 0, 1.6],
  elbows: mirrored([0.22, 0.38, 1.1]),
  hands: mirrored([0.52, 0.3, 1.02]),
};
export const joyful: Pose = {
  ...standing,
  shoulders: [0.02, 0, 1.42],
  head: [0.02, 0, 1.66],
  elbows: mirrored([0.05, 0.46, 1.62]),
  hands: mirrored([0.1, 0.42, 1.96]),
};

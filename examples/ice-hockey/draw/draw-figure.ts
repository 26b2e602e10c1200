import type { Figure } from '../figure.ts';
import type { Team } from '../teams.ts';
import { writeText } from '../../broadcast/graphics/lettering.ts';
import { poseSkeleton, type Joint, type Skeleton } from './skeleton.ts';
import { type Pen } from '../../broadcast/picture.ts';
import { project, type Projected, type View } from './view.ts';

export type Stage = { pen: Pen; view: View; cameraX: number; teams: { home: Team; away: Team } };

/** People are drawn a little larger than life, as television lenses make them look. */
const enlarge = 1.13;

type Cloth = {
  jersey: string;
  shade: string;
  accent: string;
  trousers: string;
  socks: string;
  helmet: string;
  glove: string;
};
type Place = (joint: Joint) => Projected;

/** Draws one person with his stick, limb by limb from the farthest to the nearest. */
export function drawFigure(stage: Stage, figure: Figure): void {
  const { pen } = stage;
  const place = placer(stage, figure);
  const skeleton = poseSkeleton(figure);
  const cloth = clothOf(stage, figure);
  const parts = figure.role === 'GK' ? goalkeeperParts(skeleton, cloth) : skaterParts(skeleton, cloth, figure);
  const placed = parts.map((part) => ({ part, points: part.joints.map(place) }));
  // A larger scale is nearer to the camera, so the smallest is painted first.
  placed.sort((a, b) => depthOf(a) - depthOf(b));
  pen.lineJoin = 'round';
  for (const { part, points } of placed) paintPart(pen, part, points);
  if (figure.side !== 'official') drawNumber(pen, figure, place, skeleton, cloth);
}

/** Shadow and faint mirror image on the ice, to be drawn before everybody. */
export function drawShadow(stage: Stage, figure: Figure): void {
  const { pen, view, cameraX } = stage;
  const { x, y, fall, heading } = figure.motion;
  const ahead = 0.1 + fall * 0.6;
  const { u, v, scale } = project(
    view,
    cameraX,
    x + Math.cos(heading) * ahead,
    y - 0.08 + Math.sin(heading) * ahead,
    0,
  );
  const cloth = clothOf(stage, figure);
  const skeleton = poseSkeleton(figure);
  const place = placer(stage, figure);
  const mirrored = ({ ahead: front, left, up }: Joint): Projected => place({ ahead: front, left, up: -up * 0.92 });
  pen.globalAlpha = 0.13;
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  // Single lines, not a joined path: they are drawn many times faster.
  const { hips, neck, feet } = skeleton;
  trail(pen, cloth.trousers, scale * 0.26, mirrored(feet.left), mirrored(hips));
  trail(pen, cloth.trousers, scale * 0.26, mirrored(feet.right), mirrored(hips));
  trail(pen, cloth.jersey, scale * 0.5, mirrored(hips), mirrored(neck));
  pen.globalAlpha = 0.22;
  pen.fillStyle = '#1b2a44';
  pen.beginPath();
  pen.ellipse(u + scale * 0.08, v, scale * (0.58 + fall * 0.5), scale * 0.2, 0, 0, Math.PI * 2);
  pen.fill();
  pen.globalAlpha = 1;
}

function trail(pen: Pen, colour: string, width: number, from: Projected, to: Projected): void {
  pen.beginPath();
  pen.moveTo(from.u, from.v);
  pen.lineTo(to.u, to.v);
  pen.strokeStyle = colour;
  pen.lineWidth = width;
  pen.stroke();
}

type Part = { joints: Joint[]; width: number; colour: string; cap?: 'butt' | 'round'; toward?: number };

function skaterParts(s: Skeleton, cloth: Cloth, figure: Figure): Part[] {
  const striped = figure.side === 'official';
  const parts: Part[] = [];
  for (const side of ['left', 'right'] as const) {
    parts.push(
      { joints: [s.feet[side], s.toes[side]], width: 0.13, colour: '#15181f', toward: -0.1 },
      { joints: [s.knees[side], mixed(s.knees[side], s.feet[side], 0.9)], width: 0.2, colour: cloth.socks },
      {
        joints: [mixed(s.knees[side], s.feet[side], 0.42), mixed(s.knees[side], s.feet[side], 0.62)],
        width: 0.205,
        colour: cloth.accent,
        cap: 'butt',
        toward: 0.02,
      },
      { joints: [s.hipJoints[side], s.knees[side]], width: 0.27, colour: cloth.trousers },
      { joints: [s.shoulders[side], s.elbows[side]], width: 0.2, colour: cloth.jersey, toward: 0.05 },
      { joints: [s.elbows[side], s.hands[side]], width: 0.17, colour: cloth.shade, toward: 0.1 },
      {
        joints: [mixed(s.elbows[side], s.hands[side], 0.3), mixed(s.elbows[side], s.hands[side], 0.6)],
        width: 0.175,
        colour: cloth.accent,
        cap: 'butt',
        toward: 0.12,
      },
      {
        joints: [mixed(s.elbows[side], s.hands[side], 0.94), s.hands[side]],
        width: 0.19,
        colour: cloth.glove,
        toward: 0.14,
      },
    );
  }
  parts.push(
    { joints: [s.hips, s.neck], width: 0.45, colour: cloth.jersey },
    {
      joints: [lit(mixed(s.hips, s.neck, 0.3)), lit(mixed(s.hips, s.neck, 0.95))],
      width: 0.17,
      colour: 'rgba(255, 255, 255, 0.13)',
      toward: 0.005,
    },
    { joints: [s.shoulders.left, s.shoulders.right], width: 0.24, colour: cloth.jersey, toward: 0.03 },
    {
      joints: [mixed(s.hips, s.neck, -0.06), mixed(s.hips, s.neck, 0.12)],
      width: 0.455,
      colour: cloth.accent,
      cap: 'butt',
      toward: 0.01,
    },
    ...headParts(s, cloth),
  );
  if (striped) parts.push(...stripes(s));
  if (s.stick) parts.push(...stickParts(s.stick, 0.055, 0.085));
  return parts;
}

function goalkeeperParts(s: Skeleton, cloth: Cloth): Part[] {
  const parts: Part[] = [];
  for (const side of ['left', 'right'] as const) {
    const toe = mixed(s.knees[side], s.feet[side], 1.05);
    parts.push(
      { joints: [s.hipJoints[side], s.knees[side]], width: 0.3, colour: cloth.trousers },
      { joints: [mixed(s.hipJoints[side], s.knees[side], 0.7), toe], width: 0.37, colour: '#f6f7f9', toward: 0.16 },
      {
        joints: [mixed(s.knees[side], s.feet[side], 0.3), mixed(s.knees[side], s.feet[side], 0.6)],
        width: 0.375,
        colour: cloth.jersey,
        cap: 'butt',
        toward: 0.18,
      },
      { joints: [s.shoulders[side], s.elbows[side]], width: 0.26, colour: cloth.jersey, toward: 0.05 },
      { joints: [s.elbows[side], s.hands[side]], width: 0.24, colour: cloth.shade, toward: 0.1 },
    );
  }
  parts.push(
    { joints: [s.hips, s.neck], width: 0.56, colour: cloth.jersey },
    { joints: [s.shoulders.left, s.shoulders.right], width: 0.32, colour: cloth.jersey, toward: 0.03 },
    {
      joints: [mixed(s.hips, s.neck, 0), mixed(s.hips, s.neck, 0.16)],
      width: 0.565,
      colour: cloth.accent,
      cap: 'butt',
      toward: 0.01,
    },
    {
      joints: [s.hands.left, { ...s.hands.left, up: s.hands.left.up + 0.1 }],
      width: 0.36,
      colour: '#f3f1ec',
      toward: 0.3,
    },
    {
      joints: [s.hands.left, { ...s.hands.left, up: s.hands.left.up + 0.06 }],
      width: 0.2,
      colour: cloth.trousers,
      toward: 0.32,
    },
    {
      joints: [
        { ...s.hands.right, up: s.hands.right.up - 0.12 },
        { ...s.hands.right, up: s.hands.right.up + 0.14 },
      ],
      width: 0.26,
      colour: '#f3f1ec',
      toward: 0.3,
    },
    ...headParts(s, { ...cloth, helmet: cloth.accent === '#ffffff' ? '#f4f1ee' : cloth.accent }),
  );
  if (s.stick) parts.push(...stickParts(s.stick, 0.09, 0.13));
  return parts;
}

function headParts(s: Skeleton, cloth: Cloth): Part[] {
  const face = { ahead: s.head.ahead + 0.08, left: s.head.left, up: s.head.up - 0.05 };
  return [
    { joints: [s.head, { ...s.head, up: s.head.up - 0.03 }], width: 0.29, colour: cloth.helmet, toward: 0.2 },
    {
      joints: [
        { ...s.head, up: s.head.up + 0.06 },
        { ...s.head, up: s.head.up + 0.05 },
      ],
      width: 0.11,
      colour: 'rgba(255, 255, 255, 0.35)',
      toward: 0.201,
    },
    { joints: [face, { ...face, up: face.up - 0.04 }], width: 0.15, colour: '#dcae8e', toward: 0.205 },
    {
      joints: [
        { ...face, left: face.left + 0.06, up: face.up + 0.03 },
        { ...face, left: face.left - 0.06, up: face.up + 0.03 },
      ],
      width: 0.06,
      colour: '#2a3140',
      toward: 0.21,
    },
  ];
}

function stickParts(stick: NonNullable<Skeleton['stick']>, shaft: number, blade: number): Part[] {
  return [
    { joints: [stick.top, stick.heel], width: shaft, colour: '#3a2c22', toward: 0.08 },
    { joints: [stick.heel, stick.toe], width: blade, colour: '#121418', toward: 0.08 },
  ];
}

function stripes(s: Skeleton): Part[] {
  return [-0.16, -0.055, 0.05, 0.155].map((left) => ({
    joints: [
      { ...mixed(s.hips, s.neck, 0.08), left: s.hips.left + left },
      { ...mixed(s.hips, s.neck, 0.98), left: s.neck.left + left * 1.2 },
    ],
    width: 0.055,
    colour: '#16181d',
    cap: 'butt',
    toward: 0.04,
  }));
}

function paintPart(pen: Pen, part: Part, points: Projected[]): void {
  const [from, to] = points;
  if (!from || !to) return;
  pen.strokeStyle = part.colour;
  pen.lineCap = part.cap ?? 'round';
  pen.lineWidth = Math.max(0.7, part.width * from.scale * enlarge);
  pen.beginPath();
  pen.moveTo(from.u, from.v);
  pen.lineTo(to.u === from.u && to.v === from.v ? to.u + 0.01 : to.u, to.v);
  pen.stroke();
}

function drawNumber(pen: Pen, figure: Figure, place: Place, s: Skeleton, cloth: Cloth): void {
  const away = Math.sin(figure.motion.heading);
  if (away < 0.2 || figure.motion.fall > 0.3) return;
  const back = mixed(s.hips, s.neck, 0.62);
  const { u, v, scale } = place({ ...back, ahead: back.ahead - 0.2 });
  const size = scale * 0.3 * enlarge;
  writeText(pen, String(figure.bib), u, v + size / 2, {
    size,
    colour: cloth.accent,
    weight: 0.2,
    align: 'centre',
    spacing: 1.5,
    maxWidth: scale * 0.42 * enlarge * Math.min(1, 0.3 + away),
  });
}

function placer({ view, cameraX }: Stage, { motion }: Figure): Place {
  const cos = Math.cos(motion.heading);
  const sin = Math.sin(motion.heading);
  return ({ ahead, left, up }) =>
    project(
      view,
      cameraX,
      motion.x + (ahead * cos - left * sin) * enlarge,
      motion.y + (ahead * sin + left * cos) * enlarge,
      up * enlarge,
    );
}

function clothOf({ teams }: Stage, { side, role }: Figure): Cloth {
  if (side === 'official') {
    const accent = role === 'referee' ? '#e2641f' : '#20232a';
    return {
      jersey: '#f2f2f0',
      shade: '#dcdcda',
      accent,
      trousers: '#17191e',
      socks: '#17191e',
      helmet: '#17191e',
      glove: '#d8aa8a',
    };
  }
  const { colours } = teams[side];
  return {
    jersey: colours.jersey,
    shade: colours.jersey,
    accent: colours.accent,
    trousers: colours.trousers,
    socks: colours.jersey,
    helmet: colours.helmet,
    glove: colours.trousers,
  };
}

function depthOf({ part, points }: { part: Part; points: Projected[] }): number {
  const scale = points.reduce((sum, point) => sum + point.scale, 0) / points.length;
  return scale * (1 + (part.toward ?? 0) * 0.02);
}

/** The side of the body that the lamps under the roof reach. */
function lit({ ahead, left, up }: Joint): Joint {
  return { ahead, left, up: up + 0.1 };
}

function mixed(from: Joint, to: Joint, share: number): Joint {
  return {
    ahead: from.ahead + (to.ahead - from.ahead) * share,
    left: from.left + (to.left - from.left) * share,
    up: from.up + (to.up - from.up) * share,
  };
}

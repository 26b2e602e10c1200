import { clamp } from '../broadcast/blend.ts';

/**
 * Measures of the rink in metres, after the IIHF rule book (60 m × 30 m). The origin is the centre spot, `x` runs along
 * the rink (the home team attacks towards +x), `y` runs away from the main camera, heights are above the ice.
 */
export const rink = {
  halfLength: 30,
  halfWidth: 15,
  cornerRadius: 8.5,
  goalLine: 26,
  blueLine: 7.14,
  circleRadius: 4.5,
  endSpot: { x: 20, y: 7 },
  neutralSpot: { x: 5.64, y: 7 },
  creaseRadius: 1.83,
  goal: { halfWidth: 0.915, height: 1.22, depth: 1.1 },
  boardHeight: 1.07,
  glassHeight: 2.4,
} as const;

export type Point = { x: number; y: number };

/** Outline of the ice as a closed loop of points, counted from the near right corner against the clock. */
export function rinkOutline(pointsPerCorner: number, inset = 0): Point[] {
  const radius = rink.cornerRadius - inset;
  const centreX = rink.halfLength - rink.cornerRadius;
  const centreY = rink.halfWidth - rink.cornerRadius;
  const corners = [
    { x: centreX, y: -centreY, from: -Math.PI / 2 },
    { x: centreX, y: centreY, from: 0 },
    { x: -centreX, y: centreY, from: Math.PI / 2 },
    { x: -centreX, y: -centreY, from: Math.PI },
  ];
  return corners.flatMap(({ x, y, from }) =>
    Array.from({ length: pointsPerCorner + 1 }, (_, step) => {
      const angle = from + (step / pointsPerCorner) * (Math.PI / 2);
      return { x: x + radius * Math.cos(angle), y: y + radius * Math.sin(angle) };
    }),
  );
}

/** The nearest point that lies on the ice and at least `margin` metres from the boards. */
export function keepOnIce(point: Point, margin: number): Point {
  const centreX = rink.halfLength - rink.cornerRadius;
  const centreY = rink.halfWidth - rink.cornerRadius;
  const x = clamp(point.x, -(rink.halfLength - margin), rink.halfLength - margin);
  const y = clamp(point.y, -(rink.halfWidth - margin), rink.halfWidth - margin);
  const overX = Math.abs(x) - centreX;
  const overY = Math.abs(y) - centreY;
  if (overX <= 0 || overY <= 0) return { x, y };
  const distance = Math.hypot(overX, overY);
  const allowed = rink.cornerRadius - margin;
  if (distance <= allowed) return { x, y };
  return {
    x: Math.sign(x) * (centreX + (overX * allowed) / distance),
    y: Math.sign(y) * (centreY + (overY * allowed) / distance),
  };
}

import { clamp } from '../broadcast/blend.ts';
import { type Point } from './rink.ts';
import type { SkaterRole } from './teams.ts';

/**
 * Where a skater wants to be, from the team's own view (attacking towards +x), when nothing special is asked of him:
 * lanes of a rush, a spread power play with a man in the slot, or a collapsing box in front of the own goal.
 */
export function formationPlace(role: SkaterRole, hasPuck: boolean, puck: Point): Point {
  if (hasPuck) return puck.x > 6 ? attackingZone(role, puck) : rush(role, puck);
  return puck.x < -5 ? ownZone(role, puck) : backCheck(role, puck);
}

function attackingZone(role: SkaterRole, puck: Point): Point {
  const puckSide = Math.sign(puck.y) || 1;
  switch (role) {
    case 'C':
      return { x: clamp(puck.x + 2, 19, 23.5), y: -puckSide * 1.2 };
    case 'LW':
      return { x: puckSide > 0 ? 20 : 23.5, y: 7.5 };
    case 'RW':
      return { x: puckSide < 0 ? 20 : 23.5, y: -7.5 };
    case 'LD':
      return { x: 9.5, y: 5 };
    case 'RD':
      return { x: 9.5, y: -5 };
  }
}

function rush(role: SkaterRole, puck: Point): Point {
  const onside = 6.4;
  switch (role) {
    case 'C':
      return { x: Math.min(puck.x + 3, onside), y: clamp(puck.y * 0.2, -3, 3) };
    case 'LW':
      return { x: Math.min(puck.x + 7, onside), y: 8.5 };
    case 'RW':
      return { x: Math.min(puck.x + 7, onside), y: -8.5 };
    case 'LD':
      return { x: puck.x - 4, y: 4.5 };
    case 'RD':
      return { x: puck.x - 7, y: -4.5 };
  }
}

function ownZone(role: SkaterRole, puck: Point): Point {
  switch (role) {
    case 'C':
      return { x: clamp(puck.x + 1, -21, -16), y: clamp(puck.y * 0.6, -4, 4) };
    case 'LD':
      return { x: puck.y > 3 ? clamp(puck.x - 1, -25, -20) : -23.4, y: clamp(2 + puck.y * 0.35, 1.2, 6) };
    case 'RD':
      return { x: puck.y < -3 ? clamp(puck.x - 1, -25, -20) : -23.4, y: clamp(-2 + puck.y * 0.35, -6, -1.2) };
    case 'LW':
      return { x: -14, y: clamp(5 + puck.y * 0.3, 3, 8) };
    case 'RW':
      return { x: -14, y: clamp(-5 + puck.y * 0.3, -8, -3) };
  }
}

function backCheck(role: SkaterRole, puck: Point): Point {
  switch (role) {
    case 'C':
      return { x: puck.x - 4, y: puck.y * 0.5 };
    case 'LD':
      return { x: Math.max(puck.x - 9, -22), y: 3.5 + puck.y * 0.15 };
    case 'RD':
      return { x: Math.max(puck.x - 9, -22), y: -3.5 + puck.y * 0.15 };
    case 'LW':
      return { x: puck.x - 2.5, y: 7 };
    case 'RW':
      return { x: puck.x - 2.5, y: -7 };
  }
}

/** Places around the spot of a face-off, from the team's own view. */
export function faceoffPlace(role: SkaterRole, spot: Point): Point {
  switch (role) {
    case 'C':
      return { x: spot.x - 0.95, y: spot.y };
    case 'LW':
      return { x: spot.x - 1, y: clamp(spot.y + 5, -13, 13) };
    case 'RW':
      return { x: spot.x - 1, y: clamp(spot.y - 5, -13, 13) };
    case 'LD':
      return { x: clamp(spot.x - 6.5, -26.5, 30), y: clamp(spot.y + 2.8, -12, 12) };
    case 'RD':
      return { x: clamp(spot.x - 6.5, -26.5, 30), y: clamp(spot.y - 2.8, -12, 12) };
  }
}

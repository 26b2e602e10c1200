import { standingAt, type Figure } from './figure.ts';
import { faceoffPlace } from './formation.ts';
import type { Random } from '../broadcast/random.ts';
import { rink, type Point } from './rink.ts';
import { directionOf, turnFor, type Scene } from './scene.ts';
import { skaterRoles, type Side, type SkaterRole, type Team } from './teams.ts';

/** Places of the two team benches along the far boards. */
export const benchX: Record<Side, number> = { home: -9, away: 9 };

/** Puts everybody on the ice for the first frame of a scene: goalkeepers, skaters, a referee and a linesman. */
export function figuresOf(scene: Scene, teams: Record<Side, Team>, random: Random): Figure[] {
  const figures = (['home', 'away'] as const).flatMap((side) => [
    ...goalkeepersOf(scene, side, teams[side]),
    ...skaterRoles
      .filter((role) => !(scene.shortOf?.side === side && scene.shortOf.role === role))
      .map((role) => skater(scene, side, role as SkaterRole, teams[side], random)),
  ]);
  const spot = scene.faceoff?.spot ?? { x: 0, y: 0 };
  const behind = spot.y > 0 ? -1 : 1;
  return [
    ...figures,
    official('linesman', { x: spot.x, y: spot.y + behind * 1.3 }, spot),
    official('referee', { x: spot.x > 0 ? spot.x - 9 : spot.x + 9, y: 12 }, spot),
  ];
}

function goalkeepersOf(scene: Scene, side: Side, team: Team): Figure[] {
  const direction = directionOf[side];
  const inGoal = { x: -direction * (rink.goalLine - 1.2), y: 0 };
  const [first, second] = team.goalkeepers;
  const figure = (id: string, bib: number, at: Point): Figure => ({
    id,
    side,
    role: 'GK',
    bib,
    motion: { ...standingAt(at.x, at.y, direction > 0 ? 0 : Math.PI), crouch: 0.5 },
  });
  if (scene.kind === 'goalkeeper-change' && scene.side === side) {
    return [
      figure(`${side}-GK-out`, first.bib, { x: inGoal.x * 0.86, y: 2.4 }),
      figure(`${side}-GK-in`, second.bib, { x: benchX[side] + 2.6, y: 13.4 }),
    ];
  }
  if (scene.kind === 'time-out') {
    return [figure(`${side}-GK`, team.goalkeepers[scene.goalkeeper[side]].bib, { x: benchX[side] * 1.5, y: 9 })];
  }
  return [figure(`${side}-GK`, team.goalkeepers[scene.goalkeeper[side]].bib, inGoal)];
}

function skater(scene: Scene, side: Side, role: SkaterRole, team: Team, random: Random): Figure {
  const spot = turnFor(side, scene.faceoff?.spot ?? { x: 0, y: 0 });
  const place =
    scene.kind === 'play'
      ? turnFor(side, faceoffPlace(role, spot))
      : { x: benchX[side] + random.between(-6, 6), y: random.between(1, 9) };
  const lookAt = scene.faceoff?.spot ?? { x: place.x, y: 15 };
  return {
    id: `${side}-${role}`,
    side,
    role,
    bib: team.lines[scene.line[side]][role].bib,
    motion: standingAt(place.x, place.y, Math.atan2(lookAt.y - place.y, lookAt.x - place.x)),
  };
}

function official(role: 'referee' | 'linesman', at: Point, lookAt: Point): Figure {
  const heading = Math.atan2(lookAt.y - at.y, lookAt.x - at.x);
  return { id: role, side: 'official', role, bib: 0, motion: standingAt(at.x, at.y, heading) };
}

import { bladePoint, type Figure, type Motion } from './figure.ts';
import { formationPlace } from './formation.ts';
import { benchX } from './line-up.ts';
import { framesToRelease, type PuckTrack } from './move-puck.ts';
import { clamp } from '../broadcast/blend.ts';
import { keepOnIce, rink, type Point } from './rink.ts';
import { directionOf, opponentOf, turnFor, type Scene, type Touch } from './scene.ts';
import type { Wish } from './skate.ts';
import { skaterRoles, type Side, type SkaterRole } from './teams.ts';

export type Moment = {
  scene: Scene;
  figure: Figure;
  figures: readonly Figure[];
  track: PuckTrack;
  frame: number;
};

/** Decides where one person wants to go next and lets his pose follow what he is doing. */
export function decideFigure(moment: Moment): Wish {
  const { figure } = moment;
  if (figure.side === 'official') return official(moment);
  if (figure.role === 'GK') return goalkeeper(moment);
  return skater(moment, figure.side, figure.role as SkaterRole);
}

function skater(moment: Moment, side: Side, role: SkaterRole): Wish {
  const { scene, figure, track, frame } = moment;
  const { motion } = figure;
  const puck = track.puck;
  const { faceoff, goal, foul, whistleFrame } = scene;
  const waiting = faceoff !== undefined && frame < faceoff.frame;
  const scored = goal !== undefined && frame >= goal.frame;
  const fouling = foul !== undefined && frame >= foul.frame - 45;
  relax(motion, waiting ? 'crouch' : scored ? 'cheer' : fouling ? 'fall' : undefined);
  if (scene.kind !== 'play') return atBench(moment, side, role);
  if (waiting) {
    pose(motion, { crouch: role === 'C' ? 1 : 0.6 });
    return { to: { x: motion.x, y: motion.y }, maxSpeed: 0.5, lookAt: faceoff.spot };
  }
  if (scored) return afterGoal(moment, side, role);
  const wish = fouling ? foulPart(moment, side, role, foul) : undefined;
  if (wish) return wish;
  if (whistleFrame !== undefined && frame >= whistleFrame) return coast(motion, puck, 2.5);
  return play(moment, side, role);
}

function play(moment: Moment, side: Side, role: SkaterRole): Wish {
  const { scene, figure, figures, track, frame } = moment;
  const { motion, id } = figure;
  const puck = track.puck;
  shotPose(moment);
  const mine = scene.touches.find((touch) => touch.frame >= frame && `${touch.side}-${touch.role}` === id);
  const isHolder = track.holder === id;
  if (mine && (isHolder || mine.frame - frame < 70)) return towardsTouch(motion, mine, frame, puck);
  if (isHolder) {
    const ahead = turnFor(side, motion);
    return { to: turnFor(side, { x: Math.min(ahead.x + 4, 22), y: ahead.y * 0.9 }), maxSpeed: 5.5, lookAt: puck };
  }
  const teamHasPuck = (track.flight?.touch.side ?? track.side ?? side) === side;
  const place = turnFor(side, formationPlace(role, teamHasPuck, turnFor(side, puck)));
  const sway = frame * 0.045 + motion.stridePhase * 0.05 + figure.bib;
  const to = keepOnIce({ x: place.x + Math.sin(sway) * 1.1, y: place.y + Math.cos(sway * 0.83) * 1.1 }, 1.2);
  if (!teamHasPuck && isNearest(figure, figures, puck)) {
    const guard = turnFor(side, puck);
    return { to: turnFor(side, { x: guard.x - 1.9, y: guard.y * 0.96 }), maxSpeed: 7.5, lookAt: puck, backwards: true };
  }
  return { to, maxSpeed: 7.2, lookAt: puck, backwards: !teamHasPuck };
}

/** To be at the agreed place in time: neither early nor late. */
function towardsTouch(motion: Motion, touch: Touch, frame: number, puck: Point): Wish {
  const to = turnFor(touch.side, touch.kind === 'shot' ? touch.from : touch.at);
  const seconds = Math.max(0.25, (touch.frame - frame) / 25 - (touch.kind === 'shot' ? 0.4 : 0));
  const distance = Math.hypot(to.x - motion.x, to.y - motion.y);
  const goal = turnFor(touch.side, { x: rink.goalLine, y: 0 });
  return { to, maxSpeed: clamp((distance / seconds) * 1.2, 2.4, 9.2), lookAt: touch.kind === 'shot' ? goal : puck };
}

function shotPose({ scene, figure, track, frame }: Moment): void {
  const { motion, id } = figure;
  if (track.holder === id && scene.touches[track.next]?.kind === 'shot') {
    const left = framesToRelease(scene, track, frame, bladePoint(motion));
    if (left !== undefined && left < 9) pose(motion, { swing: -1 }, 0.6);
  }
  if (track.released?.id !== id) return;
  const since = frame - track.released.frame;
  if (since < 4) motion.swing = track.released.shot ? 1 : 0.45;
}

function afterGoal(moment: Moment, side: Side, role: SkaterRole): Wish {
  const { scene, figure, figures, track, frame } = moment;
  const { goal, review } = scene;
  const { motion } = figure;
  const since = frame - (goal?.frame ?? frame);
  if (!goal || side !== goal.side) return coast(motion, track.puck, 1.6);
  if (review && frame > review.startFrame) {
    const index = skaterRoles.indexOf(role);
    const disappointed = frame > review.decisionFrame;
    pose(motion, { crouch: disappointed ? 0.9 : 0.2, cheer: 0 });
    return {
      to: { x: benchX[side] * 1.3 + index * 2.2 - 4, y: 9 + (index % 2) * 2 },
      maxSpeed: 3.2,
      lookAt: { x: 0, y: 14 },
    };
  }
  const happy = goal.firstCredited ?? goal.scorer;
  const hero = figures.find(({ id }) => id === `${side}-${happy}`) ?? figure;
  const corner = turnFor(side, { x: 22.5, y: turnFor(side, hero.motion).y >= 0 ? 10.5 : -8.5 });
  pose(motion, { cheer: since > (figure === hero ? 5 : 12) ? 1 : 0 }, 0.12);
  if (figure === hero) return { to: corner, maxSpeed: since < 50 ? 5.5 : 1.2, lookAt: { x: corner.x, y: -40 } };
  const angle = skaterRoles.indexOf(role) * 1.4 + 0.6;
  const ring = { x: hero.motion.x + Math.cos(angle) * 1.1, y: hero.motion.y + Math.sin(angle) * 1.1 };
  return { to: ring, maxSpeed: 7.2, lookAt: hero.motion };
}

function foulPart(moment: Moment, side: Side, role: SkaterRole, foul: NonNullable<Scene['foul']>): Wish | undefined {
  const { scene, figure, figures, frame } = moment;
  const { motion } = figure;
  const victim = figures.find(({ id }) => id === `${opponentOf[foul.side]}-${foul.on}`);
  if (victim && side === foul.side && role === foul.role) {
    if (scene.whistleFrame !== undefined && frame > scene.whistleFrame + 12) {
      return { to: { x: foul.side === 'home' ? -2.5 : 2.5, y: 13.9 }, maxSpeed: 5.2, lookAt: { x: 0, y: 15 } };
    }
    if (frame > foul.frame) return coast(motion, victim.motion, 2);
    if (frame > foul.frame - 5) motion.swing = 0.6;
    return {
      to: turnFor(side, { x: turnFor(side, victim.motion).x - 0.6, y: turnFor(side, victim.motion).y }),
      maxSpeed: 8.8,
      lookAt: victim.motion,
    };
  }
  if (figure === victim && frame >= foul.frame) {
    pose(motion, { fall: frame < foul.frame + 42 ? 1 : 0 }, 0.22);
    return coast(motion, { x: motion.x + motion.speedX, y: motion.y + motion.speedY }, 1.2);
  }
  return undefined;
}

function atBench({ scene }: Moment, side: Side, role: SkaterRole): Wish {
  const index = skaterRoles.indexOf(role);
  if (scene.kind === 'time-out') {
    const angle = Math.PI + (index + 0.5) * (Math.PI / 5);
    const bench = { x: benchX[side], y: 13.6 };
    return {
      to: { x: bench.x + Math.cos(angle) * 2.4, y: bench.y + Math.sin(angle) * 1.7 },
      maxSpeed: 4.5,
      lookAt: bench,
    };
  }
  const home = { x: benchX[side] + (index - 2) * 2.8, y: 5 + (index % 2) * 3 };
  return { to: home, maxSpeed: 2.2, lookAt: { x: home.x, y: 15 } };
}

function goalkeeper({ scene, figure, track, frame }: Moment): Wish {
  const { motion, side, id } = figure;
  const direction = directionOf[side as Side];
  const goalLine = -direction * rink.goalLine;
  const puck = track.puck;
  if (scene.kind === 'time-out') {
    pose(motion, { crouch: 0, butterfly: 0 });
    return {
      to: { x: benchX[side as Side] + 3.4 * Math.sign(benchX[side as Side]), y: 12.2 },
      maxSpeed: 4,
      lookAt: { x: benchX[side as Side], y: 14 },
    };
  }
  if (id.endsWith('-out'))
    return { to: { x: benchX[side as Side] - 1, y: 13.9 }, maxSpeed: 4.6, lookAt: { x: 0, y: 15 } };
  const shot = track.flight?.touch.kind === 'shot' && track.flight.touch.side !== side ? track.flight.touch : undefined;
  const lastShot = scene.touches.findLast(
    (touch) => touch.kind === 'shot' && touch.side !== side && touch.frame <= frame,
  );
  const recent = lastShot && frame - lastShot.frame < (scene.goal?.frame === lastShot.frame ? 55 : 20);
  const scored = scene.goal?.side === side && frame > scene.goal.frame + 8;
  pose(
    motion,
    {
      butterfly: shot || recent ? 1 : 0,
      crouch: scored ? 0 : 0.5,
      cheer: scored && frame < (scene.goal?.frame ?? 0) + 90 ? 1 : 0,
    },
    0.22,
  );
  if (shot) pose(motion, { reach: -shot.aim.across, reachHeight: shot.aim.height }, 0.35);
  else if (!recent) pose(motion, { reach: 0, reachHeight: 0.4 }, 0.1);
  const offX = puck.x - goalLine;
  const distance = Math.max(2, Math.hypot(offX, puck.y));
  const out = scene.kind === 'goalkeeper-change' ? 0.8 : 1.35;
  const to = {
    x: goalLine + direction * Math.max(0.7, Math.abs(offX / distance) * out),
    y: clamp((puck.y / distance) * 1.15, -0.9, 0.9),
  };
  const busy = scene.kind === 'goalkeeper-change' && Math.abs(motion.x - goalLine) > 4;
  return { to, maxSpeed: busy ? 5.4 : 3.2, lookAt: busy ? to : puck, backwards: !busy };
}

function official({ scene, figure, track, frame }: Moment): Wish {
  const { motion } = figure;
  const { foul, goal, review, faceoff } = scene;
  const puck = track.puck;
  const penalty = foul && frame >= foul.frame && frame < foul.frame + 75;
  const pointing = goal && frame >= goal.frame && frame < goal.frame + 40;
  const waving = review && frame >= review.decisionFrame && frame < review.decisionFrame + 55;
  if (figure.role === 'linesman') {
    if (!faceoff || frame < faceoff.frame) return { to: motion, maxSpeed: 0.3, lookAt: faceoff?.spot ?? puck };
    return { to: { x: clamp(puck.x, -9, 9) * 0.8, y: -12.2 }, maxSpeed: 4.5, lookAt: puck, backwards: true };
  }
  pose(motion, { armUp: penalty ? 1 : pointing ? 0.55 : 0, armsOut: waving ? 1 : 0 }, 0.3);
  if (review && frame > review.startFrame) {
    const announcing = frame > review.decisionFrame - 30;
    return {
      to: announcing ? { x: 1, y: 9 } : { x: 0, y: 13.3 },
      maxSpeed: 5,
      lookAt: announcing ? { x: 1, y: -30 } : { x: 0, y: 15 },
    };
  }
  const near = Math.abs(puck.x) > 18 ? Math.sign(puck.x) * 19 : puck.x * 0.85;
  return { to: { x: near, y: 12.1 }, maxSpeed: 6, lookAt: puck, backwards: true };
}

function coast(motion: Motion, lookAt: Point, maxSpeed: number): Wish {
  return { to: { x: motion.x + motion.speedX * 0.6, y: motion.y + motion.speedY * 0.6 }, maxSpeed, lookAt };
}

function isNearest(figure: Figure, figures: readonly Figure[], puck: Point): boolean {
  const distance = ({ motion }: Figure): number => Math.hypot(motion.x - puck.x, motion.y - puck.y);
  const mine = distance(figure);
  return figures.every((other) => other.side !== figure.side || other.role === 'GK' || distance(other) >= mine);
}

/** Lets the pose fall back to an easy skater's, except the part that something else moves now. */
function relax(motion: Motion, held: keyof Motion | undefined): void {
  const easy = { crouch: 0.25, swing: 0, cheer: 0, fall: 0 };
  for (const [key, target] of Object.entries(easy)) if (key !== held) pose(motion, { [key]: target });
}

/** Lets the named parts of the pose approach their targets. */
function pose(motion: Motion, targets: Partial<Motion>, share = 0.15): void {
  for (const key of Object.keys(targets) as (keyof Motion)[])
    motion[key] += ((targets[key] ?? 0) - motion[key]) * share;
}

import { bladePoint, type Figure } from './figure.ts';
import { mix } from '../broadcast/blend.ts';
import { rink, type Point } from './rink.ts';
import { frameRate } from '../broadcast/picture.ts';
import { directionOf, opponentOf, turnFor, type Scene, type Touch } from './scene.ts';
import type { Noise, Puck } from './period.ts';
import type { Side } from './teams.ts';

/** What the puck is doing, carried from frame to frame. */
export type PuckTrack = {
  puck: Puck;
  /** Index of the next touch of the scene. */
  next: number;
  holder?: string;
  side?: Side;
  flight?: { from: Point; fromHeight: number; fromFrame: number; touch: Touch };
  /** Frame at which the holder last let the puck go, and whether it was a shot. */
  released?: { frame: number; id: string; shot: boolean };
  /** Loose on the ice or in the net, with its speed in m/s. */
  sliding: { speedX: number; speedY: number };
};

export type PuckStep = { scene: Scene; figures: readonly Figure[]; track: PuckTrack; frame: number; noises: Noise[] };

const passSpeed = 15;
const shotSpeed = 27;

export function puckAtStart({ faceoff }: Scene): PuckTrack {
  const spot = faceoff?.spot ?? { x: 0, y: 0 };
  return {
    puck: { ...spot, height: 0.9, visible: false },
    next: 0,
    sliding: { speedX: 0, speedY: 0 },
  };
}

/** Moves the puck on by one frame and reports what can be heard of it. */
export function movePuck(step: PuckStep): Puck {
  const { scene, track, frame, noises } = step;
  const { puck } = track;
  const drop = scene.faceoff?.frame;
  if (drop === undefined) return puck;
  if (frame < drop) {
    const falling = Math.max(0, 1 - (drop - frame) / 6);
    puck.visible = falling > 0;
    puck.height = 0.9 * (1 - falling * falling);
    return puck;
  }
  puck.visible = true;
  if (frame === drop) {
    puck.height = 0;
    noises.push({ frame, kind: 'drop', x: puck.x });
    launch(step);
  }
  const dead = scene.whistleFrame !== undefined && frame >= scene.whistleFrame;
  if (track.holder && !dead) carry(step);
  if (track.flight) fly(step);
  else if (!track.holder || dead) slide(track);
  return puck;
}

/** Frames until the holder must let the puck go so that it arrives in time; undefined when he keeps it. */
export function framesToRelease(scene: Scene, track: PuckTrack, frame: number, from: Point): number | undefined {
  const touch = scene.touches[track.next];
  if (!touch) return undefined;
  if (touch.kind === 'receive' && `${touch.side}-${touch.role}` === track.holder) return undefined;
  const target = touch.kind === 'shot' ? goalMouth(touch) : turnFor(touch.side, touch.at);
  const speed = touch.kind === 'shot' ? shotSpeed : passSpeed;
  const flightFrames = Math.max(4, (Math.hypot(target.x - from.x, target.y - from.y) / speed) * frameRate);
  return touch.frame - frame - flightFrames;
}

/** The point between the posts at which a shot is aimed. */
function goalMouth(touch: Touch & { kind: 'shot' }): Point {
  return turnFor(touch.side, { x: rink.goalLine, y: touch.aim.across * rink.goal.halfWidth });
}

function carry(step: PuckStep): void {
  const { scene, figures, track, frame, noises } = step;
  const holder = figures.find(({ id }) => id === track.holder);
  if (!holder) return;
  const blade = bladePoint(holder.motion);
  const dribble = Math.sin(frame * 0.55) * 0.14;
  track.puck.x = blade.x - Math.sin(holder.motion.heading) * dribble;
  track.puck.y = blade.y + Math.cos(holder.motion.heading) * dribble;
  track.puck.height = 0;
  track.sliding = { speedX: holder.motion.speedX, speedY: holder.motion.speedY };
  const touch = scene.touches[track.next];
  if (!touch) return;
  if (touch.kind === 'receive' && track.holder === `${touch.side}-${touch.role}`) {
    if (frame >= touch.frame) track.next += 1;
    return;
  }
  const left = framesToRelease(scene, track, frame, track.puck);
  if (left === undefined || left > 0) return;
  noises.push({ frame, kind: touch.kind === 'shot' ? 'shot' : 'pass', x: track.puck.x });
  track.released = { frame, id: holder.id, shot: touch.kind === 'shot' };
  launch(step);
}

function launch({ scene, track, frame }: PuckStep): void {
  const touch = scene.touches[track.next];
  delete track.holder;
  if (!touch) return;
  track.flight = { from: { x: track.puck.x, y: track.puck.y }, fromHeight: track.puck.height, fromFrame: frame, touch };
}

function fly(step: PuckStep): void {
  const { figures, track, frame, noises } = step;
  const { puck, flight } = track;
  if (!flight) return;
  const { touch, from, fromFrame, fromHeight } = flight;
  const share = Math.min(1, (frame - fromFrame) / Math.max(1, touch.frame - fromFrame));
  const receiver = figures.find(({ id }) => id === `${touch.side}-${touch.role}`);
  const to = touch.kind === 'shot' ? shotEnd(touch, figures) : receiver ? bladePoint(receiver.motion) : from;
  puck.x = mix(from.x, to.x, share);
  puck.y = mix(from.y, to.y, share);
  puck.height = touch.kind === 'shot' ? mix(fromHeight, touch.aim.height, share) : fromHeight * (1 - share);
  if (share < 1) return;
  delete track.flight;
  track.next += 1;
  track.side = touch.side;
  if (touch.kind === 'receive') {
    track.holder = `${touch.side}-${touch.role}`;
    noises.push({ frame, kind: 'receive', x: puck.x });
  } else {
    noises.push({ frame, kind: touch.outcome, x: puck.x });
    afterShot(step, touch);
  }
}

/** A goal goes into the net; a save rebounds to the next player or stays under the goalkeeper. */
function afterShot(step: PuckStep, touch: Touch & { kind: 'shot' }): void {
  const { scene, track, frame } = step;
  const direction = directionOf[touch.side];
  if (touch.outcome === 'goal') {
    track.sliding = { speedX: direction * 6, speedY: -Math.sign(touch.aim.across) * direction * 1.5 };
    return;
  }
  track.side = opponentOf[touch.side];
  track.sliding = { speedX: 0, speedY: 0 };
  if (scene.touches[track.next]) {
    track.flight = {
      from: { x: track.puck.x, y: track.puck.y },
      fromHeight: track.puck.height,
      fromFrame: frame,
      touch: scene.touches[track.next] as Touch,
    };
  }
}

function shotEnd(touch: Touch & { kind: 'shot' }, figures: readonly Figure[]): Point {
  const mouth = goalMouth(touch);
  if (touch.outcome === 'goal') return mouth;
  const keeper = figures.find(({ side, role }) => side === opponentOf[touch.side] && role === 'GK');
  if (!keeper) return mouth;
  return { x: mix(keeper.motion.x, mouth.x, 0.15), y: mix(keeper.motion.y, mouth.y, 0.6) };
}

function slide({ puck, sliding }: PuckTrack): void {
  puck.x += sliding.speedX / frameRate;
  puck.y += sliding.speedY / frameRate;
  puck.height = Math.max(0, puck.height - 0.08);
  sliding.speedX *= 0.9;
  sliding.speedY *= 0.9;
  const inNet = rink.goalLine + rink.goal.depth - 0.2;
  if (Math.abs(puck.x) > inNet && Math.abs(puck.y) < rink.goal.halfWidth) puck.x = Math.sign(puck.x) * inNet;
}

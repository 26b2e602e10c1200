import { frameRate } from '../broadcast/picture.ts';
import { turnFor, type Scene } from './scene.ts';
import type { Period } from './period.ts';
import { iceAt, sceneAt } from './simulate-period.ts';
import { clamp, mix } from '../broadcast/blend.ts';
import { type Point } from './rink.ts';
import { picture } from '../broadcast/picture.ts';
import { project, views, type Camera } from './draw/view.ts';

/** One shot of the programme: which camera shows which time of the period. */
export type Cut = {
  from: number;
  to: number;
  view: Camera['view']['name'];
  /** Follows the puck, a person or a place. */
  follow: 'puck' | { figure: string } | { place: Point };
  zoom: number;
  /** A replay shows the frames from `source` on at this speed. */
  replay?: { source: number; speed: number };
};

/** What the director put on air: cuts in order, and one camera per frame. */
export type Programme = { cuts: readonly Cut[]; cameras: readonly Camera[]; wipes: readonly number[] };

/** Chooses the shots like a television director: wide play, close joy, replays, the referee at the boards. */
export function mixProgramme(period: Period): Programme {
  const cuts = period.scenes.flatMap(cutsOf);
  const cameras = cuts.flatMap((cut) => followThrough(period, cut));
  const wipes = cuts.filter((cut, index) => index > 0 && isWipe(period, cut, cuts[index - 1])).map(({ from }) => from);
  return { cuts, cameras, wipes };
}

export function cutAt({ cuts }: Programme, frame: number): Cut {
  const cut = cuts.findLast(({ from }) => from <= frame) ?? cuts[0];
  if (!cut) throw new Error('The programme has no cut.');
  return cut;
}

/** The frame of the period that is seen at a frame of the programme (a fraction during slow motion). */
export function sourceFrame({ from, replay }: Cut, frame: number): number {
  return replay ? replay.source + (frame - from) * replay.speed : frame;
}

function cutsOf(scene: Scene): Cut[] {
  const { startFrame: from, endFrame: to, goal, foul, review } = scene;
  const wide = { view: 'wide', follow: 'puck', zoom: 1.12 } as const;
  if (scene.kind === 'time-out') return [{ from, to, view: 'low', follow: { place: { x: 8.6, y: 12 } }, zoom: 1.5 }];
  if (scene.kind === 'goalkeeper-change')
    return [{ from, to, view: 'low', follow: { figure: `${scene.side}-GK-in` }, zoom: 1.3 }];
  if (foul) {
    const close = foul.frame + seconds(2);
    return [
      { ...wide, from, to: close },
      { from: close, to, view: 'low', follow: { figure: `${foul.side}-${foul.role}` }, zoom: 1.5 },
    ];
  }
  if (!goal) return [{ ...wide, from, to }];
  const joy = goal.frame + seconds(1.4);
  const hero = { figure: `${goal.side}-${goal.firstCredited ?? goal.scorer}` };
  const live: Cut[] = [{ ...wide, from, to: joy }];
  const again = (replayFrom: number, replayTo: number, speed: number): Cut => ({
    from: replayFrom,
    to: replayTo,
    view: 'low',
    follow: 'puck',
    zoom: 1.22,
    replay: { source: goal.frame - (replayTo - replayFrom) * speed + 14, speed },
  });
  if (review) {
    const look = review.startFrame + seconds(2);
    const back = review.decisionFrame - seconds(1.4);
    const referee = { view: 'low', follow: { figure: 'referee' }, zoom: 1.55 } as const;
    return [
      ...live,
      { from: joy, to: review.startFrame, view: 'low', follow: hero, zoom: 1.35 },
      { ...referee, from: review.startFrame, to: look },
      again(look, back, 0.4),
      { ...referee, from: back, to },
    ];
  }
  const replayFrom = goal.frame + seconds(4.6);
  return [...live, { from: joy, to: replayFrom, view: 'low', follow: hero, zoom: 1.35 }, again(replayFrom, to, 0.55)];
}

function isWipe({ scenes }: Period, cut: Cut, before: Cut | undefined): boolean {
  return (
    cut.replay !== undefined || before?.replay !== undefined || scenes.some(({ startFrame }) => startFrame === cut.from)
  );
}

/** A camera operator's hand: a critically damped spring pulls the camera towards what it follows. */
function followThrough(period: Period, cut: Cut): Camera[] {
  const view = views[cut.view];
  const stiffness = cut.follow === 'puck' ? 2.9 : 3.6;
  // The wide camera keeps the dark behind the ends out of the picture.
  const reachX = cut.view === 'wide' ? 16.5 : 20.5;
  const step = 1 / frameRate;
  let x: number | undefined;
  let speed = 0;
  let centreV: number | undefined;
  let zoom = cut.zoom;
  return Array.from({ length: cut.to - cut.from }, (_, index) => {
    const target = targetOf(period, cut, cut.from + index);
    const wantedX = clamp(target.x * 0.9, -reachX, reachX);
    x ??= wantedX;
    speed += (stiffness * stiffness * (wantedX - x) - 2 * stiffness * speed) * step;
    x += speed * step;
    const inZone = cut.follow === 'puck' ? clamp((Math.abs(target.x) - 7) / 12, 0, 1) * 0.12 : 0;
    zoom += (cut.zoom + inZone - zoom) * 0.03;
    const reach = picture.height / 2 / zoom;
    const seen = project(view, x, target.x, target.y, 0.9).v;
    const wantedV = clamp(
      mix(picture.height / 2, seen, cut.follow === 'puck' ? 0.6 : 0.9),
      reach,
      picture.height - reach,
    );
    centreV = centreV === undefined ? wantedV : mix(centreV, wantedV, 0.05);
    return { view, x, zoom, centreV: clamp(centreV, reach, picture.height - reach) };
  });
}

function targetOf(period: Period, cut: Cut, frame: number): Point {
  const { follow } = cut;
  if (follow !== 'puck' && 'place' in follow) return follow.place;
  const source = sourceFrame(cut, frame);
  const { figures, puck } = iceAt(period, source);
  if (follow === 'puck') {
    const { goal } = sceneAt(period.scenes, source);
    return goal && source > goal.frame ? { x: turnFor(goal.side, { x: 24, y: 0 }).x, y: 0 } : puck;
  }
  return figures.find(({ id }) => id === follow.figure)?.motion ?? puck;
}

function seconds(value: number): number {
  return Math.round(value * frameRate);
}

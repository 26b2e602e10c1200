import { clockText } from '../clock-text.ts';
import { clamp } from '../../broadcast/blend.ts';
import { frameRate } from '../../broadcast/picture.ts';
import { opponentOf } from '../scene.ts';
import type { Period } from '../period.ts';
import { clockAt, sceneAt } from '../simulate-period.ts';
import type { Side } from '../teams.ts';
import { teamOf, type Action } from '../timeline.ts';
import type { OnAir } from './on-air.ts';
import { drawEmblem, easeOut, panel } from '../../broadcast/graphics/panels.ts';
import { writeText } from '../../broadcast/graphics/lettering.ts';
import type { Pen } from '../../broadcast/picture.ts';

const left = 30;
const top = 24;
const height = 34;
const ink = '#ffffff';
const dark = 'rgba(9, 15, 33, 0.92)';
/** The score on the screen follows the goal after a moment, as an operator's hand does. */
const scoreDelayFrames = 14;

/** Teams, score, period and clock in the corner, with the power-play clock hanging below. */
export function drawScoreBug({ pen, period, timeline, frame, sprites }: OnAir): void {
  const enter = easeOut((frame - 8) / 16);
  if (enter <= 0) return;
  const score = scoreAt(timeline, frame);
  const fresh = timeline.findLast(
    ({ code, frame: at }) => code === 'GOAL' && frame >= at + scoreDelayFrames && frame < at + 60,
  );
  const shown: Shown = {
    score,
    clock: clockText(clockAt(period, frame)),
    ...(fresh?.side && Math.floor((frame - fresh.frame) / 5) % 2 === 0 && { flash: fresh.side }),
  };
  const powerPlay = powerPlayAt(period, timeline, frame);
  pen.save();
  pen.translate(0, (enter - 1) * (top + height + 10));
  sprites.draw(pen, `bug ${JSON.stringify(shown)}`, { x: left, y: top, width: 338, height }, (own) =>
    paintBug(own, period, shown),
  );
  if (powerPlay) {
    pen.globalAlpha = powerPlay.enter;
    const at = { x: left + columnOf(powerPlay.side), y: top + height + 3, width: 86, height: 21 };
    sprites.draw(pen, `pp ${powerPlay.side} ${powerPlay.clock}`, at, (own) => {
      panel(own, 0, 0, 84, 20, teamOf(period, powerPlay.side).colours.banner);
      writeText(own, 'PP', 10, 14.5, { size: 9, colour: '#ffe08a', weight: 0.2 });
      writeText(own, powerPlay.clock, 74, 14.5, { size: 9.5, colour: ink, align: 'right', weight: 0.19 });
    });
  }
  pen.restore();
}

type Shown = { score: Record<Side, number>; clock: string; flash?: Side };

function paintBug(pen: Pen, period: Period, { score, clock, flash }: Shown): void {
  panel(pen, 0, 0, 336, height, dark);
  panel(pen, 0, 0, height + 4, height, '#1a4fb4');
  drawEmblem(pen, 19, height / 2 + 1, 11);
  for (const side of ['home', 'away'] as const) {
    const x = columnOf(side);
    const team = teamOf(period, side);
    pen.fillStyle = team.colours.banner;
    pen.fillRect(x, 6, 5, height - 12);
    writeText(pen, team.organisation, x + 13, 23.5, { size: 13, colour: ink, weight: 0.19 });
    panel(pen, x + 54, 4, 27, height - 8, flash === side ? '#ffd24a' : '#f4f7fc');
    writeText(pen, String(score[side]), x + 67.5, 24.5, { size: 15, colour: '#0b1530', weight: 0.2, align: 'centre' });
  }
  writeText(pen, 'P1', 234, 23, { size: 11, colour: '#9db7e6', weight: 0.18 });
  writeText(pen, clock, 322, 24, { size: 14.5, colour: ink, align: 'right', weight: 0.19 });
}

function columnOf(side: Side): number {
  return height + 10 + (side === 'home' ? 0 : 92);
}

/** The score that the scoreboard shows at a frame; a cancelled goal is taken off again. */
export function scoreAt(timeline: readonly Action[], frame: number): Record<Side, number> {
  const score = { home: 0, away: 0 };
  for (const { code, side, frame: at, withdrawnFrame } of timeline) {
    if (code !== 'GOAL' || !side || frame < at + scoreDelayFrames) continue;
    if (withdrawnFrame !== undefined && frame >= withdrawnFrame + scoreDelayFrames) continue;
    score[side] += 1;
  }
  return score;
}

/** The advantage that is shown while a side plays with one skater fewer. */
function powerPlayAt(
  period: Period,
  timeline: readonly Action[],
  frame: number,
): { side: Side; clock: string; enter: number } | undefined {
  const { shortOf, goal, startFrame } = sceneAt(period.scenes, frame);
  const penalty = timeline.findLast(({ code, frame: at }) => code === 'P' && at <= frame);
  if (!shortOf || !penalty || (goal && frame > goal.frame + scoreDelayFrames)) return undefined;
  const enter = easeOut((frame - startFrame - frameRate * 0.6) / 12);
  const leftSeconds = clamp(120 - (clockAt(period, frame) - penalty.clockSeconds), 0, 120);
  return enter > 0 ? { side: opponentOf[shortOf.side], clock: clockText(leftSeconds), enter } : undefined;
}

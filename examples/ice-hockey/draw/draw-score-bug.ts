import { clamp } from '../rink.ts';
import { frameRate } from '../scene.ts';
import { clockAt, sceneAt } from '../simulate-period.ts';
import type { Side } from '../teams.ts';
import { teamOf, type Action } from '../timeline.ts';
import type { OnAir } from './draw-graphics.ts';
import { drawEmblem, easeOut, panel } from './panels.ts';
import { writeText } from './lettering.ts';
import type { Pen } from './view.ts';

const left = 30;
const top = 24;
const height = 34;
const ink = '#ffffff';
const dark = 'rgba(9, 15, 33, 0.92)';
/** The score on the screen follows the goal after a moment, as an operator's hand does. */
const scoreDelayFrames = 14;

/** Teams, score, period and clock in the corner, with the power-play clock hanging below. */
export function drawScoreBug({ pen, period, timeline, frame }: OnAir): void {
  const enter = easeOut((frame - 8) / 16);
  if (enter <= 0) return;
  pen.save();
  pen.translate(0, (enter - 1) * (top + height + 10));
  panel(pen, left, top, 322, height, dark);
  panel(pen, left, top, height + 4, height, '#1a4fb4');
  drawEmblem(pen, left + 19, top + height / 2 + 1, 11);
  const score = scoreAt(timeline, frame);
  const fresh = timeline.findLast(({ code, frame: at }) => code === 'GOAL' && frame >= at + scoreDelayFrames && frame < at + 60);
  (['home', 'away'] as const).forEach((side, index) => {
    const x = left + height + 10 + index * 92;
    const team = teamOf(period, side);
    pen.fillStyle = team.colours.banner;
    pen.fillRect(x, top + 6, 5, height - 12);
    writeText(pen, team.organisation, x + 13, top + 23.5, { size: 13, colour: ink, weight: 0.19 });
    const flash = fresh?.side === side && Math.floor((frame - fresh.frame) / 5) % 2 === 0;
    panel(pen, x + 54, top + 4, 27, height - 8, flash ? '#ffd24a' : '#f4f7fc');
    writeText(pen, String(score[side]), x + 67.5, top + 24.5, { size: 15, colour: '#0b1530', weight: 0.2, align: 'centre' });
  });
  writeText(pen, 'P1', left + 234, top + 23, { size: 11, colour: '#9db7e6', weight: 0.18 });
  writeText(pen, clockText(clockAt(period, frame)), left + 309, top + 24, { size: 14.5, colour: ink, align: 'right', weight: 0.19 });
  drawPowerPlay(pen, { period, timeline, frame });
  pen.restore();
}

/** Minutes and seconds without a leading zero, as the results messages write them. */
export function clockText(clockSeconds: number): string {
  const whole = Math.floor(clockSeconds + 1e-6);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
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

function drawPowerPlay(pen: Pen, { period, timeline, frame }: Pick<OnAir, 'period' | 'timeline' | 'frame'>): void {
  const { shortOf, goal, startFrame } = sceneAt(period.scenes, frame);
  const penalty = timeline.findLast(({ code, frame: at }) => code === 'P' && at <= frame);
  if (!shortOf || !penalty || (goal && frame > goal.frame + scoreDelayFrames)) return;
  const side = shortOf.side === 'home' ? 'away' : 'home';
  const enter = easeOut((frame - startFrame - frameRate * 0.6) / 12);
  if (enter <= 0) return;
  const leftSeconds = clamp(120 - (clockAt(period, frame) - penalty.clockSeconds), 0, 120);
  const x = left + height + 10 + (side === 'home' ? 0 : 92);
  pen.globalAlpha = enter;
  panel(pen, x, top + height + 3, 84, 20, teamOf(period, side).colours.banner);
  writeText(pen, 'PP', x + 10, top + height + 17.5, { size: 9, colour: '#ffe08a', weight: 0.2 });
  writeText(pen, clockText(leftSeconds), x + 74, top + height + 17.5, { size: 9.5, colour: ink, align: 'right', weight: 0.19 });
  pen.globalAlpha = 1;
}

import { clockText } from '../clock-text.ts';
import { cutAt } from '../mix-programme.ts';
import { clamp } from '../../broadcast/blend.ts';
import { frameRate } from '../../broadcast/picture.ts';
import { opponentOf } from '../scene.ts';
import type { Period } from '../period.ts';
import { sceneAt } from '../simulate-period.ts';
import type { Athlete } from '../teams.ts';
import { teamOf, type Action } from '../timeline.ts';
import { drawScoreBug, scoreAt } from './draw-score-bug.ts';
import { drawWipe } from '../../broadcast/graphics/draw-wipe.ts';
import { drawLowerThird, drawSplash, drawTag, presence, type LowerThird } from '../../broadcast/graphics/panels.ts';
import type { OnAir } from './on-air.ts';

/** Lays the television graphics of a frame over the picture, in picture units. */
export function drawGraphics(onAir: OnAir): void {
  drawScoreBug(onAir);
  drawTags(onAir);
  for (const { from, seconds, banner } of bannersOf(onAir)) {
    drawLowerThird(onAir.pen, onAir.sprites, banner, presence(onAir.frame, from, from + frames(seconds)));
  }
  drawSplashes(onAir);
  drawWipe(onAir.pen, onAir.programme.wipes, onAir.frame);
}

function drawTags({ pen, period, programme, frame }: OnAir): void {
  const cut = cutAt(programme, frame);
  const blink = Math.floor(frame / 10) % 2 === 0;
  const { review } = sceneAt(period.scenes, frame);
  if (review && frame >= review.startFrame && frame < review.decisionFrame + 10) {
    drawTag(pen, 'VIDEO REVIEW', '#b3122a', clamp((frame - review.startFrame) / 8, 0, 1), blink);
  } else if (cut.replay) {
    drawTag(pen, 'REPLAY', '#1a4fb4', clamp((frame - cut.from - 8) / 6, 0, 1), blink);
  }
}

function drawSplashes({ pen, period, timeline, frame }: OnAir): void {
  for (const action of timeline) {
    const { code, side, withdrawnFrame } = action;
    if (code === 'GOAL' && side) {
      const { colours, name } = teamOf(period, side);
      const from = action.frame + 14;
      const ink = colours.accent === '#ffffff' ? '#ffd9d6' : colours.accent;
      drawSplash(pen, 'GOAL!', name, colours.banner, ink, presence(frame, from, from + 38), frame);
    }
    if (withdrawnFrame !== undefined) {
      drawSplash(
        pen,
        'NO GOAL',
        'AFTER VIDEO REVIEW',
        '#39414f',
        '#ffb3ae',
        presence(frame, withdrawnFrame + 4, withdrawnFrame + 66),
        frame,
      );
    }
    if (code === 'ENDP') {
      const { home, away } = scoreAt(timeline, frame);
      const result = `${period.home.organisation} ${home} – ${away} ${period.away.organisation}`;
      drawSplash(
        pen,
        result,
        'END OF THE FIRST PERIOD',
        '#123c8c',
        '#ffd24a',
        presence(frame, action.frame + 10, period.frameCount + 10),
        frame,
      );
    }
  }
}

type Shown = { from: number; seconds: number; banner: LowerThird };

function bannersOf({ period, timeline }: OnAir): Shown[] {
  const opening: Shown = {
    from: 6,
    seconds: 3.4,
    banner: {
      colour: '#1a4fb4',
      accent: '#ffd24a',
      kicker: "MEN'S ICE HOCKEY · GROUP A · FIRST PERIOD",
      title: `${period.home.name} – ${period.away.name}`,
      detail: 'ALTIS ARENA · WINTER 2030',
    },
  };
  return [opening, ...timeline.flatMap((action) => bannersFor(period, action))];
}

function bannersFor(period: Period, action: Action): Shown[] {
  const { code, side, parts, frame } = action;
  if (!side) return [];
  const team = teamOf(period, side);
  const look = { colour: team.colours.banner, accent: team.colours.accent };
  const person = (role: string): Athlete | undefined => parts.find((part) => part.role === role)?.athlete;
  switch (code) {
    case 'GOAL':
      return goalBanners(action, look);
    case 'SHOT': {
      const saver = teamOf(period, opponentOf[side]);
      const keeper = person('GK');
      return keeper
        ? [
            {
              from: frame + 16,
              seconds: 2.6,
              banner: {
                colour: saver.colours.banner,
                accent: saver.colours.accent,
                number: String(keeper.bib),
                kicker: 'SAVE',
                title: keeper.familyName,
                detail: `SHOT BY ${named(person('SHOT'))} · ${team.organisation}`,
              },
            },
          ]
        : [];
    }
    case 'P': {
      const offender = person('PTY_SERVE');
      const offence = action.penalty?.code === 'TRIP' ? 'TRIPPING' : 'HOOKING';
      return offender
        ? [
            {
              from: frame + 40,
              seconds: 4,
              banner: {
                ...look,
                number: String(offender.bib),
                kicker: `PENALTY · ${clockText(action.clockSeconds)}`,
                title: offender.familyName,
                detail: `2 MINUTES FOR ${offence}`,
              },
            },
          ]
        : [];
    }
    case 'GK':
      return [
        {
          from: frame - 20,
          seconds: 3.4,
          banner: {
            ...look,
            number: String(person('IN')?.bib ?? ''),
            kicker: `GOALKEEPER CHANGE · ${team.name}`,
            title: person('IN')?.familyName ?? '',
            detail: `REPLACES ${named(person('OUT'))}`,
          },
        },
      ];
    case 'TOUT':
      return [
        { from: frame, seconds: 4.4, banner: { ...look, kicker: 'TIME-OUT', title: team.name, detail: '30 SECONDS' } },
      ];
    case 'ENDP':
      return [];
  }
}

function goalBanners(action: Action, look: { colour: string; accent: string }): Shown[] {
  const { frame, corrected, clockSeconds, result, withdrawnFrame } = action;
  const situation = result === 'PP1' ? 'POWER-PLAY GOAL' : 'GOAL';
  const credit = (parts: Action['parts'], kicker: string): LowerThird => {
    const scorer = parts.find(({ role }) => role === 'SCR')?.athlete;
    const helpers = parts.filter(({ role }) => role.startsWith('ASSIST')).map(({ athlete }) => athlete.familyName);
    return {
      ...look,
      number: String(scorer?.bib ?? ''),
      kicker,
      title: `${scorer?.givenName ?? ''} ${scorer?.familyName ?? ''}`,
      detail: helpers.length > 0 ? `ASSISTS: ${helpers.join(', ')}` : 'UNASSISTED',
    };
  };
  const first = credit(corrected?.before ?? action.parts, `${situation} · ${clockText(clockSeconds)}`);
  return [
    { from: frame + 56, seconds: withdrawnFrame === undefined ? 4.4 : 2.6, banner: first },
    ...(corrected
      ? [
          {
            from: corrected.frame,
            seconds: 3.6,
            banner: credit(action.parts, `CORRECTION · ${situation} · ${clockText(clockSeconds)}`),
          },
        ]
      : []),
  ];
}

function named(athlete: Athlete | undefined): string {
  return athlete ? `#${athlete.bib} ${athlete.familyName}` : '';
}

function frames(seconds: number): number {
  return Math.round(seconds * frameRate);
}

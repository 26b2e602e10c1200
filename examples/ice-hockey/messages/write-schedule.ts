import { odfElement, type OdfElement } from '@altis/odf';
import { languages, type Texts } from '../../games/texts.ts';
import { exhibitionNames } from '../../games/words.ts';
import type { Period } from '../period.ts';
import { videoMs } from '../scene.ts';
import type { Team } from '../teams.ts';
import { unitCode, type GameSetting } from './odf-header.ts';
import type { WallClock } from './wall-clock.ts';

/** How far a game is: when it was begun and over, in milliseconds of the video. */
export type GameState = {
  readonly status: 'SCHEDULED' | 'RUNNING' | 'FINISHED';
  readonly startedMs?: number;
  readonly endedMs?: number;
};

type Named = { readonly prefix: string; readonly lengthMs: number; readonly names: Partial<Texts> };

const venue = { Venue: 'ALA', VenueName: 'Altis Arena' };
const minuteMs = 60_000;

/** DT_SCHEDULE: one session with the game. */
export function schedule(
  period: Period,
  clock: WallClock,
  { game, setting }: { game: number; setting: GameSetting },
  { status, startedMs, endedMs }: GameState,
): OdfElement[] {
  const { home, away } = period;
  const { prefix, lengthMs, names } = named(period, setting);
  const times = { StartDate: clock.dateTime(0), EndDate: clock.dateTime(lengthMs) };
  const inLanguages = (element: string, value: (name: string) => string): OdfElement[] =>
    languages.flatMap((language) => {
      const name = names[language];
      return name === undefined ? [] : [odfElement(element, { Language: language, Value: value(name) })];
    });
  const start = (team: Team, order: number): OdfElement =>
    odfElement('Start', { StartOrder: order, SortOrder: order }, [
      odfElement('Competitor', { Code: team.code, Type: 'T', Organisation: team.organisation }),
    ]);
  const session = `${prefix}${String(game).padStart(2, '0')}`;
  return [
    odfElement(
      'Session',
      { SessionCode: session, ...times, ...venue },
      inLanguages('SessionName', (name) => name),
    ),
    odfElement(
      'Unit',
      {
        Code: unitCode(game, setting),
        PhaseType: 3,
        UnitNum: game,
        ScheduleStatus: status,
        ...times,
        ActualStartDate: startedMs === undefined ? undefined : clock.dateTime(startedMs),
        ActualEndDate: endedMs === undefined ? undefined : clock.dateTime(endedMs),
        Medal: 0,
        Venue: 'ALA',
        Location: 'ALA',
        SessionCode: session,
      },
      [
        ...inLanguages('ItemName', (name) => `${name}: ${home.name} – ${away.name}`),
        odfElement('VenueDescription', { VenueName: 'Altis Arena', LocationName: 'Main Rink' }),
        odfElement('StartList', {}, [start(home, 1), start(away, 2)]),
      ],
    ),
  ];
}

/** A game of a group, or an exhibition that is over when its one period is. */
function named({ frameCount }: Period, setting: GameSetting): Named {
  if (setting === 'alone') return { prefix: 'IHO', lengthMs: 150 * minuteMs, names: { ENG: "Men's Group A" } };
  const lengthMs = Math.ceil(videoMs(frameCount) / minuteMs) * minuteMs;
  return { prefix: 'IHOX', lengthMs, names: exhibitionNames };
}

import {
  competitionCode,
  disciplineCode,
  unitCode,
  type GameSetting,
  type HockeyMessage,
} from './messages/odf-header.ts';
import { writeMessages } from './messages/write-messages.ts';
import { frameRate } from '../broadcast/picture.ts';
import { videoMs } from './scene.ts';
import { simulatePeriod } from './simulate-period.ts';
import type { Team } from './teams.ts';
import { timelineOf, type Action } from './timeline.ts';

export type HockeyPeriod = {
  competitionCode: string;
  disciplineCode: string;
  /** RSC of the game, 34 characters. */
  unitCode: string;
  title: string;
  venueName: string;
  home: Team;
  away: Team;
  /** Date and time of the first frame, as given. */
  startAt: string;
  frameRate: number;
  durationMs: number;
  /** What happens, each action on its frame, as it stands after all corrections; cancelled actions say when. */
  timeline: readonly Action[];
  /** The official messages in sending order, each with the earliest time at which it may be sent. */
  messages: readonly HockeyMessage[];
};

/**
 * Plays one ice-hockey period by chance of the seed and writes its official messages; fast and without any file.
 *
 * @param startAt date and time of the first frame with its offset, such as `2030-02-22T15:00:00+01:00`
 * @param game number of the game in its group, 1 unless told; a later game updates the schedule of those before
 * @param setting whether the period stands alone, or is an exhibition at the demo Games, which have announced its players
 * @throws when `startAt` is no such date and time
 */
export function hockeyPeriod({
  seed,
  startAt,
  game = 1,
  setting = 'alone',
}: {
  seed: number;
  startAt: string;
  game?: number;
  setting?: GameSetting;
}): HockeyPeriod {
  const period = simulatePeriod(seed);
  const { home, away } = period;
  return {
    competitionCode,
    disciplineCode,
    unitCode: unitCode(game, setting),
    title: `Men's Ice Hockey, ${setting === 'alone' ? 'Group A' : 'Exhibition'}: ${home.name} – ${away.name}${setting === 'alone' ? ', first period' : ''}`,
    venueName: 'Altis Arena',
    home,
    away,
    startAt,
    frameRate,
    durationMs: videoMs(period.frameCount),
    timeline: timelineOf(period),
    messages: writeMessages(period, startAt, game, setting),
  };
}

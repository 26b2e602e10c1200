import type { OdfElement } from '@altis/odf';
import type { Period } from '../period.ts';
import { videoMs } from '../scene.ts';
import { seededRandom } from '../../broadcast/random.ts';
import { timelineOf, type Action } from '../timeline.ts';
import { disciplineCode, messageWriter, unitCode, type GameSetting, type HockeyMessage } from './odf-header.ts';
import { participants, teamsContent } from './write-participants.ts';
import { playByPlay } from './write-play-by-play.ts';
import { resultContent } from './write-result.ts';
import { schedule, type GameState } from './write-schedule.ts';
import { wallClock } from './wall-clock.ts';

/** The operator needs this long to enter an action, in seconds. */
const entryDelay = { least: 3, most: 8 };
/** An exhibition is over with its period: when that is said, and when its result is official. */
const finishedAfterMs = 4000;
const officialAfterMs = 30_000;
/** Shortest time between two entries, in milliseconds. */
const handMs = 900;

/**
 * Writes all messages of the period in the order in which the operator sends them: schedule, athletes, teams and start
 * list before the first frame; after every action the play-by-play of the period (and the result when it changed); the
 * master play-by-play at the end, after which an exhibition is over.
 *
 * @param startAt date and time of the first frame with its offset
 */
export function writeMessages(period: Period, startAt: string, game: number, setting: GameSetting): HockeyMessage[] {
  const unit = unitCode(game, setting);
  const clock = wallClock(startAt);
  const write = messageWriter(clock, game);
  const timeline = timelineOf(period);
  const general = (
    documentType: string,
    content: readonly OdfElement[],
    documentCode = disciplineCode,
  ): HockeyMessage => write({ documentType, documentCode, availableAtMs: 0 }, content);
  const result = (availableAtMs: number, resultStatus: string, entered: readonly Action[]): HockeyMessage =>
    write(
      { documentType: 'DT_RESULT', documentCode: unit, resultStatus, availableAtMs },
      resultContent(period, clock, resultStatus, entered),
    );
  const play = (availableAtMs: number, entered: readonly Action[], master: boolean): HockeyMessage =>
    write(
      {
        documentType: 'DT_PLAY_BY_PLAY',
        documentSubtype: 'ACTION',
        documentCode: unit,
        availableAtMs,
        ...(master ? { resultStatus: 'INTERMEDIATE' } : { documentSubcode: 'P1', resultStatus: 'LIVE' }),
      },
      [playByPlay(period, clock, entered)],
    );

  const place = { game, setting };
  // Under its own code at the Games: the schedule of the discipline is theirs.
  const scheduled = (availableAtMs: number, course: GameState): HockeyMessage =>
    write(
      { documentType: 'DT_SCHEDULE_UPDATE', documentCode: unit, availableAtMs },
      schedule(period, clock, place, course),
    );
  const startedMs = videoMs(firstFaceoff(period));
  const announced =
    setting === 'games'
      ? [scheduled(0, { status: 'SCHEDULED' })]
      : [
          general(
            game === 1 ? 'DT_SCHEDULE' : 'DT_SCHEDULE_UPDATE',
            schedule(period, clock, place, { status: 'SCHEDULED' }),
          ),
          general('DT_PARTIC', participants(period)),
          general('DT_PARTIC_TEAMS', teamsContent(period)),
        ];
  const messages = [
    ...announced,
    result(0, 'START_LIST', []),
    ...(setting === 'games' ? [scheduled(startedMs, { status: 'RUNNING', startedMs })] : []),
    result(startedMs + 400, 'LIVE', []),
  ];
  const entered = new Map<string, Action>();
  for (const { atMs, action, enter } of operatorsWork(period, timeline)) {
    if (enter) entered.set(action.id, enter);
    else entered.delete(action.id);
    const listed = [...entered.values()].toSorted((a, b) => a.order - b.order);
    messages.push(play(atMs, listed, false));
    if (action.code === 'ENDP') {
      messages.push(result(atMs + 300, 'INTERMEDIATE', listed), play(atMs + 600, listed, true));
      if (setting === 'games') {
        const endedMs = videoMs(action.frame);
        messages.push(
          scheduled(atMs + finishedAfterMs, { status: 'FINISHED', startedMs, endedMs }),
          result(atMs + finishedAfterMs + 1000, 'UNOFFICIAL', listed),
          result(atMs + officialAfterMs, 'OFFICIAL', listed),
        );
      }
    } else if (action.code !== 'SHOT' && action.code !== 'TOUT') {
      messages.push(result(atMs + 300, 'LIVE', listed));
    }
  }
  return messages;
}

type Entry = {
  atMs: number;
  action: Action;
  /** The action as entered; absent when it is taken back. */ enter?: Action;
};

/** What the operator types and when: each action late by some seconds, one correction, one withdrawal. */
function operatorsWork({ seed }: Period, timeline: readonly Action[]): Entry[] {
  const random = seededRandom(seed ^ 0x0df0);
  const delayMs = (least: number, most: number): number => Math.round(random.between(least, most) * 1000);
  // Actions are entered in the order in which they happened.
  let previousMs = 0;
  const entries = timeline.flatMap((action): Entry[] => {
    const most = action.code === 'ENDP' ? entryDelay.least + 1 : entryDelay.most;
    const atMs = Math.max(videoMs(action.frame) + delayMs(entryDelay.least, most), previousMs + handMs);
    previousMs = atMs;
    const { corrected, withdrawnFrame } = action;
    const first: Action = corrected ? { ...action, parts: corrected.before } : action;
    return [
      { atMs, action, enter: first },
      ...(corrected ? [{ atMs: videoMs(corrected.frame) + delayMs(0, 0.8), action, enter: action }] : []),
      ...(withdrawnFrame === undefined ? [] : [{ atMs: videoMs(withdrawnFrame) + delayMs(2, 4), action }]),
    ];
  });
  // Two entries can only follow each other: the operator has one pair of hands.
  entries.sort((a, b) => a.atMs - b.atMs || a.action.order - b.action.order);
  let free = 0;
  return entries.map((entry) => {
    const atMs = Math.max(entry.atMs, free);
    free = atMs + handMs;
    return { ...entry, atMs };
  });
}

function firstFaceoff({ scenes }: Period): number {
  return scenes[0]?.faceoff?.frame ?? 0;
}

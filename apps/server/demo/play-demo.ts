import { setTimeout as pause } from 'node:timers/promises';
import { hockeyPeriod, untilNextMessage, type HockeyPeriod } from '@altis/examples';
import { messageOf, type Log } from '@altis/kernel';
import { mediaDescription } from '@altis/media-description/contract';
import { openDemoCaller, type DemoCaller } from './demo-caller.ts';
import { drawGameVideo } from './draw-game-video.ts';
import { keepGame, readGame, type DemoGame } from './demo-game.ts';

/** The seed of the demo's period: the same players, goals and pictures for everyone. */
const seed = 2030;

export type DemoOptions = {
  readonly url: string;
  readonly callSecret: string;
  readonly dataDirectory: string;
  readonly log: Log;
  /** Told in words how far the demo is, for the terminal. */
  readonly tell: (text: string) => void;
  readonly signal: AbortSignal;
};

/**
 * Plays one ice-hockey period as a venue would deliver it: the recording by upload, the official messages at the pace of
 * the game with the operator's delay. A restart goes on where it was; when a game is over, the next start plays another.
 */
export async function playDemo(options: DemoOptions): Promise<void> {
  const { log, signal, tell } = options;
  try {
    const caller = openDemoCaller(options);
    const video = await drawGameVideo({ ...options, seed });
    const game = await beginGame(options, caller, video);
    const period = hockeyPeriod({ seed, startAt: game.startsAt, game: game.number });
    await playMessages(caller, period, options);
    await keepGame(options.dataDirectory, { ...game, isOver: true });
    tell('The demo game is over; every moment is there to be watched and searched.');
  } catch (error) {
    if (signal.aborted) return;
    log.error({ error }, 'The demo Games stopped');
    tell(`The demo Games stopped: ${messageOf(error)}`);
  }
}

/** The game that is being played, or a new one with its recording handed in. */
async function beginGame({ dataDirectory, tell }: DemoOptions, caller: DemoCaller, video: string): Promise<DemoGame> {
  const known = await readGame(dataDirectory);
  if (known !== undefined && !known.isOver) return known;

  const number = (known?.number ?? 0) + 1;
  const startsAt = new Date().toISOString();
  const { unitCode, title, messages } = hockeyPeriod({ seed, startAt: startsAt, game: number });
  for (const message of messages.filter(({ availableAtMs }) => availableAtMs === 0)) await caller.send(message.xml);
  const upload = await caller.upload(video, 'ice-hockey-period-1.mp4');
  const session = await caller.api(mediaDescription).sessions.create({ unit: unitCode, upload, startsAt, title });
  const game = { number, startsAt, session: session.id, isOver: false };
  await keepGame(dataDirectory, game);
  tell(`The demo game has begun: /moments/sessions/${session.id}`);
  return game;
}

/** Sends each message when its time has come. One that was sent before a restart is sent again, and known as a duplicate. */
async function playMessages(caller: DemoCaller, period: HockeyPeriod, { signal }: DemoOptions): Promise<void> {
  const { messages, startAt } = period;
  const beganMs = Date.parse(startAt);
  for (const [sent, message] of messages.entries()) {
    const waitMs = untilNextMessage(messages, Date.now() - beganMs, sent) ?? 0;
    await pause(waitMs, undefined, { signal });
    await caller.send(message.xml);
  }
}

import { setTimeout as pause } from 'node:timers/promises';
import { gamesZone, hockeyPeriod, untilNextMessage, zonedDateTime, type HockeyPeriod } from '@altis/examples';
import { messageOf, type Log } from '@altis/kernel';
import { mediaDescription } from '@altis/media-description/contract';
import { openDemoCaller, type DemoCaller } from './demo-caller.ts';
import { drawGameVideo } from './draw-game-video.ts';
import { findHandedIn } from './find-handed-in.ts';
import { handInWinterVideos } from './hand-in-winter-videos.ts';
import { keepGame, readGame, type DemoGame } from './demo-game.ts';
import { openDemoGames } from './play-demo-games.ts';

/** The seed of the demo's period: the same players, goals and pictures for everyone. */
const seed = 2030;

export type DemoOptions = {
  readonly url: string;
  readonly callSecret: string;
  readonly dataDirectory: string;
  /** How many times faster than in life the Games go on. */
  readonly speed: number;
  readonly log: Log;
  /** Told in words how far the demo is, for the terminal. */
  readonly tell: (text: string) => void;
  readonly signal: AbortSignal;
};

/**
 * Plays the demo Games, which began yesterday, and in them an exhibition that is on right now: one ice-hockey period as a
 * venue would deliver it, the official messages at the pace of the game with the operator's delay, and the recording by
 * upload, as soon as it is drawn. A downhill and a ski jumping of the Games follow when they are over. A restart goes on
 * where it was; when a game is over, the next start plays another.
 */
export async function playDemo(options: DemoOptions): Promise<void> {
  const { dataDirectory, log, signal, tell } = options;
  try {
    const caller = openDemoCaller(options);
    const game = await currentGame(dataDirectory);
    const period = hockeyPeriod({
      seed,
      startAt: zonedDateTime(Date.parse(game.startsAt), gamesZone),
      game: game.number,
      setting: 'games',
    });
    const games = await openDemoGames(caller, options);
    const recording = handInRecording(caller, period, game, options);
    const announced = games?.announce() ?? Promise.resolve();
    const messages = announced.then(() => playMessages(caller, period, options));
    // The past of the Games can wait until the game that is on has its picture.
    const goingOn = recording.then(() => {
      if (games === undefined) return undefined;
      const winter = handInWinterVideos(caller, games, options).catch((error: unknown) => {
        // The Games go on without these pictures; the next start draws them.
        if (!signal.aborted) log.error({ error }, 'A recording of the demo Games could not be handed in');
      });
      return Promise.all([games.goOn(), winter]);
    });
    await Promise.all([messages, recording]);
    await keepGame(dataDirectory, { ...game, hasRecording: true, isOver: true });
    tell('The demo game is over; every moment is there to be watched and searched.');
    await goingOn;
  } catch (error) {
    if (signal.aborted) return;
    log.error({ error }, 'The demo Games stopped');
    tell(`The demo Games stopped: ${messageOf(error)}`);
  }
}

/** The game that is being played, or a new one that begins now. */
async function currentGame(dataDirectory: string): Promise<DemoGame> {
  const known = await readGame(dataDirectory);
  if (known !== undefined && !known.isOver) return known;
  const game = {
    number: (known?.number ?? 0) + 1,
    startsAt: new Date().toISOString(),
    hasRecording: false,
    isOver: false,
  };
  await keepGame(dataDirectory, game);
  return game;
}

/** Draws the recording where it is not there yet, uploads it, and has it described. */
async function handInRecording(
  caller: DemoCaller,
  { unitCode, title }: HockeyPeriod,
  game: DemoGame,
  options: DemoOptions,
): Promise<void> {
  if (game.hasRecording) return;
  const fileName = 'ice-hockey-period-1.mp4';
  const known = await findHandedIn(caller, { unit: unitCode, fileName });
  const session = known ?? (await handIn());
  await keepGame(options.dataDirectory, { ...game, hasRecording: true });
  options.tell(`The demo game is on: ${options.url}/moments/sessions/${session.id}`);

  async function handIn(): Promise<{ readonly id: string }> {
    const video = await drawGameVideo({ ...options, seed });
    const upload = await caller.upload(video, fileName);
    const { startsAt } = game;
    return caller.api(mediaDescription).sessions.create({ unit: unitCode, upload, startsAt, title });
  }
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

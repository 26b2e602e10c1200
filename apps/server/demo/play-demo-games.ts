import { setTimeout as pause } from 'node:timers/promises';
import { playGames, type Games } from '@altis/examples';
import type { DemoCaller } from './demo-caller.ts';
import { gamesEdition, keepGames, readGames, type DemoGames } from './demo-games.ts';

/** The seed of the demo Games: the same athletes and results for everyone. */
const seed = 2030;
/** After so many messages it is written down how far they are; what was sent after it is known again as a duplicate. */
const keptEvery = 25;

export type DemoGamesOptions = {
  readonly dataDirectory: string;
  /** How many times faster than in life they go on. */
  readonly speed: number;
  readonly tell: (text: string) => void;
  readonly signal: AbortSignal;
};

/** The demo Games, which began yesterday. */
export interface OpenGames {
  /** Sends who takes part, in what and when: what is known before the first event. */
  announce(): Promise<void>;
  /** Sends what has happened so far as fast as it is taken in, and then each message at its time, to the end. */
  goOn(): Promise<void>;
  /** Waits until every message of a unit was sent. */
  whenTold(unit: string): Promise<void>;
  readonly games: Games;
}

/** The Games of this data folder, or undefined where they are of an edition that is played no more. */
export async function openDemoGames(caller: DemoCaller, options: DemoGamesOptions): Promise<OpenGames | undefined> {
  const { dataDirectory, signal, tell } = options;
  const state = await readGames(dataDirectory);
  if (state.edition !== gamesEdition) {
    tell('The demo Games of this data folder were begun by another version and rest; a fresh folder plays new ones.');
    return undefined;
  }
  const games = playGames({ seed, firstDay: state.firstDay });
  const { messages } = games;
  const announced = messages.findIndex(({ documentType }) => !announcing.has(documentType));
  const send = async (index: number): Promise<void> => {
    signal.throwIfAborted();
    await caller.send(messages[index]?.xml ?? '');
    state.sent = index + 1;
    if (state.sent % keptEvery === 0 || state.sent === messages.length) await keepGames(dataDirectory, state);
  };
  return {
    async announce() {
      while (state.sent < announced) await send(state.sent);
      await keepGames(dataDirectory, state);
    },
    goOn: () => goOn(messages, state, send, options),
    async whenTold(unit) {
      const last = messages.findLastIndex(({ documentCode }) => documentCode === unit);
      while (state.sent <= last) await pause(lookAgainAfterMs, undefined, { signal });
    },
    games,
  };
}

const lookAgainAfterMs = 2_000;
const announcing = new Set(['DT_CODES', 'DT_PARTIC', 'DT_PARTIC_TEAMS', 'DT_ENTRIES', 'DT_SCHEDULE']);

async function goOn(
  messages: Games['messages'],
  state: DemoGames,
  send: (index: number) => Promise<void>,
  { speed, tell, signal }: DemoGamesOptions,
): Promise<void> {
  if (state.sent >= messages.length) return tell('The demo Games are over; their results stay.');
  const beganMs = Date.now();
  const fromMs = goOnFrom(messages, state, speed, beganMs);
  const past = messages.filter(({ atMs }) => atMs <= fromMs).length;
  const firstSent = state.sent;
  if (past > firstSent) tell(`Loading what has happened at the demo Games: ${past - firstSent} messages…`);
  let told = 0;
  while (state.sent < messages.length) {
    const dueMs = fromMs + (Date.now() - beganMs) * speed;
    const waitMs = ((messages[state.sent]?.atMs ?? 0) - dueMs) / speed;
    if (waitMs > 0) await pause(Math.min(waitMs, longestPauseMs), undefined, { signal });
    else await send(state.sent);
    const share = past <= firstSent ? 1 : Math.min(1, (state.sent - firstSent) / (past - firstSent));
    if (share < told + 0.25) continue;
    told = Math.floor(share * 4) / 4;
    tell(
      told < 1 ? `The demo Games so far: ${Math.round(told * 100)} %` : 'The demo Games so far are loaded, and go on.',
    );
  }
  tell('The demo Games are over; their results stay.');
}

/**
 * The time of the Games at which they go on: now, and at another speed than that of life where they were, as well as
 * where they are ahead of the clock since they went faster before.
 */
function goOnFrom(messages: Games['messages'], { sent }: DemoGames, speed: number, nowMs: number): number {
  const lastMs = messages[sent - 1]?.atMs ?? nowMs;
  const hasBegun = !announcing.has(messages[sent - 1]?.documentType ?? 'DT_CODES');
  return hasBegun && (speed > 1 || lastMs > nowMs) ? lastMs : nowMs;
}

/** Timers cannot wait longer than 24 days, and a sleeping computer should notice soon that it is late. */
const longestPauseMs = 60_000;

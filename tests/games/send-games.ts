import { setTimeout as pause } from 'node:timers/promises';
import type { GamesMessage } from '@altis/examples';

type SendOptions = {
  /** Sends one message and returns the status of the answer. */
  readonly send: (xml: string) => Promise<number>;
  /** How many are under way at a time. */
  readonly lines?: number;
  /** How many times faster than in life; without end unless told. */
  readonly speed?: number;
};

/** What the server did with the messages. */
export type Sent = { readonly accepted: number; readonly refused: number };

/** Sends messages in their order, several at a time, and counts what was refused. */
export async function sendGames(
  messages: readonly GamesMessage[],
  { send, lines = 4, speed = Infinity }: SendOptions,
): Promise<Sent> {
  const [firstMs, beganMs] = [messages[0]?.atMs ?? 0, Date.now()];
  const waiting = messages.values();
  let [accepted, refused] = [0, 0];
  const line = async (): Promise<void> => {
    for (const { atMs, xml } of waiting) {
      const waitMs = (atMs - firstMs) / speed - (Date.now() - beganMs);
      if (waitMs > 0) await pause(waitMs);
      const status = await send(xml);
      if (status < 300) accepted += 1;
      else if (status < 500) refused += 1;
      else throw new Error(`The server answered ${status}.`);
    }
  };
  await Promise.all(Array.from({ length: lines }, line));
  return { accepted, refused };
}

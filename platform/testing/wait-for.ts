import { setTimeout as delay } from 'node:timers/promises';
import { messageOf } from '@altis/kernel';

const pollMs = 50;

/**
 * Asks until the answer is neither undefined nor false, and returns it. An error counts as no answer yet.
 * @throws Error that names `what` and the last error, when the time is over (60 s unless told).
 */
export async function waitFor<Answer>(
  what: string,
  ask: () => Promise<Answer | undefined | false> | Answer | undefined | false,
  { timeoutMs = 60_000 }: { readonly timeoutMs?: number } = {},
): Promise<Answer> {
  const untilMs = Date.now() + timeoutMs;
  let last = 'there was no answer';
  while (Date.now() < untilMs) {
    try {
      const answer = await ask();
      if (answer !== undefined && answer !== false) return answer;
    } catch (error) {
      last = messageOf(error);
    }
    await delay(pollMs);
  }
  throw new Error(`Waited ${timeoutMs} ms for ${what}: ${last}.`);
}

import type { HockeyMessage } from './ice-hockey/messages/odf-header.ts';

/**
 * The messages that have become available since the last look, in their order.
 *
 * @param elapsedMs time since the first frame of the video
 * @param alreadySent how many messages of the list were sent before
 */
export function dueMessages(messages: readonly HockeyMessage[], elapsedMs: number, alreadySent = 0): HockeyMessage[] {
  const due: HockeyMessage[] = [];
  for (const message of messages.slice(alreadySent)) {
    if (message.availableAtMs > elapsedMs) break;
    due.push(message);
  }
  return due;
}

/** Milliseconds until the next message may be sent; undefined when all are sent. */
export function untilNextMessage(
  messages: readonly HockeyMessage[],
  elapsedMs: number,
  alreadySent: number,
): number | undefined {
  const next = messages[alreadySent];
  return next && Math.max(0, next.availableAtMs - elapsedMs);
}

import type { OdfMessage } from './ice-hockey/messages/odf-header.ts';

/**
 * The messages that have become available since the last look, in their order.
 *
 * @param elapsedMs time since the first frame of the video
 * @param alreadySent how many messages of the list were sent before
 */
export function dueMessages(messages: readonly OdfMessage[], elapsedMs: number, alreadySent = 0): OdfMessage[] {
  const due: OdfMessage[] = [];
  for (const message of messages.slice(alreadySent)) {
    if (message.availableAtMs > elapsedMs) break;
    due.push(message);
  }
  return due;
}

/** Milliseconds until the next message may be sent; undefined when all are sent. */
export function untilNextMessage(messages: readonly OdfMessage[], elapsedMs: number, alreadySent: number): number | undefined {
  const next = messages[alreadySent];
  return next && Math.max(0, next.availableAtMs - elapsedMs);
}

import type { SessionView } from './views.ts';

/** Whether a recording is of just now: the wall clock lies between its first frame and its end. */
export function isRunning({ startsAt, video }: SessionView, nowMs: number): boolean {
  if (video === null) return false;
  const intoMs = nowMs - Date.parse(startsAt);
  return intoMs >= 0 && intoMs < video.durationMs;
}

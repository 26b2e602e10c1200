import { toldIn } from './told-in.ts';
import type { MomentView } from './views.ts';

const base = '/api/media-description';

/** Where the media of a session lie. */
export function sessionMedia(id: string): { proxy: string; poster: string; storyboard: string; frameTimes: string } {
  const session = `${base}/sessions/${encodeURIComponent(id)}`;
  return {
    proxy: `${session}/proxy.mp4`,
    poster: `${session}/poster.jpg`,
    storyboard: `${session}/storyboard.jpg`,
    frameTimes: `${session}/frame-times`,
  };
}

/**
 * Where a moment's clip lies, once it is cut. The address changes with each cut, so that a player which shows the
 * former one loads the new one.
 */
export function clipMedia({
  id,
  clip,
}: Pick<MomentView, 'id' | 'clip'>): { video: string; poster: string } | undefined {
  if (clip === null) return undefined;
  const moment = `${base}/moments/${encodeURIComponent(id)}`;
  return {
    video: `${moment}/clip.mp4?cut=${clip.object.slice(-12)}`,
    poster: `${moment}/poster.jpg?cut=${clip.poster.slice(-12)}`,
  };
}

/** What a downloaded clip is called: `Goal Jussi Räikkälä 000123.mp4`, without characters that file systems refuse. */
export function clipFileName(
  { title, inFrame }: Pick<MomentView, 'title' | 'inFrame'>,
  language: keyof MomentView['title'],
): string {
  const words = toldIn(title, language)
    .replaceAll(/[^\p{Letter}\p{Mark}\p{Number}-]+/gu, ' ')
    .trim();
  return `${words.slice(0, 80)} ${String(inFrame).padStart(6, '0')}.mp4`;
}

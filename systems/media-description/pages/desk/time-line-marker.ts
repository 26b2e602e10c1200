import type { PlayerMarker } from '@altis/web';
import { toldIn } from '../told-in.ts';
import type { MomentView } from '../views.ts';

// The player is dark in every scheme, so its markers have one set of colours.
const colors = [
  '',
  '#7e939d',
  '#a7b8c0',
  'var(--mantine-color-ice-3)',
  'var(--mantine-color-sun-4)',
  'var(--mantine-color-flare-4)',
];
const sizes = [1, 1, 1, 2, 2, 3] as const;

/** A moment on the time line, at its action. */
export function timeLineMarker(
  { id, actionFrame, importance, title }: MomentView,
  language: keyof MomentView['title'],
): PlayerMarker {
  return {
    id,
    frame: actionFrame,
    label: toldIn(title, language),
    importance: sizes[importance] ?? 2,
    color: colors[importance] ?? '#a7b8c0',
  };
}

import { useEffect, useEffectEvent } from 'react';
import type { RefObject } from 'react';
import type { VideoPlayerHandle } from '@altis/web';

/**
 * The keys of a desk work wherever the focus is: first the page's own, by their place on the keyboard (`KeyN`), then
 * the player's. Fields, dialogs and menus keep their keys; a focused button or link keeps Space and Enter.
 */
export function useDeskKeys(
  keys: Readonly<Record<string, () => void>>,
  player: RefObject<VideoPlayerHandle | null>,
): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTakenBy(event)) return;
    const act = event.shiftKey ? undefined : keys[event.code];
    act?.();
    if (act || player.current?.press(event)) event.preventDefault();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => press(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

function isTakenBy({ target, code }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest('input, textarea, select, [contenteditable], [role=dialog], [role=menu], [role=listbox]'))
    return true;
  return (code === 'Enter' || code === 'Space') && target.closest('button, a, summary') !== null;
}

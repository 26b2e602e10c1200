import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useSearchParameter } from '@altis/web';

/** The moment that the address names (`?moment=…`), and the way to name another or none. */
export function useSelection(): readonly [id: string | undefined, select: (id: string | undefined) => void] {
  const navigate = useNavigate();
  const select = useCallback(
    (id: string | undefined) =>
      void navigate({ to: '.', search: id === undefined ? {} : { moment: id }, replace: true, resetScroll: false }),
    [navigate],
  );
  return [useSearchParameter('moment'), select];
}

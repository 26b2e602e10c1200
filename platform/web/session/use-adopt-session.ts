import { useQueryClient } from '@tanstack/react-query';
import { identity } from '@altis/identity/contract';
import type { SessionView } from '@altis/identity/contract';
import { apiOf } from '../api/api-of.ts';

/** Takes over the session that a sign-in or sign-out answered; all that was read as somebody else is forgotten. */
export function useAdoptSession(): (session: SessionView) => void {
  const client = useQueryClient();
  return (session) => {
    client.clear();
    client.setQueryData(apiOf(identity).session.read.queryKey(), session);
    void client.invalidateQueries();
  };
}

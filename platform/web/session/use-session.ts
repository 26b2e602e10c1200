import { useQuery } from '@tanstack/react-query';
import { identity } from '@altis/identity/contract';
import type { SessionView } from '@altis/identity/contract';
import { apiOf } from '../api/api-of.ts';

export type Session = {
  readonly user: SessionView['user'];
  readonly permissions: readonly string[];
  /** Whether the person may do what a permission names; the server decides again on every call. */
  readonly may: (permission: string | undefined) => boolean;
  readonly isLoading: boolean;
};

/** Who is signed in and what they may do. */
export function useSession(): Session {
  const query = useQuery({ ...apiOf(identity).session.read.queryOptions(), staleTime: 60_000 });
  const permissions = query.data?.permissions ?? [];
  return {
    user: query.data?.user ?? null,
    permissions,
    may: (permission) => permission === undefined || permissions.includes(permission),
    isLoading: query.isPending,
  };
}

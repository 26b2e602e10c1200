import { QueryCache, QueryClient } from '@tanstack/react-query';
import { readProblem } from './read-problem.ts';

/**
 * The page's cache of answers. A refusal is not asked again; a lost connection or a system that is
 * still starting is, twice. When the session has ended, the session itself is read anew.
 */
export function createQueryClient(): QueryClient {
  const client = new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        const { status } = readProblem(error);
        if (status === 401) void client.invalidateQueries({ queryKey: ['identity', 'session'] });
        if (status === 503) void client.invalidateQueries({ queryKey: ['health'] });
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (failures, error) => failures < 2 && mayRecover(error),
        retryDelay: (failures) => 500 * 2 ** failures,
      },
    },
  });
  return client;
}

function mayRecover(error: unknown): boolean {
  const { code, status } = readProblem(error);
  return code === 'OFFLINE' || status === 502 || status === 503 || status === 504;
}

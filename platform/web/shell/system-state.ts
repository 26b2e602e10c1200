import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { getJson } from '../api/get-json.ts';

const healthShape = z.object({
  status: z.string(),
  systems: z.array(
    z.object({
      system: z.string(),
      state: z.enum(['starting', 'ok', 'failed', 'stopped', 'remote']),
      reason: z.string().optional(),
    }),
  ),
});

export type SystemState = z.infer<typeof healthShape>['systems'][number];

/** Which systems run; read anew every quarter of a minute, and at once when one answers 503. */
export function useSystemStates(): {
  data: readonly SystemState[] | undefined;
  error: unknown;
  refetch: () => unknown;
} {
  const { data, error, refetch } = useQuery({
    queryKey: ['health'],
    queryFn: ({ signal }) => getJson('/health', healthShape, { signal, accept: [503] }),
    refetchInterval: 15_000,
  });
  return { data: data?.systems, error, refetch };
}

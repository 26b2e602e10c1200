import { useQuery } from '@tanstack/react-query';
import { useApi } from '@altis/web';
import { results } from '../../contract/index.ts';

const freshMs = 300_000;

/** The time zone of the Games; undefined while it is not known, which shows times in the reader's own. */
export function useGamesZone(): string | undefined {
  const api = useApi(results);
  return useQuery({ ...api.schedule.days.queryOptions(), staleTime: freshMs }).data?.zone;
}

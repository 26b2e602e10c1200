import { useQuery } from '@tanstack/react-query';
import { useApi } from '@altis/web';
import { results, type LocalName } from '../../contract/index.ts';
import { localCompetitorName, localVenueName } from '../../contract/local-names.ts';

const freshMs = 300_000;

/** Names of competitors, in all languages that there are. */
export function useCompetitorNames(): (named: { name: string; organisation: string | null }) => LocalName {
  const query = useQuery({ ...useApi(results).organisations.list.queryOptions(), staleTime: freshMs });
  return ({ name, organisation }) =>
    localCompetitorName(name, query.data?.items.find(({ code }) => code === organisation)?.name);
}

/** Names of venues by code, in all languages that there are; else the name that a unit has for it. */
export function useVenueNames(): (unit: { venue: string | null; venueName: string | null }) => LocalName {
  const query = useQuery({ ...useApi(results).venues.list.queryOptions(), staleTime: freshMs });
  return ({ venue, venueName }) =>
    localVenueName(venueName ?? '', query.data?.items.find(({ code }) => code === venue)?.name);
}

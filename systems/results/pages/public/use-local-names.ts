import { useQuery } from '@tanstack/react-query';
import { useApi } from '@altis/web';
import { results, type LocalName } from '../../contract/index.ts';

const freshMs = 300_000;

/**
 * Names of competitors: a team that is called like its organisation in any language has the organisation's name in all
 * of them; every other name stays as it is.
 */
export function useCompetitorNames(): (named: { name: string; organisation: string | null }) => LocalName {
  const query = useQuery({ ...useApi(results).organisations.list.queryOptions(), staleTime: freshMs });
  return ({ name, organisation }) => {
    const own = query.data?.items.find(({ code }) => code === organisation)?.name ?? {};
    return Object.values(own).includes(name) ? own : asWritten(name);
  };
}

/** Names of venues by code, in all languages that there are; else the name that a unit has for it. */
export function useVenueNames(): (unit: { venue: string | null; venueName: string | null }) => LocalName {
  const query = useQuery({ ...useApi(results).venues.list.queryOptions(), staleTime: freshMs });
  return ({ venue, venueName }) =>
    query.data?.items.find(({ code }) => code === venue)?.name ?? asWritten(venueName ?? '');
}

/** A name whose language nobody says. */
function asWritten(name: string): LocalName {
  return { und: name };
}

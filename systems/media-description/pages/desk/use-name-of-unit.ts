import { useQuery } from '@tanstack/react-query';
import { results } from '@altis/results/contract';
import { useApi, useLanguage, useSession } from '@altis/web';
import { unitName } from '../new-session/unit-select.tsx';

/** The name of a unit in the reader's language; its RSC where the results have none, undefined while they are asked. */
export function useNameOfUnit(rsc: string): string | undefined {
  const { language } = useLanguage();
  const { may } = useSession();
  const api = useApi(results);
  // One list serves all units of a discipline, and one that is not there yet is no error.
  const units = useQuery({
    ...api.units.list.queryOptions({ discipline: rsc.slice(0, 3), limit: 200 }),
    enabled: may('results.unit.read'),
    staleTime: 60_000,
  });
  if (units.isLoading) return undefined;
  const unit = units.data?.items.find((each) => each.rsc === rsc);
  return unit ? unitName(unit, language) : rsc;
}

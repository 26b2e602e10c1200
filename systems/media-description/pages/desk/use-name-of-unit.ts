import { useQuery } from '@tanstack/react-query';
import { results } from '@altis/results/contract';
import { useApi, useLanguage, useSession } from '@altis/web';
import { unitName } from '../new-session/unit-select.tsx';

/** The name of a unit in the reader's language; its RSC where the results cannot be asked. */
export function useNameOfUnit(rsc: string): string {
  const { language } = useLanguage();
  const { may } = useSession();
  const api = useApi(results);
  const unit = useQuery({
    ...api.units.read.queryOptions({ rsc }),
    enabled: may('results.unit.read'),
    staleTime: 60_000,
  });
  return unit.data ? unitName(unit.data, language) : rsc;
}

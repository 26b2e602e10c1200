import type { AnyContractRouter } from '@orpc/contract';
import { apiOf } from './api-of.ts';
import type { ApiOf, Published } from './api-of.ts';

/**
 * The typed client of a system: `const api = useApi(results)`, then
 * `useQuery(api.units.read.queryOptions({ rsc }))` to show and `useAction(api.units.rename)` to change.
 */
export function useApi<Contract extends AnyContractRouter>(published: Published<Contract>): ApiOf<Contract> {
  return apiOf(published);
}

import { useQuery } from '@tanstack/react-query';
import { useApi } from '@altis/web';
import { results, type LocalName } from '../../contract/index.ts';

const freshMs = 300_000;

/** Names of disciplines by code; the code itself while the name is not known. */
export function useDisciplineName(): (code: string) => LocalName {
  const query = useQuery({ ...useApi(results).disciplines.list.queryOptions(), staleTime: freshMs });
  return (code) => query.data?.items.find((each) => each.code === code)?.name ?? { en: code };
}

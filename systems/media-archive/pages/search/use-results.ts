import { useApi } from '@altis/web';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { mediaArchive } from '../../contract/index.ts';
import { searchInput, type SearchState } from './search-state.ts';

/** The results of a search, page after page; while another one is asked for, those of the last one stay. */
export function useResults(search: SearchState, language: string) {
  const { find } = useApi(mediaArchive).search;
  const input = searchInput(search, language);
  const query = useInfiniteQuery({
    queryKey: find.queryKey(input),
    queryFn: ({ pageParam, signal }) =>
      find({ ...input, ...(pageParam === undefined ? {} : { cursor: pageParam }) }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
  });
  const pages = query.data?.pages ?? [];
  return { query, first: pages[0], items: pages.flatMap(({ items }) => items) };
}

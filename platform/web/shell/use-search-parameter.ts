import { useLocation } from '@tanstack/react-router';

/** One parameter of the page's query, as text; undefined when it is not there. */
export function useSearchParameter(name: string): string | undefined {
  const { searchStr } = useLocation();
  return new URLSearchParams(searchStr).get(name) ?? undefined;
}

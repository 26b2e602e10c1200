import { useLanguage, useSearchParameter } from '@altis/web';
import { useNavigate } from '@tanstack/react-router';
import { readSearch, searchPath, type SearchState } from './search-state.ts';

/** The search that the page's address tells, and the way to another one. Typing replaces the address, chips add to the history. */
export function useSearch(): {
  readonly search: SearchState;
  readonly language: string;
  readonly change: (next: Partial<SearchState>) => void;
} {
  const navigate = useNavigate();
  const { language } = useLanguage();
  const [q = '', filter = '', order = ''] = [
    useSearchParameter('q'),
    useSearchParameter('filter'),
    useSearchParameter('order'),
  ];
  const search = readSearch({ q, filter, order });
  const change = (next: Partial<SearchState>): void => {
    const href = searchPath({ ...search, ...next });
    void navigate({ href, replace: next.conditions === undefined, resetScroll: false });
  };
  return { search, language, change };
}

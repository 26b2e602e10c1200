import { useQuery } from '@tanstack/react-query';
import { useApi } from '@altis/web';
import { results } from '../../contract/index.ts';
import { useLocalText } from '../public/local-text.tsx';

/** Disciplines that the results know, for a select. */
export function useDisciplineChoices(): { value: string; label: string }[] {
  const textOf = useLocalText();
  const { disciplines } = useApi(results);
  const { data } = useQuery(disciplines.list.queryOptions({}));
  return (data?.items ?? []).map(({ code, name }) => ({ value: code, label: textOf(name).text }));
}

import { useText } from '@altis/web';
import { useEffect, useRef } from 'react';
import { pageMessages } from '../page-messages.ts';
import type { FoundPage } from '../views.ts';

/** Names of facet values that the page has come across: a chip keeps its name when nothing is found any more. */
export function useLabels(facets: FoundPage['facets'] | undefined): {
  readonly of: (field: string, value: string) => string;
  readonly learn: (field: string, value: string, label: string | undefined) => void;
} {
  const t = useText(pageMessages);
  const known = useRef(new Map<string, string>());
  const learn = (field: string, value: string, label: string | undefined): void => {
    if (label !== undefined) known.current.set(`${field}:${value}`, label);
  };
  useEffect(() => {
    for (const [field, values] of Object.entries(facets ?? {})) {
      for (const { value, label } of values) known.current.set(`${field}:${value}`, label);
    }
  }, [facets]);
  const shown = (field: string, value: string): string | undefined =>
    facets?.[field]?.find((each) => each.value === value)?.label ?? known.current.get(`${field}:${value}`);
  return {
    learn,
    of: (field, value) =>
      field === 'kind' && (value === 'clip' || value === 'asset') ? t(`kind.${value}`) : (shown(field, value) ?? value),
  };
}

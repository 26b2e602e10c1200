import type { ReactNode } from 'react';
import { LocalText } from './local-text.tsx';
import { useCompetitorNames } from './use-local-names.ts';

/** The name of a competitor, in the reader's language where it is that of the organisation. */
export function LocalCompetitor(named: { name: string; organisation: string | null }): ReactNode {
  return <LocalText name={useCompetitorNames()(named)} />;
}

import { createContext, use } from 'react';
import type { SystemPages } from './define-pages.ts';

export const SystemsContext = createContext<readonly SystemPages[]>([]);

/** The systems whose pages this installation shows, in the order of `apps/web/systems.ts`. */
export function useSystems(): readonly SystemPages[] {
  return use(SystemsContext);
}

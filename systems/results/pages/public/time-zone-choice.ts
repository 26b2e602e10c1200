import { useSyncExternalStore } from 'react';

export type TimeZoneChoice = 'viewer' | 'venue';

const key = 'altis.results.times';
const listeners = new Set<() => void>();

/** Whether times are shown in the reader's own zone or in the venue's; all pages and the next visit keep it. */
export function useTimeZoneChoice(): readonly [TimeZoneChoice, (choice: TimeZoneChoice) => void] {
  return [useSyncExternalStore(listen, read), choose];
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function read(): TimeZoneChoice {
  return localStorage.getItem(key) === 'venue' ? 'venue' : 'viewer';
}

function choose(choice: TimeZoneChoice): void {
  localStorage.setItem(key, choice);
  for (const listener of listeners) listener();
}

export type HealthState = 'starting' | 'ok' | 'failed' | 'stopped' | 'remote';
export type Health = { readonly system: string; readonly state: HealthState; readonly reason?: string };

/** What each system says of itself; a failed one says why, for the operator who reads it. */
export interface HealthBoard {
  set(system: string, state: HealthState, reason?: string): void;
  get(system: string): Health | undefined;
  list(): readonly Health[];
}

/** An empty board. */
export function createHealthBoard(): HealthBoard {
  const board = new Map<string, Health>();
  return {
    set: (system, state, reason) => board.set(system, { system, state, ...(reason === undefined ? {} : { reason }) }),
    get: (system) => board.get(system),
    list: () => [...board.values()],
  };
}

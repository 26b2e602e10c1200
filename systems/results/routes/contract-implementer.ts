import { implementContract } from '@altis/http';
import { results } from '../contract/index.ts';

/** Makes handlers for the routes of the contract; each file of routes takes it and returns its part of the router. */
export type Implementer = ReturnType<typeof implementResults>;

export function implementResults() {
  return implementContract(results.contract);
}

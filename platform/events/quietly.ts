import { AsyncLocalStorage } from 'node:async_hooks';

const quiet = new AsyncLocalStorage<true>();

/**
 * Runs work of which nothing is told: what it publishes and announces was told before. For making projections anew from
 * what they were made of; whoever does so tells what differs in the end.
 */
export function quietly<Result>(work: () => Promise<Result>): Promise<Result> {
  return quiet.run(true, work);
}

/** Whether nothing is to be told. */
export function isQuiet(): boolean {
  return quiet.getStore() === true;
}

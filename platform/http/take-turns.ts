import { problem } from '@altis/kernel';

/** Lets so many works go on at once; the others wait for their turn, and too many waiting are refused. */
export function takeTurns({ atOnce, waiting }: { atOnce: number; waiting: number }) {
  const queue: (() => void)[] = [];
  let running = 0;
  return async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (running >= atOnce) {
      if (queue.length >= waiting) {
        throw problem('UNAVAILABLE', 'Too much is asked for or sent at once.', {
          remedy: 'Try again in a few seconds.',
          details: { retryAfterSeconds: 2 },
        });
      }
      await new Promise<void>((resolve) => queue.push(resolve));
    } else running += 1;
    try {
      return await work();
    } finally {
      // Whoever is next takes over the place.
      const next = queue.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}

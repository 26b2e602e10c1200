/** A token bucket per key, in memory: `perMinute` on average, `burst` at once. */
export interface RateLimit {
  /** Milliseconds until the key may go on; 0 when it may now, and then the use is counted. */
  take(key: string, nowMs: number): number;
}

const forgetAbove = 50_000;

/** A limit whose keys are forgotten, longest unused first, when there are too many. */
export function createRateLimit({ perMinute, burst }: { perMinute: number; burst: number }): RateLimit {
  const buckets = new Map<string, { tokens: number; atMs: number }>();
  const refillPerMs = perMinute / 60_000;

  return {
    take(key, nowMs) {
      const bucket = buckets.get(key) ?? { tokens: burst, atMs: nowMs };
      const tokens = Math.min(burst, bucket.tokens + (nowMs - bucket.atMs) * refillPerMs);
      if (tokens < 1) return Math.ceil((1 - tokens) / refillPerMs);
      // Re-inserting keeps the map ordered by last use, so that the longest unused are forgotten first.
      buckets.delete(key);
      buckets.set(key, { tokens: tokens - 1, atMs: nowMs });
      if (buckets.size > forgetAbove) buckets.delete(buckets.keys().next().value!);
      return 0;
    },
  };
}

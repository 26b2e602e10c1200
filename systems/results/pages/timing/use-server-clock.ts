import { useEffect, useRef } from 'react';
import { useApi } from '@altis/web';
import { results } from '../../contract/index.ts';

const everyMs = 60_000;
const samples = 3;

/**
 * What the clock of the server is ahead of that of the device, in ms; 0 until it is known. Of a few questions the one that
 * was answered fastest counts, and the answer is taken to be of the middle of its way (as NTP does, RFC 5905).
 */
export function useServerClock(): { readonly offsetMs: () => number } {
  const { timing } = useApi(results);
  const offset = useRef(0);
  useEffect(() => {
    let isGone = false;
    const ask = async (): Promise<void> => {
      let best = Infinity;
      for (let sample = 0; sample < samples && !isGone; sample += 1) {
        const from = Date.now();
        const { now } = await timing.clock({});
        const tookMs = Date.now() - from;
        if (tookMs < best) offset.current = Date.parse(now) - (from + tookMs / 2);
        best = Math.min(best, tookMs);
      }
    };
    const askQuietly = (): void => void ask().catch(() => undefined);
    askQuietly();
    const timer = setInterval(askQuietly, everyMs);
    return () => {
      isGone = true;
      clearInterval(timer);
    };
  }, [timing]);
  return { offsetMs: () => offset.current };
}

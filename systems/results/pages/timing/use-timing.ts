import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useApi, useChanges } from '@altis/web';
import { results, type TimingDeed, type TimingInput, type TimingState } from '../../contract/index.ts';
import { openTimingQueue } from './timing-queue.ts';
import { useServerClock } from './use-server-clock.ts';

const retryMs = 2000;

export type Timing = {
  readonly state: TimingState | undefined;
  readonly error: unknown;
  /** Presses that wait for the network. */
  readonly waiting: readonly TimingInput[];
  /** Why they wait, if the server does not take them. */
  readonly sendError: unknown;
  readonly press: (deed: TimingDeed) => void;
  /** Whether the next presses take the place of what another sends. */
  readonly isTakingOver: boolean;
  readonly takeOver: () => void;
  /** Clock of the server, epoch ms. */
  readonly now: () => number;
};

/** The timing of a unit: each press is kept here until the server has it, and sent in order. */
export function useTiming(unit: string): Timing {
  const { timing } = useApi(results);
  const client = useQueryClient();
  const clock = useServerClock();
  const queue = useMemo(() => openTimingQueue(unit, localStorage), [unit]);
  const [waiting, setWaiting] = useState(queue.waiting);
  const [sendError, setSendError] = useState<unknown>(null);
  const isSending = useRef(false);
  const mayTakeOver = useRef(false);
  const [isTakingOver, setTakingOver] = useState(false);
  useChanges([`results.unit.${unit}`]);
  const query = useQuery(timing.read.queryOptions({ unit }));

  const send = useCallback(async (): Promise<void> => {
    if (isSending.current) return;
    isSending.current = true;
    try {
      for (let inputs = queue.waiting(); inputs.length > 0; inputs = queue.waiting()) {
        const batch = inputs.slice(0, 200);
        const state = await timing.record({ unit, inputs: batch, mayTakeOver: mayTakeOver.current });
        // It holds until somebody else sends once more.
        mayTakeOver.current = false;
        setTakingOver(false);
        queue.confirm(batch.map(({ id }) => id));
        setWaiting(queue.waiting());
        client.setQueryData(timing.read.queryKey({ unit }), state);
      }
      setSendError(null);
    } catch (error) {
      setSendError(error);
    } finally {
      isSending.current = false;
    }
  }, [client, queue, timing, unit]);

  useEffect(() => {
    void send();
    const timer = setInterval(() => void send(), retryMs);
    const online = (): void => void send();
    addEventListener('online', online);
    return () => {
      clearInterval(timer);
      removeEventListener('online', online);
    };
  }, [send]);

  const press = (deed: TimingDeed): void => {
    queue.add(deed, clock.offsetMs());
    setWaiting(queue.waiting());
    void send();
  };
  const takeOver = (): void => {
    mayTakeOver.current = true;
    setTakingOver(true);
    void send();
  };
  const now = (): number => Date.now() + clock.offsetMs();
  return { state: query.data, error: query.error, waiting, sendError, press, isTakingOver, takeOver, now };
}

import { TimingInput, type TimingDeed } from '../../contract/index.ts';
import * as z from 'zod';

/** Presses that the server has not confirmed yet, oldest first: in the browser, so that neither a reload nor a lost network loses one. */
export type TimingQueue = {
  readonly waiting: () => readonly TimingInput[];
  readonly add: (deed: TimingDeed, offsetMs: number) => TimingInput;
  readonly confirm: (ids: readonly string[]) => void;
};

type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem'>;

/** The queue of a unit. Two tabs of one browser share it: what one sends twice is kept once. */
export function openTimingQueue(unit: string, storage: Storage, now: () => number = Date.now): TimingQueue {
  const key = `altis.timing.${unit}`;
  const waiting = (): readonly TimingInput[] => {
    const read = z.array(TimingInput).safeParse(parsed(storage.getItem(key)));
    return read.success ? read.data : [];
  };
  const write = (inputs: readonly TimingInput[]): void => storage.setItem(key, JSON.stringify(inputs));
  return {
    waiting,
    add: (deed, offsetMs) => {
      const input = { id: pressId(), pressedAt: new Date(now()).toISOString(), offsetMs: Math.round(offsetMs), deed };
      write([...waiting(), input]);
      return input;
    },
    confirm: (ids) => write(waiting().filter(({ id }) => !ids.includes(id))),
  };
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '[]');
  } catch {
    return [];
  }
}

/** `crypto.randomUUID` is for pages of https alone; a village may have none. */
function pressId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

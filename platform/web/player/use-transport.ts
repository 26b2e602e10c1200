import { useCallback, useSyncExternalStore } from 'react';
import type { Transport, TransportState } from './transport.ts';

const none = (): (() => void) => () => undefined;

/** A part of the transport's state; only components that show the part are drawn anew when it changes. */
export function useTransport<Part>(
  transport: Transport | undefined,
  part: (state: TransportState) => Part,
  before: Part,
): Part {
  const read = useCallback(() => (transport ? part(transport.getState()) : before), [transport, part, before]);
  return useSyncExternalStore(transport?.subscribe ?? none, read);
}

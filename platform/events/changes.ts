import { listen, notifyAtCommit, type DatabaseServer, type Transaction } from '@altis/database';
import type { Log } from '@altis/kernel';
import { isQuiet } from './quietly.ts';

const changeChannel = 'altis_changes';

/**
 * Tells open pages that what a topic names has changed, when the transaction commits. A topic such as
 * `results.unit.IHOM…` says only which thing; pages fetch it again under their own access rules.
 */
export async function announce<Tables>(trx: Transaction<Tables>, topic: string): Promise<void> {
  if (!isQuiet()) await notifyAtCommit(trx, changeChannel, topic);
}

/** As `announce`, for many things at once. */
export async function announceAll<Tables>(trx: Transaction<Tables>, topics: readonly string[]): Promise<void> {
  for (const topic of topics) await announce(trx, topic);
}

/** Where the pages of this process hear of changes, whichever process made them. */
export interface Changes {
  /** Calls `onChange` with each announced topic out of `topics`; returns the way to stop. After a lost connection every topic is told. */
  subscribe(topics: readonly string[], onChange: (topic: string) => void): () => void;
  close(): Promise<void>;
}

/** Begins to listen on a connection of its own. */
export async function openChanges(server: DatabaseServer, log: Log): Promise<Changes> {
  const listeners = new Map<string, Set<(topic: string) => void>>();
  const tell = (topic: string): void => listeners.get(topic)?.forEach((onChange) => onChange(topic));
  const tellAll = (): void => [...listeners.keys()].forEach(tell);
  const channel = await listen({ server, channel: changeChannel, onNotice: tell, onReconnect: tellAll, log });

  return {
    subscribe(topics, onChange) {
      for (const topic of topics) listeners.set(topic, (listeners.get(topic) ?? new Set()).add(onChange));
      return () => {
        for (const topic of topics) {
          const told = listeners.get(topic);
          told?.delete(onChange);
          if (told?.size === 0) listeners.delete(topic);
        }
      };
    },
    close: () => channel.close(),
  };
}

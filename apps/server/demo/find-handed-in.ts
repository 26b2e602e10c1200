import { mediaDescription, type Session } from '@altis/media-description/contract';
import type * as z from 'zod';
import type { DemoCaller } from './demo-caller.ts';

/**
 * The session of a recording that was handed in before, so that nothing is handed in twice where the server fell between
 * that and writing it down.
 */
export async function findHandedIn(
  caller: DemoCaller,
  recording: { readonly unit: string; readonly fileName: string },
): Promise<z.infer<typeof Session> | undefined> {
  const { items } = await caller.api(mediaDescription).sessions.list({ limit: 200 });
  return items.find(({ unit, fileName }) => unit === recording.unit && fileName === recording.fileName);
}

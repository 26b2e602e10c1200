import type { FastifyInstance } from '@altis/http';
import type { Room } from '@altis/system';
import { mountSnapshots } from './mount-snapshots.ts';
import { mountStream } from './mount-stream.ts';
import { openLive, type Live } from './open-live.ts';

/** The fast public way: snapshots for caches, and a stream of what changes in them. */
export function mountLive<Tables>(app: FastifyInstance, room: Room<Tables>): void {
  let opened: Live | undefined;
  const live = (): Live => (opened ??= openLive(room));
  app.addHook('onClose', async () => opened?.snapshots.close());
  mountSnapshots(app, live);
  mountStream(app, live);
}

import { join } from 'node:path';
import type { JobRun } from '@altis/jobs';
import type { ObjectId } from '@altis/storage';
import { inScratchFolder, type Room } from '@altis/system';
import type { ItemMedia } from '../domain/item.ts';
import type { StoredImport } from '../store/imports.ts';
import type { Tables } from '../store/tables.ts';
import { keepFrameTimes } from './keep-frame-times.ts';

export type PlayableVideo = { readonly media: ItemMedia; readonly recordedAt: string | undefined };

/** Makes of a stored original what browsers show: a proxy, a poster, a storyboard and the times of its frames. */
export async function makePlayable(
  room: Room<Tables>,
  original: ObjectId,
  { file_name: displayName }: Pick<StoredImport, 'file_name'>,
  { signal, progress }: JobRun,
): Promise<PlayableVideo> {
  const { media, storage } = room;
  const options = { displayName, signal };
  const source = await storage.localPath(original);
  try {
    return await inScratchFolder(room, async (folder) => {
      const [proxyPath, posterPath, sheetPath] = ['proxy.mp4', 'poster.jpg', 'storyboard.jpg'].map((name) =>
        join(folder, name),
      ) as [string, string, string];
      progress(0.02, 'probe');
      const info = await media.probe(source.path, options);
      const tell = (fraction: number): void => progress(0.05 + 0.85 * fraction, 'proxy');
      const proxy = await media.makeProxy(source.path, proxyPath, { ...options, progress: tell });
      progress(0.92, 'pictures');
      await media.makePoster(proxyPath, posterPath, options);
      const {
        tileCount: count,
        durationMs: _whole,
        ...sheet
      } = await media.makeStoryboard(proxyPath, sheetPath, options);
      progress(0.97, 'frames');
      const frameTimes = await keepFrameTimes(room, proxyPath, options);
      const keep = async (path: string): Promise<ObjectId> => (await storage.putFile(path, { move: true })).id;
      return {
        recordedAt: info.recordedAt,
        media: {
          original,
          media: await keep(proxyPath),
          poster: await keep(posterPath),
          storyboard: await keep(sheetPath),
          storyboardLayout: { ...sheet, count },
          frameTimes,
          sizeBytes: info.sizeBytes,
          durationMs: proxy.durationMs,
          frameRate: info.video.frameRate.num / info.video.frameRate.den,
          width: info.video.width,
          height: info.video.height,
          codec: info.video.codec,
          inFrame: null,
          outFrame: null,
        },
      };
    });
  } finally {
    await source.release();
  }
}

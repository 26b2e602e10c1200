import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { problem } from '@altis/kernel';
import { say, type Command } from '../../command.ts';
import { request } from '../../server.ts';

export const fetchArchive: Command = {
  takes: '<folder> [day|hour…]',
  does: 'Record the messages of days (2030-02-22) or hours (2030-02-22T15), today unless told, as ZIP',
  async run([folder, ...periods]) {
    if (folder === undefined) throw problem('INVALID_INPUT', 'Name the folder for the archives.');
    await mkdir(folder, { recursive: true });
    const today = new Date().toISOString().slice(0, 'YYYY-MM-DD'.length);
    for (const period of periods.length === 0 ? [today] : periods) {
      const { body } = await request(`/api/results/archive/${encodeURIComponent(period)}.zip`);
      if (body === null) throw problem('UNAVAILABLE', `The server sent nothing for ${period}.`);
      const path = join(folder, `messages-${period}.zip`);
      await pipeline(Readable.fromWeb(body as ReadableStream<Uint8Array>), createWriteStream(path));
      say(path);
    }
  },
};

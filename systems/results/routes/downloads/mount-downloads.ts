import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { sendObject, type FastifyInstance, type FastifyReply } from '@altis/http';
import { problem, problemBehind, type Client } from '@altis/kernel';
import * as z from 'zod';
import { results } from '../../contract/index.ts';
import { archiveName } from '../../domain/archive/archive-name.ts';
import { writeZip, type ZipSource } from '../../domain/archive/write-zip.ts';
import { findEventMessages, findUnitMessage } from '../../store/find-unit-message.ts';
import type { ResultsRoom } from '../intake/intake.ts';
import { downloadOf, type Download, type DownloadOptions } from './download-of.ts';

const Query = z.object({
  /** Language of names: BCP 47. */
  language: z
    .string()
    .regex(/^[A-Za-z-]{2,20}$/)
    .default('en'),
  /** Whether a CSV begins with the mark that spreadsheets know UTF-8 by. */
  mark: z.stringbool().default(false),
  organisation: z.string().max(10).optional(),
  discipline: z.string().length(3).optional(),
});

/**
 * `GET /api/results/downloads/…`: `units/<rsc>.csv`, `.json` and `.odf.xml` (the message itself),
 * `events/<rsc>.csv`, `.json` and `.odf.zip` (the messages of its units), `days/<YYYY-MM-DD>.csv`, `.json` and `.ics`, `medals.csv`, `participants.csv`.
 */
export function mountDownloads(app: FastifyInstance, room: ResultsRoom): void {
  const config = { permission: 'results.unit.read' };
  app.get<{ Params: { '*': string } }>('/api/results/downloads/*', { config }, async (request, reply) => {
    const path = request.params['*'];
    const query = Query.safeParse(request.query);
    if (!query.success) {
      throw problem('INVALID_INPUT', z.prettifyError(query.error).split('\n')[0] ?? '', {
        remedy: 'A download takes language, mark, organisation and discipline.',
      });
    }
    const unit = /^units\/(.{34})\.odf\.xml$/.exec(path)?.[1];
    if (unit !== undefined) {
      const found = await findUnitMessage(room.db, unit);
      if (found === undefined) throw noResults(`unit ${unit}`);
      const downloadName = `${unit}-version-${found.version}.odf.xml`;
      const options = { contentType: 'application/xml', downloadName, mayChange: true };
      return sendObject(request, reply, room.storage, found.object, options);
    }
    const event = /^events\/(.{34})\.odf\.zip$/.exec(path)?.[1];
    if (event !== undefined) {
      const messages = await findEventMessages(room.db, event);
      if (messages.length === 0) throw noResults(`event ${event}`);
      const name = `attachment; filename="${event}.odf.zip"`;
      const zip = Readable.from(writeZip(filesOf(messages, room)));
      return reply.header('content-disposition', name).type('application/zip').send(zip);
    }
    return send(reply, await make(path, room.reach(results), { ...query.data, now: new Date(room.clock.now()) }));
  });
}

async function* filesOf(
  messages: Awaited<ReturnType<typeof findEventMessages>>,
  { storage }: ResultsRoom,
): AsyncGenerator<ZipSource> {
  for (const { id, receivedAt: at, documentType, object } of messages) {
    const bytes = await buffer(await storage.read(object));
    yield { name: archiveName({ receivedAt: at.toISOString(), id, documentType }), bytes, at };
  }
}

async function make(path: string, api: Client<typeof results.contract>, options: DownloadOptions): Promise<Download> {
  try {
    const made = await downloadOf(path, api, options);
    if (made !== undefined) return made;
  } catch (error) {
    throw problemBehind(error);
  }
  throw problem('NOT_FOUND', `There is no download "${path.slice(0, 60)}".`, {
    remedy:
      'There are units/<rsc>, events/<rsc>, days/<YYYY-MM-DD>, medals and participants as .csv, and some as .json, .ics, .odf.xml or .odf.zip.',
  });
}

function send(reply: FastifyReply, { name, type, body }: Download): FastifyReply {
  return reply
    .type(`${type}; charset=utf-8`)
    .header('content-disposition', `attachment; filename="${name}"`)
    .header('cache-control', 'public, max-age=1')
    .header('x-content-type-options', 'nosniff')
    .send(body);
}

function noResults(whose: string): Error {
  const remedy = 'They appear with the first message of its results. Check the code, an RSC of 34 characters.';
  return problem('NOT_FOUND', `There are no results of the ${whose} yet.`, { remedy });
}

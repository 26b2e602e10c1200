import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { FastifyInstance } from '@altis/http';
import { problem } from '@altis/kernel';
import { instantOf, parseDateTime } from '@altis/odf';
import { archiveName } from '../../domain/archive/archive-name.ts';
import { mostZipFiles, writeZip, type ZipSource } from '../../domain/archive/write-zip.ts';
import { resultsSettings } from '../../settings.ts';
import { countArrived, listArrived } from '../../store/archives.ts';
import type { ResultsRoom } from '../intake/intake.ts';
import { bringInArchive } from './bring-in-archive.ts';

/**
 * `GET /api/results/archive/{day}.zip`: the messages of a day, `YYYY-MM-DD` in the zone of the venues, or of an hour of it,
 * `YYYY-MM-DDThh`, as they came. `POST /api/results/archive?file=<name>`: such a ZIP, whose messages are taken in.
 */
export function mountArchive(app: FastifyInstance, room: ResultsRoom): void {
  const reading = { permission: 'results.feed.read' };
  app.get<{ Params: { period: string } }>(
    '/api/results/archive/:period.zip',
    { config: reading },
    async (request, reply) => {
      const { period } = request.params;
      const [from, to] = boundsOf(room, period);
      if ((await countArrived(room.db, from, to)) > mostZipFiles) {
        throw problem('TOO_LARGE', `More than ${mostZipFiles} messages came then, and a ZIP holds no more.`, {
          remedy: `Fetch them by the hour: ${period.slice(0, 10)}T00.zip and so on.`,
        });
      }
      reply.header('content-disposition', `attachment; filename="messages-${period}.zip"`);
      return reply.type('application/zip').send(Readable.from(writeZip(filesOf(room, from, to))));
    },
  );

  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    const managing = { permission: 'results.feed.manage' };
    scope.post<{ Querystring: { file?: unknown } }>(
      '/api/results/archive',
      { config: managing },
      async (request, reply) => {
        const { file } = request.query;
        const name = typeof file === 'string' && file !== '' ? file.slice(0, 200) : 'archive.zip';
        const body = (request.body as Readable | undefined) ?? Readable.from([]);
        return reply.code(202).send(await bringInArchive(room, body, name));
      },
    );
  });
}

const hourMs = 3_600_000;

function boundsOf({ config }: ResultsRoom, period: string): [from: Date, to: Date] {
  const zone = config.section(resultsSettings).timeZone;
  const [, day, hour] = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}))?$/.exec(period) ?? [];
  const from = day === undefined ? undefined : instantAt(`${day}T${hour ?? '00'}:00:00`, zone);
  if (day === undefined || from === undefined)
    throw problem('INVALID_INPUT', `"${period.slice(0, 40)}" is no day.`, {
      remedy: 'Write it as 2030-02-22, or with an hour as 2030-02-22T15.',
    });
  if (hour !== undefined) return [new Date(from), new Date(from + hourMs)];
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + 24 * hourMs).toISOString().slice(0, 10);
  return [new Date(from), new Date(instantAt(`${next}T00:00:00`, zone) ?? from + 24 * hourMs)];
}

function instantAt(local: string, zone: string): number | undefined {
  const read = parseDateTime(local);
  return read.ok ? instantOf(read.value, zone) : undefined;
}

async function* filesOf({ db, storage }: ResultsRoom, from: Date, to: Date): AsyncGenerator<ZipSource> {
  for await (const { id, received_at: at, document_type: documentType, object } of listArrived(db, from, to)) {
    const bytes = await buffer(await storage.read(object));
    yield { name: archiveName({ receivedAt: at.toISOString(), id, documentType }), bytes, at };
  }
}

import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply } from '@altis/http';
import { problem } from '@altis/kernel';
import { readLists } from '../../domain/sport-schema/read-lists.ts';
import { tellUnit, tellUnits } from '../../domain/sport-schema/tell-unit.ts';
import { resultsSettings } from '../../settings.ts';
import { findCompetition } from '../../store/competition.ts';
import type { ResultsRoom } from '../intake/intake.ts';
import { readBody } from '../read-body.ts';
import { readEvent } from '../read-event.ts';
import { readUnit } from '../read-unit.ts';
import { writeList } from '../tables/write-list.ts';

const largestBytes = 16 * 1024 * 1024;

/**
 * Results as JSON-LD of the IPTC Sport Schema 1.1 (https://sportschema.org): `GET …/sport-schema/units/<rsc>.jsonld` and
 * `…/events/<rsc>.jsonld`; `POST …/sport-schema` of the same shape writes ODF messages and answers them;
 * with `?takeOver=true` also in place of another sender.
 */
export function mountSportSchema(app: FastifyInstance, room: ResultsRoom): void {
  const read = { permission: 'results.unit.read' };
  app.get<{ Params: { file: string } }>(
    '/api/results/sport-schema/units/:file',
    { config: read },
    async (request, reply) => {
      return send(reply, tellUnit(await readUnit(room, codeIn(request.params.file))));
    },
  );
  app.get<{ Params: { file: string } }>(
    '/api/results/sport-schema/events/:file',
    { config: read },
    async (request, reply) => {
      const event = await readEvent(room, codeIn(request.params.file));
      const units = [];
      for (const { rsc } of event.phases.flatMap((phase) => phase.units)) units.push(await readUnit(room, rsc));
      return send(reply, tellUnits(units));
    },
  );
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    const config = { permission: 'results.tables.write' };
    scope.post<{ Querystring: { takeOver?: string } }>(
      '/api/results/sport-schema',
      { config },
      async (request, reply) => {
        const { body, query } = request;
        const mayTakeOver = query.takeOver === 'true';
        const bytes = await readBody(body as Readable | undefined, largestBytes);
        if (bytes.byteLength > largestBytes) throw problem('TOO_LARGE', 'The document is larger than 16 MiB.');
        const known = room.config.section(resultsSettings).competition ?? (await findCompetition(room.db));
        const reading = readLists(parse(bytes), known);
        if (!reading.ok) throw problem('INVALID_INPUT', reading.message, { remedy: reading.remedy });
        const messages = [];
        for (const list of reading.lists)
          messages.push(...(await writeList(room, list, 'sport-schema', { mayTakeOver })));
        return reply
          .code(201)
          .send({ units: reading.lists.flatMap(({ units }) => units.map(({ rsc }) => rsc)), messages });
      },
    );
  });
}

function send(reply: FastifyReply, document: unknown): FastifyReply {
  return reply.header('content-type', 'application/ld+json; charset=utf-8').send(JSON.stringify(document));
}

function codeIn(file: string): string {
  const [, code] = /^(.+)\.jsonld$/.exec(file) ?? [];
  if (code !== undefined) return code;
  throw problem('NOT_FOUND', `There is no document ${file.slice(0, 60)}.`, { remedy: 'Ask for <RSC>.jsonld.' });
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw problem('INVALID_INPUT', 'The document is no JSON in UTF-8.', { remedy: 'Send JSON-LD.', cause });
  }
}

import type { Readable } from 'node:stream';
import type { FastifyInstance } from '@altis/http';
import { newId } from '@altis/kernel';
import { largestTableBytes } from '../../domain/tables/table.ts';
import { keepTableFile } from '../../store/table-files.ts';
import type { ResultsRoom } from '../intake/intake.ts';
import { readBody } from '../read-body.ts';
import { presentTable, requireTable } from './present-table.ts';
import { inOnePiece } from '../in-one-piece.ts';

/**
 * `POST /api/results/tables?file=<name>`, the body being a start list or result list as CSV, XLSX or JSON. Answers 201 with
 * a TableReading: the table with the mapping that was guessed. Nothing is written until `tables.write` is called.
 */
export function mountSendTable(app: FastifyInstance, room: ResultsRoom): void {
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    const config = { permission: 'results.tables.write' };
    scope.post<{ Querystring: { file?: unknown } }>(
      '/api/results/tables',
      { config },
      async ({ query, body }, reply) => {
        const bytes = await readBody(body as Readable | undefined, largestTableBytes);
        const name = typeof query.file === 'string' && query.file !== '' ? query.file.slice(0, 200) : 'table';
        const table = await requireTable(bytes, name);
        const { id: object } = await room.storage.put(inOnePiece(bytes));
        const id = newId('table', room.clock.now());
        await keepTableFile(room.db, { id, name, object }, new Date(room.clock.now()));
        return reply.code(201).send(presentTable({ id, name }, table));
      },
    );
  });
}

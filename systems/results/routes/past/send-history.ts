import type { Readable } from 'node:stream';
import { runInTransaction } from '@altis/database';
import type { FastifyInstance } from '@altis/http';
import { currentCall, problem } from '@altis/kernel';
import { readPastGames } from '../../domain/past-games/read-past-games.ts';
import { replacePastGames } from '../../store/past-games.ts';
import type { ResultsRoom } from '../intake/intake.ts';
import { readBody } from '../read-body.ts';

const largestArchiveBytes = 16 * 1024 * 1024;

/**
 * `POST /api/results/history`, the body being the tables of past Games as ZIP (see `readPastGames`). They take the place of
 * what was there. Answers 201 with how many Games and participations there are, and what could not be placed.
 */
export function mountSendHistory(app: FastifyInstance, room: ResultsRoom): void {
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    const config = { permission: 'results.history.write' };
    scope.post('/api/results/history', { config }, async ({ body }, reply) => {
      const bytes = await readBody(body as Readable | undefined, largestArchiveBytes);
      if (bytes.byteLength > largestArchiveBytes) throw problem('TOO_LARGE', 'The archive is larger than 16 MiB.');
      const read = readPastGames(bytes);
      if (!read.ok) throw problem('INVALID_INPUT', read.message, { remedy: read.remedy });
      const { records, unplaced } = read;
      const counts = { games: records.games.length, participations: records.participations.length };
      await runInTransaction(room.db, async (trx) => {
        await replacePastGames(trx, records);
        const subject = { kind: 'history', id: 'past-games' };
        await room.audit.record(trx, {
          actor: currentCall().actor,
          action: 'history.replaced',
          subject,
          details: counts,
        });
      });
      return reply.code(201).send({ ...counts, unplaced });
    });
  });
}

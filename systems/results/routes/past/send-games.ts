import type { Readable } from 'node:stream';
import { runInTransaction } from '@altis/database';
import type { FastifyInstance } from '@altis/http';
import { newId, problem } from '@altis/kernel';
import { resultsSettings } from '../../settings.ts';
import { findCompetition } from '../../store/competition.ts';
import { keepGamesImport } from '../../store/games-imports.ts';
import type { ResultsRoom } from '../intake/intake.ts';
import { readBody } from '../read-body.ts';
import { inOnePiece } from '../in-one-piece.ts';

const largestArchiveBytes = 64 * 1024 * 1024;

type Query = { competition?: unknown; file?: unknown; version?: unknown };

/**
 * `POST /api/results/games?competition=<code>&file=<name>`, the body being a Games as ZIP of CSV files (see
 * `readGamesArchive`). Answers 202 with a GamesImport; a job takes it in. `?version=` is that of its messages (default 1):
 * an archive that was put right needs a higher one.
 */
export function mountSendGames(app: FastifyInstance, room: ResultsRoom): void {
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    const config = { permission: 'results.games.import' };
    scope.post<{ Querystring: Query }>('/api/results/games', { config }, async ({ query, body }, reply) => {
      const competition = await requireCompetition(room, query.competition);
      const version = requireVersion(query.version);
      const bytes = await readBody(body as Readable | undefined, largestArchiveBytes);
      if (bytes.byteLength > largestArchiveBytes) throw problem('TOO_LARGE', 'The archive is larger than 64 MiB.');
      if (bytes.byteLength === 0) throw problem('INVALID_INPUT', 'The archive is empty.');
      const name = typeof query.file === 'string' && query.file !== '' ? query.file.slice(0, 200) : 'games.zip';
      const { id: object } = await room.storage.put(inOnePiece(bytes));
      const id = newId('import', room.clock.now());
      const kept = await runInTransaction(room.db, async (trx) => {
        await room.jobs.enqueue(trx, 'import-games', { import: id }, { title: name, key: id });
        return keepGamesImport(trx, { id, name, object, competition, version });
      });
      return reply.code(202).send(kept);
    });
  });
}

async function requireCompetition({ db, config }: ResultsRoom, told: unknown): Promise<string> {
  const known = config.section(resultsSettings).competition ?? (await findCompetition(db));
  if (known !== undefined && told !== undefined && told !== known) {
    throw problem('CONFLICT', `This installation holds the Games ${known}.`, {
      remedy: 'Start another one with a data folder of its own: an installation holds one Games.',
    });
  }
  if (known !== undefined) return known;
  if (typeof told === 'string' && /^[A-Za-z0-9_-]{1,20}$/.test(told)) return told;
  throw problem('INVALID_INPUT', 'It is not said under which code the Games are to be kept.', {
    remedy: 'Add ?competition=CODE, of up to 20 letters and digits.',
  });
}

function requireVersion(told: unknown): number {
  const version = Number(told ?? 1);
  if (Number.isInteger(version) && version >= 1 && version <= 1_000_000) return version;
  throw problem('INVALID_INPUT', 'The version is a whole number from 1 to 1,000,000.');
}

import { jsonb, type Database, type Selectable } from '@altis/database';
import type { ObjectId } from '@altis/storage';
import type { GamesImport } from '../contract/games-import.ts';
import type { ResultsTables } from './tables.ts';

/** An archive that was sent. */
export type SentArchive = {
  readonly id: string;
  readonly name: string;
  readonly object: ObjectId;
  readonly competition: string;
  /** Version that all of its messages have. */
  readonly version: number;
};

export async function keepGamesImport(db: Database<ResultsTables>, archive: SentArchive): Promise<GamesImport> {
  const row = await db
    .insertInto('game_import')
    .values({
      ...archive,
      state: 'waiting',
      done: 0,
      total: 0,
      outcomes: jsonb({}),
      unplaced: jsonb([]),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return present(row);
}

export async function findSentArchive(db: Database<ResultsTables>, id: string): Promise<SentArchive | undefined> {
  return db
    .selectFrom('game_import')
    .select(['id', 'name', 'object', 'competition', 'version'])
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function findGamesImport(db: Database<ResultsTables>, id: string): Promise<GamesImport | undefined> {
  const row = await db.selectFrom('game_import').selectAll().where('id', '=', id).executeTakeFirst();
  return row && present(row);
}

/** Writes down how far an import is. */
export async function tellGamesImport(
  db: Database<ResultsTables>,
  id: string,
  news: Partial<Pick<GamesImport, 'state' | 'done' | 'total' | 'outcomes' | 'unplaced' | 'reason' | 'remedy'>> & {
    readonly startedAt?: Date;
    readonly endedAt?: Date;
  },
): Promise<void> {
  const { outcomes, unplaced, startedAt, endedAt, ...rest } = news;
  await db
    .updateTable('game_import')
    .set({
      ...rest,
      ...(startedAt && { started_at: startedAt }),
      ...(endedAt && { ended_at: endedAt }),
      ...(outcomes && { outcomes: jsonb(outcomes) }),
      ...(unplaced && { unplaced: jsonb(unplaced) }),
    })
    .where('id', '=', id)
    .execute();
}

function present(row: Selectable<ResultsTables['game_import']>): GamesImport {
  const { id, name, competition, state, done, total, outcomes, unplaced, reason, remedy } = row;
  const times = {
    startedAt: row.started_at?.toISOString() ?? null,
    endedAt: row.ended_at?.toISOString() ?? null,
  };
  return { id, name, competition, state, done, total, ...times, outcomes, unplaced, reason, remedy };
}

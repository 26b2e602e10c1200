import { oc } from '@orpc/contract';
import * as z from 'zod';

const route = oc.$meta({ permission: 'results.games.import' });

/** How far an archive of a whole Games is taken in, and what of it could not be told. */
export const GamesImport = z.object({
  id: z.string(),
  /** Name of the file. */
  name: z.string(),
  competition: z.string(),
  state: z.enum(['waiting', 'running', 'done', 'refused']),
  /** Messages that were taken in, of how many. */
  done: z.number().int(),
  total: z.number().int(),
  startedAt: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
  /** What became of the messages: how many are new, duplicates, refused … */
  outcomes: z.record(z.string(), z.number().int()),
  /** What the archive has and no message tells, or tells in part. */
  unplaced: z.array(z.object({ reason: z.string(), count: z.number().int(), examples: z.array(z.string()) })),
  reason: z.string().nullable(),
  remedy: z.string().nullable(),
});
export type GamesImport = z.infer<typeof GamesImport>;

/**
 * A whole Games as one archive of CSV files is sent as bytes to `POST /api/results/games?competition=<code>&file=<name>`,
 * which answers 202 with a {@link GamesImport}; a job takes it in.
 */
export const gamesImports = {
  find: route
    .route({ method: 'GET', path: '/games/imports/{id}', summary: 'How far an archive of a Games is taken in' })
    .input(z.object({ id: z.string() }))
    .output(GamesImport)
    .errors({ NOT_FOUND: { status: 404, message: 'There is no such import.' } }),
};

import { sql, type Database } from '@altis/database';
import { messageOf, type Log } from '@altis/kernel';

/** Class number of the advisory locks that living runners hold; an arbitrary constant of ours. */
export const runnerLockClass = 1_095_519_315;

/** A number for this process, held as an advisory lock: PostgreSQL itself tells others when the process is gone. */
export interface Runner {
  readonly number: number;
  release(): Promise<void>;
}

/** Takes a number and holds its lock, on a connection of its own, until it is released. */
export async function claimRunner<Tables>(db: Database<Tables>, log: Log): Promise<Runner> {
  const { rows } = await sql<{ number: string }>`select nextval('jobs.runner')::text as number`.execute(db);
  const number = Number(rows[0]?.number) % 2_147_483_647;
  let released = false;
  let release: () => void = () => undefined;
  const until = new Promise<void>((resolve) => (release = resolve));

  const hold = (): Promise<void> =>
    db.connection().execute(async (connection) => {
      await sql`select pg_advisory_lock_shared(${runnerLockClass}::int, ${number}::int)`.execute(connection);
      held();
      // A connection that breaks rejects this query, and the lock is then taken anew.
      while (!released) {
        await Promise.race([until, new Promise((resolve) => setTimeout(resolve, 5_000).unref())]);
        await sql`select 1`.execute(connection);
      }
      await sql`select pg_advisory_unlock_all()`.execute(connection);
    });

  let held: () => void = () => undefined;
  const firstHold = new Promise<void>((resolve) => (held = resolve));
  const holding = (async () => {
    while (!released) {
      await hold().catch(async (error: unknown) => {
        log.warn({ reason: messageOf(error) }, 'The sign of life of this process was interrupted');
        await new Promise((resolve) => setTimeout(resolve, 500));
      });
    }
  })();
  await firstHold;

  return {
    number,
    async release() {
      released = true;
      release();
      await holding;
    },
  };
}

import { jsonb, type Database, type Selectable, type Transaction } from '@altis/database';
import type { Moment, MomentClip } from '../contract/moment.ts';
import type { MomentRow, Tables } from './tables.ts';

export type StoredMoment = Selectable<MomentRow>;
type Db = Database<Tables> | Transaction<Tables>;

export const findMoment = (db: Db, id: string): Promise<StoredMoment | undefined> =>
  db.selectFrom('moment').selectAll().where('id', '=', id).executeTakeFirst();

export const findMomentOfAction = (
  trx: Transaction<Tables>,
  session: string,
  actionId: string,
): Promise<StoredMoment | undefined> =>
  trx
    .selectFrom('moment')
    .selectAll()
    .where('session', '=', session)
    .where('action_id', '=', actionId)
    .executeTakeFirst();

export const listMoments = (db: Db, session: string, withWithdrawn: boolean): Promise<StoredMoment[]> =>
  db
    .selectFrom('moment')
    .selectAll()
    .where('session', '=', session)
    .$if(!withWithdrawn, (query) => query.where('state', '=', 'named'))
    .orderBy('in_frame')
    .orderBy('out_frame')
    .orderBy('id')
    .execute();

/** Writes a moment as it is now. Where `cut` names a job that cuts its clip (again), the old clip stays until then. */
export async function writeMoment(
  trx: Transaction<Tables>,
  moment: Moment,
  { trimmed, cut }: { readonly trimmed: boolean; readonly cut?: string | undefined },
): Promise<void> {
  const values = {
    state: moment.state,
    in_frame: moment.inFrame,
    out_frame: moment.outFrame,
    trimmed,
    moment: jsonb(moment),
    ...(cut === undefined ? {} : { clip_state: 'waiting' as const, clip_job: cut }),
  };
  await trx
    .insertInto('moment')
    .values({ id: moment.id, session: moment.session, action_id: moment.actionId, clip: null, ...values })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
    .execute();
}

export async function writeClip(trx: Transaction<Tables>, id: string, clip: MomentClip): Promise<void> {
  await trx
    .updateTable('moment')
    .set({ clip: jsonb(clip), clip_state: 'cut' })
    .where('id', '=', id)
    .execute();
}

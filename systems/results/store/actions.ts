import { jsonb, sql, type Database, type Selectable, type Transaction } from '@altis/database';
import type { Action, Source, UnitDetail } from '../contract/index.ts';
import type { ResultsTables } from './tables.ts';

type UnitAction = UnitDetail['actions'][number];

/** An action as it is kept: as the message stated it, and as it is known under the names of the register. */
export type ActionRow = {
  readonly position: number;
  readonly isCorrected: boolean;
  /** Version key of the message that says it. */
  readonly document: string;
  /** Id of the message that last changed it. */
  readonly changedBy: string;
  readonly codes: readonly string[];
  readonly stated: Action;
  readonly known: Action;
};

/** Writes an action as it stands now. */
export async function writeAction(trx: Transaction<ResultsTables>, action: ActionRow): Promise<void> {
  const row = {
    position: action.position,
    is_withdrawn: false,
    is_corrected: action.isCorrected,
    document: action.document,
    changed_by: action.changedBy,
    codes: action.codes,
    stated: jsonb(action.stated),
    known: jsonb(action.known),
  };
  await trx
    .insertInto('action')
    .values({ unit: action.known.unit, id: action.known.id, ...row })
    .onConflict((conflict) => conflict.columns(['unit', 'id']).doUpdateSet(row))
    .execute();
}

/** Notes that a message no longer has an action; it stays as it was. */
export async function withdrawAction(
  trx: Transaction<ResultsTables>,
  { unit, id }: Action,
  message: string,
): Promise<void> {
  await trx
    .updateTable('action')
    .set({ is_withdrawn: true, document: null, changed_by: message })
    .where('unit', '=', unit)
    .where('id', '=', id)
    .execute();
}

/** Brings place and document of the unchanged actions of a unit up to date. */
export async function placeActions(
  trx: Transaction<ResultsTables>,
  unit: string,
  places: readonly { readonly id: string; readonly document: string }[],
): Promise<void> {
  if (places.length === 0) return;
  await sql`
    update action set position = place.position, document = place.document
    from unnest(${places.map(({ id }) => id)}::text[], ${places.map(({ document }) => document)}::text[])
      with ordinality as place (id, document, position)
    where action.unit = ${unit} and action.id = place.id
      and (action.position, action.document) is distinct from (place.position, place.document)`.execute(trx);
}

export type KnownAction = { readonly known: Action; readonly isWithdrawn: boolean; readonly isCorrected: boolean };

/** The actions of a unit that were ever said, by id. */
export async function findActions(db: Database<ResultsTables>, unit: string): Promise<Map<string, KnownAction>> {
  const rows = await db
    .selectFrom('action')
    .select(['id', 'known', 'is_withdrawn', 'is_corrected'])
    .where('unit', '=', unit)
    .execute();
  return new Map(
    rows.map((row) => [row.id, { known: row.known, isWithdrawn: row.is_withdrawn, isCorrected: row.is_corrected }]),
  );
}

/** The actions that stand and name one of these participants or teams, or belong to one of these units. */
export async function findAffectedActions(
  db: Database<ResultsTables>,
  { codes, units }: { readonly codes: readonly string[]; readonly units: readonly string[] },
): Promise<Pick<Selectable<ResultsTables['action']>, 'codes' | 'stated' | 'known'>[]> {
  return db
    .selectFrom('action')
    .select(['codes', 'stated', 'known'])
    .where('is_withdrawn', '=', false)
    .where((where) => where.or([sql<boolean>`codes && ${codes}::text[]`, sql<boolean>`unit = any(${units}::text[])`]))
    .orderBy('unit')
    .orderBy('position')
    .execute();
}

/** Writes what is known of an action under new names. */
export async function renameAction(trx: Transaction<ResultsTables>, known: Action): Promise<void> {
  await trx
    .updateTable('action')
    .set({ known: jsonb(known) })
    .where('unit', '=', known.unit)
    .where('id', '=', known.id)
    .execute();
}

/** The play-by-play of a unit with the message that each action stands on, and what was withdrawn with the message that did. */
export async function listActions(
  db: Database<ResultsTables>,
  unit: string,
): Promise<{ actions: UnitAction[]; withdrawn: UnitAction[] }> {
  const rows = await db
    .selectFrom('action')
    .leftJoin('document', 'document.version_key', 'action.document')
    .innerJoin('message', (join) => join.on(sql<boolean>`message.id = coalesce(document.message, action.changed_by)`))
    .select(['action.known', 'action.is_withdrawn', 'action.is_corrected'])
    .select(['message.id as message', 'message.document_type', 'message.version', 'message.sent_at'])
    .where('action.unit', '=', unit)
    .orderBy('action.position')
    .orderBy('action.id')
    .execute();
  const present = (row: (typeof rows)[number]): UnitAction => ({
    ...row.known,
    source: sourceOf(row),
    isCorrected: row.is_corrected,
  });
  return {
    actions: rows.filter((row) => !row.is_withdrawn).map(present),
    withdrawn: rows.filter((row) => row.is_withdrawn).map(present),
  };
}

function sourceOf(row: { message: string; document_type: string; version: number; sent_at: string | null }): Source {
  return { message: row.message, documentType: row.document_type, version: row.version, issuedAt: row.sent_at ?? '' };
}

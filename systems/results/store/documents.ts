import { jsonb, sql, type Database, type Transaction } from '@altis/database';
import { readAction, rootPlace, type ActionSheet, type ActionState, type VersionStamp } from '@altis/odf';
import type { UnitRemark } from '../domain/unit-summary.ts';
import type { UnitResults } from '../domain/unit-results.ts';
import type { DocumentContent, PlayByPlaySheet, ResultsTables } from './tables.ts';

/** The newest message of its key about a unit. */
export type UnitDocument = VersionStamp & {
  readonly versionKey: string;
  readonly unit: string;
  readonly period: string | null;
  readonly message: string;
  readonly codes: readonly string[];
} & (
    | { readonly kind: 'results'; readonly content: UnitResults }
    | { readonly kind: 'play-by-play'; readonly content: PlayByPlaySheet }
  );

/** Puts a document in the place of the one of its key. */
export async function writeDocument(trx: Transaction<ResultsTables>, document: UnitDocument): Promise<void> {
  const row = {
    period: document.period,
    version: document.version,
    digest: document.digest,
    sent_at: document.sentAt,
    message: document.message,
    codes: document.codes,
    content: jsonb<DocumentContent>(document.content),
  };
  await trx
    .insertInto('document')
    .values({ version_key: document.versionKey, unit: document.unit, kind: document.kind, ...row })
    .onConflict((conflict) => conflict.column('version_key').doUpdateSet(row))
    .execute();
}

/** The documents of a unit, those sent last first. */
export async function findDocuments(
  db: Database<ResultsTables>,
  unit: string,
  kind?: UnitDocument['kind'],
): Promise<UnitDocument[]> {
  let query = db
    .selectFrom('document')
    .selectAll()
    .where('unit', '=', unit)
    .orderBy('sent_at', 'desc')
    .orderBy('version_key', 'desc');
  if (kind !== undefined) query = query.where('kind', '=', kind);
  const rows = await query.execute();
  return rows.map(
    ({ version_key: versionKey, sent_at: sentAt, ...rest }) =>
      // Its kind and its content were written together by writeDocument.
      ({ ...rest, versionKey, sentAt }) as UnitDocument,
  );
}

/** What the documents of units say of the units themselves, by unit, those sent last first. */
export async function findRemarks(
  db: Database<ResultsTables>,
  units: readonly string[],
): Promise<Map<string, UnitRemark[]>> {
  const remarks = new Map<string, UnitRemark[]>();
  if (units.length === 0) return remarks;
  const { rows } = await sql<UnitRemark & { unit: string }>`
    select unit, kind, content->>'status' as status, content->'about' as about
    from document where unit = any(${units})
    order by sent_at desc, version_key desc`.execute(db);
  for (const { unit, ...remark } of rows) remarks.set(unit, [...(remarks.get(unit) ?? []), remark]);
  return remarks;
}

/** Units whose results or play-by-play name one of these participants or teams. */
export async function findUnitsNaming(db: Database<ResultsTables>, codes: readonly string[]): Promise<string[]> {
  if (codes.length === 0) return [];
  const rows = await db
    .selectFrom('document')
    .select('unit')
    .distinct()
    .where('codes', '&&', sql<readonly string[]>`${codes}::text[]`)
    .execute();
  return rows.map(({ unit }) => unit);
}

/** The play-by-play documents of a unit in the form in which the library merges them. */
export function actionState(documents: readonly UnitDocument[]): ActionState {
  const sheets = documents.flatMap((document): [string, ActionSheet][] => {
    if (document.kind !== 'play-by-play') return [];
    const { versionKey, version, digest, sentAt, period, content } = document;
    const actions = content.actions.map((element) => readAction(rootPlace(element, [])));
    return [[versionKey, { version, digest, sentAt, period: period ?? undefined, actions }]];
  });
  return { subject: undefined, sheets: Object.fromEntries(sheets) };
}

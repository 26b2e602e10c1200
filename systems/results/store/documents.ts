import { jsonb, sql, type Database, type Selectable, type Transaction } from '@altis/database';
import {
  readAction,
  rootPlace,
  timeAsWritten,
  type ActionSheet,
  type ActionState,
  type VersionStamp,
} from '@altis/odf';
import type { LocalName, Source, UnitSummary } from '../contract/index.ts';
import { venueTopic, type DocumentContent } from '../domain/document-content.ts';
import type { PictureFacts } from '../domain/pictures.ts';
import type { UnitResults } from '../domain/unit-results.ts';
import { settingTopicsOf } from '../domain/unit-settings.ts';
import type { KeptUnit, UnitRemark } from '../domain/unit-summary.ts';
import type { ResultsTables } from './tables.ts';

/** The newest message of its key about a unit, phase, event, discipline or venue. */
export type HeldDocument = VersionStamp & {
  readonly versionKey: string;
  readonly documentType: string;
  /** DocumentCode. */
  readonly subject: string;
  readonly period: string | null;
  readonly logicalDate: string;
  readonly message: string;
  /** Participants and teams that it names. */
  readonly codes: readonly string[];
  /** Units, events and venues that it speaks of. */
  readonly about: readonly string[];
} & DocumentContent;

/** A document of some kinds. */
export type DocumentOf<Kind extends DocumentContent['kind']> = Extract<HeldDocument, { kind: Kind }>;

/** What a document said that another took the place of. */
export type FormerDocument = {
  readonly about: readonly string[];
  /** The results, where they were official. */
  readonly official: UnitResults | null;
};

/** Puts a document in the place of the one of its key, and returns that. */
export async function writeDocument(
  trx: Transaction<ResultsTables>,
  document: HeldDocument,
): Promise<FormerDocument | undefined> {
  const row = {
    document_type: document.documentType,
    period: document.period,
    version: document.version,
    digest: document.digest,
    sent_at: document.sentAt,
    logical_date: document.logicalDate,
    message: document.message,
    // Sorted, so that their index is only touched when others are named.
    codes: document.codes.toSorted(),
    about: document.about,
    content: jsonb<DocumentContent['content']>(document.content),
  };
  // The query around the statement sees what was there before it (PostgreSQL manual, 7.8.4).
  return trx
    .with('written', (query) =>
      query
        .insertInto('document')
        .values({ version_key: document.versionKey, subject: document.subject, kind: document.kind, ...row })
        .onConflict((conflict) => conflict.column('version_key').doUpdateSet(row)),
    )
    .selectFrom('document')
    .select('about')
    .select(
      sql<UnitResults | null>`case when kind = 'results' and content->>'status' = 'OFFICIAL' then content end`.as(
        'official',
      ),
    )
    .where('version_key', '=', document.versionKey)
    .executeTakeFirst();
}

/** Documents of these kinds with that DocumentCode, those sent last first. */
export async function findDocuments<Kind extends DocumentContent['kind']>(
  db: Database<ResultsTables>,
  subjects: readonly string[],
  kinds: readonly Kind[],
): Promise<DocumentOf<Kind>[]> {
  if (subjects.length === 0) return [];
  const rows = await listed(db).where('subject', 'in', subjects).where('kind', 'in', kinds).execute();
  return rows.map(documentOf<Kind>);
}

/** A document without what the play-by-play has made actions of. */
export type DocumentOfUnit = DocumentOf<Exclude<DocumentContent['kind'], 'play-by-play'>> | SidesDocument;
type SidesDocument = Omit<DocumentOf<'play-by-play'>, 'content'> & {
  readonly content: Omit<DocumentOf<'play-by-play'>['content'], 'actions'>;
};

/** A unit with everything that speaks of it, of its venue or its discipline, those sent last first; in one query. */
export async function findUnitDocuments(
  db: Database<ResultsTables>,
  rsc: string,
): Promise<{ unit: UnitSummary; documents: DocumentOfUnit[] } | undefined> {
  const kinds = [
    'results',
    'current',
    'play-by-play',
    'statistics',
    'communication',
    'weather',
    'configuration',
    'images',
  ];
  const discipline = `${rsc.slice(0, 3)}${'-'.repeat(31)}`;
  const { rows } = await sql<{ summary: KeptUnit; event_name: LocalName | null; documents: DocumentOfUnit[] }>`
    select unit.summary, event.summary->'name' as event_name, (
      select coalesce(json_agg(json_build_object(
        'versionKey', version_key, 'documentType', document_type, 'subject', subject, 'kind', kind, 'period', period,
        'version', version, 'digest', digest, 'sentAt', sent_at, 'logicalDate', logical_date, 'message', message,
        'codes', codes, 'about', about, 'content', case kind when 'play-by-play' then content - 'actions' else content end
      ) order by sent_at desc, version_key desc), '[]')
      from document
      where about && (${settingTopicsOf(rsc)}::text[] || array[${rsc}, ${discipline}, ${venueTopic('')} || coalesce(unit.venue, '')])
        and kind = any(${kinds})
    ) as documents
    from unit left join event on event.rsc = unit.event where unit.rsc = ${rsc}`.execute(db);
  const [row] = rows;
  return row && { unit: { ...row.summary, eventName: row.event_name ?? {} }, documents: row.documents };
}

/** Documents of these kinds that speak of one of these units, events or venues, those sent last first. */
export async function findDocumentsAbout<Kind extends DocumentContent['kind']>(
  db: Database<ResultsTables>,
  about: readonly string[],
  kinds: readonly Kind[],
): Promise<DocumentOf<Kind>[]> {
  if (about.length === 0) return [];
  const rows = await listed(db)
    .where('about', '&&', sql<readonly string[]>`${about}::text[]`)
    .where('kind', 'in', kinds)
    .execute();
  return rows.map(documentOf<Kind>);
}

/** The pictures of a message, while it holds. */
export async function findPictures(db: Database<ResultsTables>, message: string): Promise<readonly PictureFacts[]> {
  const row = await listed(db).where('kind', '=', 'images').where('message', '=', message).executeTakeFirst();
  return row === undefined ? [] : documentOf<'images'>(row).content;
}

/** All documents of a kind, those sent last first. */
export async function listDocuments<Kind extends DocumentContent['kind']>(
  db: Database<ResultsTables>,
  kind: Kind,
): Promise<DocumentOf<Kind>[]> {
  return (await listed(db).where('kind', '=', kind).execute()).map(documentOf<Kind>);
}

/** What documents about units say of the units themselves, by unit, those sent last first. */
export async function findRemarks(
  db: Database<ResultsTables>,
  units: readonly string[],
): Promise<Map<string, UnitRemark[]>> {
  if (units.length === 0) return new Map();
  const { rows } = await sql<UnitRemark & { unit: string }>`
    select subject as unit, kind, message, sent_at as "sentAt", content->>'status' as status, content->'about' as about,
      content->>'home' as home, content->>'away' as away
    from document where subject = any(${units}) and kind in ('results', 'current', 'play-by-play')
    order by sent_at desc, version_key desc`.execute(db);
  return Map.groupBy(rows, ({ unit }) => unit);
}

/** What documents about units, phases and events name participants and teams: their DocumentCodes. */
export async function findSubjectsNaming(
  db: Database<ResultsTables>,
  codes: readonly string[],
): Promise<Pick<HeldDocument, 'subject' | 'kind'>[]> {
  if (codes.length === 0) return [];
  return db
    .selectFrom('document')
    .select(['subject', 'kind'])
    .distinct()
    .where('codes', '&&', sql<readonly string[]>`${codes}::text[]`)
    .execute();
}

/** The message that a document is, as the source of what it says. */
export function sourceOf({
  message,
  documentType,
  version,
  sentAt,
}: Pick<HeldDocument, 'message' | 'documentType' | 'version' | 'sentAt'>): Source {
  return { message, documentType, version, issuedAt: timeAsWritten(sentAt) };
}

/** The play-by-play documents of a unit in the form in which the library merges them. */
export function actionState(documents: readonly DocumentOf<'play-by-play'>[]): ActionState {
  const sheets = documents.map((document): [string, ActionSheet] => {
    const { versionKey, version, digest, sentAt, period, content } = document;
    const actions = content.actions.map((element) => readAction(rootPlace(element, [])));
    return [versionKey, { version, digest, sentAt, period: period ?? undefined, actions }];
  });
  return { subject: undefined, sheets: Object.fromEntries(sheets) };
}

function listed(db: Database<ResultsTables>) {
  return db.selectFrom('document').selectAll().orderBy('sent_at', 'desc').orderBy('version_key', 'desc');
}

function documentOf<Kind extends DocumentContent['kind']>(
  row: Selectable<ResultsTables['document']>,
): DocumentOf<Kind> {
  const { version_key: versionKey, document_type: documentType, sent_at: sentAt, ...rest } = row;
  const { logical_date: logicalDate, ...same } = rest;
  // Its kind and its content were written together by writeDocument, and the query asked for the kind.
  return { ...same, versionKey, documentType, sentAt, logicalDate } as unknown as DocumentOf<Kind>;
}

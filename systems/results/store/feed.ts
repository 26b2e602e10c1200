import { sql, type Database, type Transaction } from '@altis/database';
import type { FeedGap, FeedSource } from '../contract/index.ts';
import type { ResultsTables } from './tables.ts';

/** After so many, a key is taken not to be numbered one by one: clocks are used as versions, too. */
const longestGap = 100;

/** What a version shows about those before it. */
export type Sequence = { readonly isLate: boolean; readonly hasChanged: boolean };

/** Notes versions that a message skips, or that it fills a gap. To be called before the message is in the log. */
export async function noteGaps(
  trx: Transaction<ResultsTables>,
  { versionKey, version, message, at }: { versionKey: string; version: number; message: string; at: Date },
): Promise<Sequence> {
  const { rows } = await sql<Sequence>`
    with held as (
      select max(version) as version from message where version_key = ${versionKey} and outcome in ('new', 'replaces')
    ), opened as (
      insert into feed_gap (version_key, version, opened_by, opened_at)
      select ${versionKey}, missing, ${message}, ${at}
      from held, generate_series(held.version + 1, least(${version}::bigint - 1, held.version + ${longestGap})) as missing
      where ${version}::bigint - held.version <= ${longestGap + 1}
      on conflict do nothing returning 1
    ), closed as (
      update feed_gap set closed_by = ${message}, closed_at = ${at}
      where version_key = ${versionKey} and version = ${version} and closed_at is null returning 1
    )
    select coalesce(${version}::bigint < (select version from held), false) as "isLate",
      exists (select from opened) or exists (select from closed) as "hasChanged"`.execute(trx);
  return rows[0] ?? { isLate: false, hasChanged: false };
}

/** A source as the log has it; its state follows from the clock. */
export type SourceRow = Pick<
  FeedSource,
  'source' | 'feed' | 'lastDocumentType' | 'messages' | 'late' | 'lagMs' | 'disciplines'
> & {
  readonly lastAt: Date;
  /** Keep-alives, the newest first. */
  readonly beats: readonly Date[];
  readonly isClosed: boolean;
  readonly minutes: FeedSource['minutes'];
  readonly venues: readonly { readonly code: string; readonly name: string | null }[];
};

/** A lag of more than ten minutes is none of the line: the message was recorded and loaded afterwards. */
const isLive = sql`abs(lag_ms) <= 600000`;

/** All systems that ever sent, with what they sent since an instant. */
export async function listSources(db: Database<ResultsTables>, since: Date): Promise<SourceRow[]> {
  const of = sql`message.feed = line.feed and message.source = line.source`;
  const { rows } = await sql<
    Omit<SourceRow, 'lagMs' | 'beats'> & { lags: readonly (number | null)[] | null; beats: string[] | null }
  >`
    select line.feed, line.source, last.received_at as "lastAt", last.document_type as "lastDocumentType",
      coalesce(spoken.document_type = 'DT_LOCAL_OFF', false) as "isClosed",
      recent.messages::int, recent.late::int, recent.lags,
      coalesce(recent.minutes, '[]') as minutes, beats.beats, coalesce(places.venues, '[]') as venues,
      coalesce(places.disciplines, '[]') as disciplines
    from feed_source as line
    cross join lateral (
      select received_at, document_type from message where ${of} order by received_at desc limit 1
    ) as last
    left join lateral (
      select document_type from message where ${of} and document_type in ('DT_KA', 'DT_PING', 'DT_LOCAL_ON', 'DT_LOCAL_OFF')
      order by received_at desc limit 1
    ) as spoken on true
    left join lateral (
      select json_agg(received_at order by received_at desc) as beats from (
        select received_at from message
        where ${of} and document_type in ('DT_KA', 'DT_PING')
        order by received_at desc limit 12) as beat
    ) as beats on true
    left join lateral (
      select coalesce(sum(messages), 0) as messages, coalesce(sum(late), 0) as late,
        json_agg(json_build_object('at', minute, 'messages', messages, 'lagMs', lag) order by minute) as minutes,
        (select percentile_cont(array[0.5, 0.95]) within group (order by lag_ms) from message
          where ${of} and received_at > ${since} and ${isLive}) as lags
      from (
        select to_char(date_trunc('minute', received_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:00.000"Z"') as minute,
          count(*) as messages, count(*) filter (where is_late) as late,
          round(percentile_cont(0.5) within group (order by lag_ms) filter (where ${isLive})) as lag
        from message where ${of} and received_at > ${since} group by 1
      ) as minutes
    ) as recent on true
    left join lateral (
      select json_agg(json_build_object('code', venue, 'name', name) order by venue) as venues,
        (select json_agg(distinct code) from unnest(string_to_array(string_agg(codes, ' '), ' ')) as code) as disciplines
      from (
        select unit.venue, max(unit.summary->>'venueName') as name, string_agg(distinct left(unit.rsc, 3), ' ') as codes
        from (
          select distinct document_code from (
            select document_code from message where ${of} order by received_at desc limit 100) as newest
        ) as subject
        join unit on unit.rsc = subject.document_code where unit.venue is not null group by 1
      ) as venue
    ) as places on true
    order by line.feed, line.source`.execute(db);
  return rows.map(({ lags, beats, ...row }) => ({
    ...row,
    lagMs: lagsOf(lags),
    beats: (beats ?? []).map((beat) => new Date(beat)),
  }));
}

function lagsOf(lags: readonly (number | null)[] | null): FeedSource['lagMs'] {
  const [p50, p95] = lags ?? [];
  return typeof p50 === 'number' && typeof p95 === 'number' ? { p50: Math.round(p50), p95: Math.round(p95) } : null;
}

/** Versions that were skipped and have not come, or have come after all; the newest first. */
export async function listGaps(
  db: Database<ResultsTables>,
  state: 'open' | 'closed',
  limit: number,
): Promise<FeedGap[]> {
  const rows = await db
    .selectFrom('feed_gap')
    .innerJoin('message', 'message.id', 'feed_gap.opened_by')
    .select(['message.document_type', 'message.document_subcode', 'message.document_code', 'message.source'])
    .select(['feed_gap.version', 'opened_by', 'opened_at', 'closed_by', 'closed_at'])
    .where('closed_at', state === 'open' ? 'is' : 'is not', null)
    .orderBy(state === 'open' ? 'opened_at' : 'closed_at', 'desc')
    .orderBy('feed_gap.version_key')
    .orderBy('feed_gap.version')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    documentType: row.document_type,
    documentSubcode: row.document_subcode,
    documentCode: row.document_code,
    source: row.source,
    version: row.version,
    openedAt: row.opened_at.toISOString(),
    openedBy: row.opened_by,
    closedAt: row.closed_at?.toISOString() ?? null,
    closedBy: row.closed_by,
  }));
}

/** How many versions are missing, messages are refused, and came from the test feed since an instant. */
export async function countFeed(
  db: Database<ResultsTables>,
  since: Date,
): Promise<{ openGaps: number; refused: number; test: number }> {
  const { rows } = await sql<{ openGaps: number; refused: number; test: number }>`
    select (select count(*) from feed_gap where closed_at is null) as "openGaps",
      (select count(*) from message where outcome = 'refused') as refused,
      (select count(*) from message where received_at > ${since} and feed = 'test') as test`.execute(db);
  return rows[0] ?? { openGaps: 0, refused: 0, test: 0 };
}

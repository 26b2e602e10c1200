import { jsonb, sql, type Database, type Transaction } from '@altis/database';
import type { Clip } from './generate-clips.ts';
import type { Question } from './query-classes.ts';

/** PostgreSQL's own text search over the same texts, set up as its manual advises (section 12.2.2): a stored, weighted tsvector. */
export async function createPeer(db: Database<unknown>): Promise<void> {
  await sql`
    create table peer (
      id text primary key, title text, body text, facets text[], date_ms bigint,
      tokens tsvector generated always as (
        setweight(to_tsvector('simple'::regconfig, title), 'A') || to_tsvector('simple'::regconfig, body)) stored
    )`.execute(db);
  await sql`create index peer_tokens on peer using gin (tokens)`.execute(db);
  await sql`create index peer_facets on peer using gin (facets)`.execute(db);
  await sql`create index peer_date on peer (date_ms desc)`.execute(db);
}

export async function importIntoPeer(trx: Transaction<unknown>, clips: readonly Clip[]): Promise<void> {
  const rows = clips.map((clip) => ({
    id: clip.id,
    title: Object.values(clip.title).join('\n'),
    body: [clip.names, ...Object.values(clip.text)].join('\n'),
    facets: Object.entries(clip.facets).flatMap(([facet, values]) => values.map((value) => `${facet}=${value}`)),
    date_ms: clip.dateMs,
  }));
  await sql`
    insert into peer (id, title, body, facets, date_ms)
    select * from jsonb_to_recordset(${jsonb(rows)}) as row (id text, title text, body text, facets text[], date_ms bigint)`.execute(
    trx,
  );
}

/** The same answer as ours gives, less the highlights: the first 50 by rank, the total, and counts of facet values. */
export async function peerSearch(db: Database<unknown>, question: Question): Promise<void> {
  const facets = Object.entries(question.filters ?? {}).flatMap(([facet, values]) =>
    values.map((value) => `${facet}=${value}`),
  );
  const order = question.order === 'newest' ? sql`date_ms desc` : sql`ts_rank(tokens, query) desc`;
  await sql`
    with matching as materialized (
      select id, date_ms, facets, tokens, query from peer, websearch_to_tsquery('simple'::regconfig, ${question.text}) as query
      where tokens @@ query ${facets.length > 0 ? sql`and facets @> ${facets}` : sql``}
    )
    select (select count(*) from matching) as total,
      (select json_agg(id) from (select id from matching order by ${order} limit 50) as page) as items,
      (select json_agg(counted) from (
        select facet, count(*) from matching, unnest(facets) as facet group by facet order by count(*) desc limit 200
      ) as counted) as facets`.execute(db);
}

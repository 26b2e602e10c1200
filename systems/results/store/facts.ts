import { sql, type Database, type Selectable, type Transaction } from '@altis/database';
import type { DeltaState, Strand, Telling } from '@altis/odf';
import type { Fact, Source } from '../contract/index.ts';
import { compareFacts } from '../domain/compare-facts.ts';
import type { Register } from '../domain/register.ts';
import { findRegister } from './register.ts';
import type { FactsTables } from './facts-tables.ts';
import type { ResultsTables } from './tables.ts';

export type FactRow = Selectable<FactsTables['fact']>;

const batchSize = 500;

/** A telling, with how far its strand of the subject was told before. */
export type FreshTelling = { readonly telling: Telling; readonly state: DeltaState | undefined };

/** Keeps tellings, of each subject one; returns those that were not there yet. Of a key and version the first one stays. */
export async function keepTellings(
  trx: Transaction<ResultsTables>,
  tellings: readonly Telling[],
): Promise<FreshTelling[]> {
  const states = new Map<string, DeltaState | undefined>();
  for (const batch of inBatches(tellings)) {
    const rows = await trx
      .with('told', (query) =>
        query
          .insertInto('telling')
          .values(
            batch.map(({ subject, said, versionKey, version, sentAt, message }) => ({
              subject,
              strand: said.kind,
              version_key: versionKey,
              version,
              sent_at: sentAt,
              message,
              said: JSON.stringify(said),
            })),
          )
          .onConflict((conflict) => conflict.doNothing())
          .returning(['subject', 'strand']),
      )
      .selectFrom('told')
      .leftJoin('fact_state', (join) =>
        join.onRef('fact_state.subject', '=', 'told.subject').onRef('fact_state.strand', '=', 'told.strand'),
      )
      .select(['told.subject', 'fact_state.state'])
      .execute();
    for (const { subject, state } of rows) states.set(subject, state ?? undefined);
  }
  return tellings.flatMap((telling) =>
    states.has(telling.subject) ? [{ telling, state: states.get(telling.subject) }] : [],
  );
}

/** Everything that was told of a subject in one strand. */
export async function findTellings(db: Database<ResultsTables>, subject: string, strand: Strand): Promise<Telling[]> {
  const rows = await db
    .selectFrom('telling')
    .selectAll()
    .where('subject', '=', subject)
    .where('strand', '=', strand)
    .execute();
  return rows.map(tellingOf);
}

function tellingOf({
  version_key: versionKey,
  sent_at: sentAt,
  subject,
  version,
  message,
  said,
}: Selectable<FactsTables['telling']>): Telling {
  return { versionKey, version, sentAt, subject, message, said };
}

/** Everything that was told in one strand by documents of these keys. */
export async function findTellingsOfKeys(
  db: Database<ResultsTables>,
  versionKeys: readonly string[],
  strand: Strand,
): Promise<Telling[]> {
  const rows = await db
    .selectFrom('telling')
    .selectAll()
    .where(sql<boolean>`version_key = any(${versionKeys}::text[])`)
    .where('strand', '=', strand)
    .execute();
  return rows.map(tellingOf);
}

/** The strands in which something was told of subjects. */
export async function findStrands(
  db: Database<ResultsTables>,
  subjects: readonly string[],
): Promise<{ subject: string; strand: Strand }[]> {
  if (subjects.length === 0) return [];
  return db
    .selectFrom('fact_state')
    .select(['subject', 'strand'])
    .where(sql<boolean>`subject = any(${subjects}::text[])`)
    .execute();
}

/** Facts by id. */
export async function findFacts(db: Database<ResultsTables>, ids: readonly string[]): Promise<Map<string, FactRow>> {
  const facts = new Map<string, FactRow>();
  for (const batch of inBatches(ids)) {
    const rows = await db
      .selectFrom('fact')
      .selectAll()
      .where(sql<boolean>`id = any(${batch}::text[])`)
      .execute();
    for (const row of rows) facts.set(row.id, row);
  }
  return facts;
}

/** Facts of a subject that come from one strand. */
export async function findFactsOfStrand(
  db: Database<ResultsTables>,
  subject: string,
  strand: Strand,
): Promise<FactRow[]> {
  return db.selectFrom('fact').selectAll().where('subject', '=', subject).where('strand', '=', strand).execute();
}

/** Facts as they are told from now on, those that are no more, and how far a strand is told by subject. */
export type FactsTold = {
  readonly told: readonly FactRow[];
  readonly withdrawn: readonly FactRow[];
  readonly strand: Strand;
  readonly states: ReadonlyMap<string, DeltaState>;
};

/** Writes what follows from tellings; in one statement, whose text is always the same, since every result comes by here. */
export async function writeFacts(
  trx: Transaction<ResultsTables>,
  { told, withdrawn, strand, states }: FactsTold,
): Promise<void> {
  const subjects = [...states.keys()];
  const texts = Array.from(states.values(), (state) => JSON.stringify(state));
  await sql`
    with state as (
      insert into fact_state (subject, strand, state)
      select subject, ${strand}, state::json from unnest(${subjects}::text[], ${texts}::text[]) as each (subject, state)
      on conflict (subject, strand) do update set state = excluded.state
    ), gone as (
      delete from fact where id = any(${withdrawn.map(({ id }) => id)}::text[])
    )
    insert into fact select each.* from json_populate_recordset(null::fact, ${JSON.stringify(told)}::json) as each
    on conflict (id) do update set at = excluded.at, competitor = excluded.competitor, position = excluded.position,
      value = excluded.value, rank = excluded.rank, previous = excluded.previous, message = excluded.message`.execute(
    trx,
  );
}

/**
 * What happened in units, or of phases and events: newest first, under the names of the register. As one value, put together
 * in the database: a unit has hundreds of facts, and everybody who opens its page reads them.
 */
export async function listFacts(db: Database<ResultsTables>, subjects: readonly string[]): Promise<Fact[]> {
  const { rows } = await sql<{ facts: Fact[] }>`
    select coalesce(json_agg(json_build_object(
      'id', fact.id, 'kind', fact.kind, 'unit', fact.subject,
      'at', to_char(fact.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'competitor', fact.competitor,
      'name', coalesce(team.facts->>'name', participant.facts->'name'->>'tv'),
      'organisation', coalesce(team.organisation, participant.organisation),
      'position', fact.position, 'value', fact.value, 'rank', fact.rank, 'previous', fact.previous,
      'source', json_build_object('message', message.id, 'documentType', message.document_type,
        'version', message.version, 'issuedAt', coalesce(message.sent_at, '')))), '[]') as facts
    from fact join message on message.id = fact.message
    left join team on team.code = fact.competitor
    left join participant on participant.code = fact.competitor
    where fact.subject = any(${subjects}::text[])`.execute(db);
  return (rows[0]?.facts ?? []).sort(compareFacts).reverse();
}

/** Facts under the names of the register, with the messages that they come from; `present` is the one being taken in. */
export async function presentFacts(
  db: Database<ResultsTables>,
  facts: readonly FactRow[],
  present?: Source,
): Promise<Fact[]> {
  if (facts.length === 0) return [];
  const codes = facts.flatMap(({ competitor }) => (competitor === null ? [] : [competitor]));
  const register = await findRegister(db, [...new Set(codes)]);
  const sources = await findSources(db, facts, present);
  return facts.flatMap((fact) => {
    const source = sources.get(fact.message);
    return source === undefined ? [] : [presentFact(fact, source, register)];
  });
}

function presentFact(fact: FactRow, source: Source, { participants, teams }: Register): Fact {
  const { id, kind, subject: unit, at, competitor, position, value, rank, previous } = fact;
  const [person, team] = [participants.get(competitor ?? ''), teams.get(competitor ?? '')];
  const name = team?.name ?? person?.name.tv ?? null;
  const organisation = team?.organisation ?? person?.organisation ?? null;
  const about = { competitor, name, organisation, position, value, rank, previous };
  return { id, kind, unit, at: at.toISOString(), ...about, source };
}

async function findSources(
  db: Database<ResultsTables>,
  facts: readonly FactRow[],
  present: Source | undefined,
): Promise<Map<string, Source>> {
  const sources = new Map(present === undefined ? [] : [[present.message, present]]);
  const others = [...new Set(facts.map(({ message }) => message))].filter((message) => !sources.has(message));
  for (const batch of inBatches(others)) {
    const rows = await db
      .selectFrom('message')
      .select(['id', 'document_type', 'version', 'sent_at'])
      .where('id', 'in', batch)
      .execute();
    for (const { id: message, document_type: documentType, version, sent_at: sentAt } of rows) {
      sources.set(message, { message, documentType, version, issuedAt: sentAt ?? '' });
    }
  }
  return sources;
}

function* inBatches<Item>(items: readonly Item[]): Generator<Item[]> {
  for (let from = 0; from < items.length; from += batchSize) yield items.slice(from, from + batchSize);
}

import type { Database, Selectable, Transaction } from '@altis/database';
import type { DeltaState, Strand, Telling } from '@altis/odf';
import { FactKind, type Fact, type Source } from '../contract/index.ts';
import type { Register } from '../domain/register.ts';
import { findRegister } from './register.ts';
import type { FactsTables } from './facts-tables.ts';
import type { ResultsTables } from './tables.ts';

export type FactRow = Selectable<FactsTables['fact']>;

const batchSize = 500;

/** Keeps tellings; returns those that were not there yet. Of a key and version the first one stays. */
export async function keepTellings(trx: Transaction<ResultsTables>, tellings: readonly Telling[]): Promise<Telling[]> {
  const kept = new Set<string>();
  for (const batch of inBatches(tellings)) {
    const rows = await trx
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
      .returning('subject')
      .execute();
    for (const { subject } of rows) kept.add(subject);
  }
  return tellings.filter(({ subject }) => kept.has(subject));
}

/** Everything that was told of a subject in one strand. */
export async function findTellings(db: Database<ResultsTables>, subject: string, strand: Strand): Promise<Telling[]> {
  const rows = await db
    .selectFrom('telling')
    .selectAll()
    .where('subject', '=', subject)
    .where('strand', '=', strand)
    .execute();
  return rows.map(({ version_key: versionKey, version, sent_at: sentAt, message, said }) => {
    return { versionKey, version, sentAt, subject, message, said };
  });
}

/** How far a strand of these subjects is told. */
export async function findFactStates(
  db: Database<ResultsTables>,
  subjects: readonly string[],
  strand: Strand,
): Promise<Map<string, DeltaState>> {
  const states = new Map<string, DeltaState>();
  for (const batch of inBatches(subjects)) {
    const rows = await db
      .selectFrom('fact_state')
      .select(['subject', 'state'])
      .where('strand', '=', strand)
      .where('subject', 'in', batch)
      .execute();
    for (const { subject, state } of rows) states.set(subject, state);
  }
  return states;
}

export async function writeFactStates(
  trx: Transaction<ResultsTables>,
  strand: Strand,
  states: ReadonlyMap<string, DeltaState>,
): Promise<void> {
  for (const batch of inBatches([...states])) {
    await trx
      .insertInto('fact_state')
      .values(batch.map(([subject, state]) => ({ subject, strand, state: JSON.stringify(state) })))
      .onConflict((conflict) =>
        conflict.columns(['subject', 'strand']).doUpdateSet((set) => ({ state: set.ref('excluded.state') })),
      )
      .execute();
  }
}

/** Facts by id. */
export async function findFacts(db: Database<ResultsTables>, ids: readonly string[]): Promise<Map<string, FactRow>> {
  const facts = new Map<string, FactRow>();
  for (const batch of inBatches(ids)) {
    const rows = await db.selectFrom('fact').selectAll().where('id', 'in', batch).execute();
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

/** Writes facts as they are told now. */
export async function writeFacts(trx: Transaction<ResultsTables>, facts: readonly FactRow[]): Promise<void> {
  for (const batch of inBatches(facts)) {
    await trx
      .insertInto('fact')
      .values(batch)
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet((set) => ({
          at: set.ref('excluded.at'),
          competitor: set.ref('excluded.competitor'),
          position: set.ref('excluded.position'),
          value: set.ref('excluded.value'),
          rank: set.ref('excluded.rank'),
          previous: set.ref('excluded.previous'),
          message: set.ref('excluded.message'),
        })),
      )
      .execute();
  }
}

/** Takes facts away. */
export async function deleteFacts(trx: Transaction<ResultsTables>, ids: readonly string[]): Promise<void> {
  for (const batch of inBatches(ids)) await trx.deleteFrom('fact').where('id', 'in', batch).execute();
}

/** What happened in units, or of phases and events: newest first, under the names of the register. */
export async function listFacts(db: Database<ResultsTables>, subjects: readonly string[]): Promise<Fact[]> {
  const rows = await db.selectFrom('fact').selectAll().where('subject', 'in', subjects).execute();
  return presentFacts(db, rows.toSorted(byTime).reverse());
}

const kinds = FactKind.options;

/** What one message tells comes in the order in which it happens: who finishes, then who leads by that. */
function byTime(left: FactRow, right: FactRow): number {
  const order = left.at.getTime() - right.at.getTime() || kinds.indexOf(left.kind) - kinds.indexOf(right.kind);
  return order || (left.id < right.id ? -1 : 1);
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

import { createHash } from 'node:crypto';
import { jsonb, sql, type Database, type Transaction } from '@altis/database';
import { defineSearchIndex } from '@altis/search';
import type { Found } from '../contract/index.ts';
import { otherSpellings, spellingsOf, type FoundAbout, type FoundDocument } from '../domain/found-document.ts';
import type { ResultsTables } from './tables.ts';

const index = defineSearchIndex({
  name: 'register',
  fields: {
    names: { weight: 3, names: true, pivotLength: 8 },
    spellings: { weight: 2, names: true, pivotLength: 20 },
    about: { weight: 1, names: true },
  },
  facets: ['kind'],
});

/** What orders kinds that fit alike: the search shows the newest of equals first. */
const ranks: Readonly<Record<Found['kind'], number>> = {
  athlete: 7,
  organisation: 6,
  team: 5,
  discipline: 4,
  event: 3,
  venue: 2,
  official: 1,
  unit: 0,
};

/** Lets things be found by what they are called now. Costs little for those of which nothing changed. */
export async function putFound(trx: Transaction<ResultsTables>, documents: readonly FoundDocument[]): Promise<void> {
  const rows = new Map(documents.map((document) => [idOf(document), { ...document, digest: digestOf(document) }]));
  const known = await trx
    .selectFrom('found')
    .select(['id', 'digest'])
    .where(sql<boolean>`id = any(${[...rows.keys()]}::text[])`)
    .execute();
  for (const { id, digest } of known) if (rows.get(id)?.digest === digest) rows.delete(id);
  if (rows.size === 0) return;
  await writeFound(trx, rows);
  await index.put(
    trx,
    Array.from(rows, ([id, document]) => ({
      id,
      fields: {
        names: document.names.join('\n'),
        spellings: spellingsOf(document).join('\n'),
        about: [
          document.code,
          document.organisation,
          document.about.birthYear,
          ...(document.about.disciplines ?? []),
        ].join(' '),
      },
      facets: { kind: [document.kind] },
      dateMs: ranks[document.kind],
    })),
  );
}

/** Takes out what is there no more, whichever of these kinds it was found as. */
export async function removeFound(
  trx: Transaction<ResultsTables>,
  kinds: readonly Found['kind'][],
  codes: readonly string[],
): Promise<void> {
  if (codes.length === 0) return;
  const gone = await trx
    .deleteFrom('found')
    .where('kind', 'in', kinds)
    .where(sql<boolean>`code = any(${codes}::text[])`)
    .returning('id')
    .execute();
  await index.remove(
    trx,
    gone.map(({ id }) => id),
  );
}

/** Something found, as it was indexed. */
export type FoundRow = {
  readonly kind: Found['kind'];
  readonly code: string;
  readonly organisation: string | null;
  readonly title: FoundDocument['title'];
  readonly about: FoundAbout;
};

/**
 * Finds by name in any script, best first. What is typed in other letters than Latin is looked for as it is, and as it is
 * written in Latin letters, so that Иванов finds those whom the feed only calls IVANOV.
 */
export async function searchFound(
  db: Database<ResultsTables>,
  { text, kind, limit }: { readonly text: string; readonly kind?: Found['kind'] | undefined; readonly limit: number },
): Promise<FoundRow[]> {
  const ids = new Set<string>();
  for (const spelling of [text, ...otherSpellings(text)]) {
    if (ids.size >= limit) break;
    const filters = kind === undefined ? {} : { kind: [kind] };
    const { items } = await index.search(db, { text: spelling, filters, limit, highlightLanguages: [] });
    for (const { id } of items) ids.add(id);
  }
  const wanted = [...ids].slice(0, limit);
  const rows = await db
    .selectFrom('found')
    .selectAll()
    .where(sql<boolean>`id = any(${wanted}::text[])`)
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return wanted.flatMap((id) => byId.get(id) ?? []);
}

async function writeFound(
  trx: Transaction<ResultsTables>,
  rows: ReadonlyMap<string, FoundDocument & { readonly digest: string }>,
): Promise<void> {
  const values = Array.from(rows, ([id, { kind, code, organisation, title, about, digest }]) => {
    return { id, kind, code, organisation, title, about, digest };
  });
  await sql`
    insert into found select * from jsonb_populate_recordset(null::found, ${jsonb(values)})
    on conflict (id) do update set kind = excluded.kind, organisation = excluded.organisation, title = excluded.title,
      about = excluded.about, digest = excluded.digest`.execute(trx);
}

/** An athlete who becomes a coach stays the same person, found once. */
function idOf({ kind, code }: FoundDocument): string {
  return `${kind === 'official' ? 'athlete' : kind} ${code}`;
}

function digestOf(document: FoundDocument): string {
  return createHash('sha256').update(JSON.stringify(document)).digest('base64url').slice(0, digestLength);
}

const digestLength = 22;

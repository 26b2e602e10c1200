import { jsonb, sql, type Database, type RawBuilder, type Transaction } from '@altis/database';
import type { EntityKind } from '../domain/document-role.ts';
import type { EntityFacts } from '../domain/entity-facts.ts';
import { uniteLists } from '../domain/known-register.ts';
import type { Overruling } from '../domain/list-warnings.ts';
import type { ParticipantFacts, TeamFacts } from '../domain/register.ts';
import type { ScheduledUnit, SessionFacts } from '../domain/scheduled-unit.ts';
import type { ResultsTables } from './tables.ts';

/** The list or update that claims come from. */
export type ClaimSource = {
  readonly kind: EntityKind;
  readonly versionKey: string;
  /** What lists and updates of one document have in common. */
  readonly subject: string;
  readonly isUpdate: boolean;
  readonly version: number;
  readonly sentAt: string;
  readonly message: string;
};

/**
 * Writes what a list or an update says of some entities, each code once. Of an update's key, the highest version holds
 * for each entity by itself. Returns the codes that were written.
 */
export async function writeClaims(
  trx: Transaction<ResultsTables>,
  { kind, versionKey, subject, isUpdate, version, sentAt, message }: ClaimSource,
  entities: readonly EntityFacts[],
): Promise<string[]> {
  if (entities.length === 0) return [];
  const rows = await trx
    .insertInto('claim')
    .values(
      entities.map((facts) => ({
        kind,
        code: facts.code,
        version_key: versionKey,
        subject,
        is_update: isUpdate,
        version,
        sent_at: sentAt,
        message,
        members: 'members' in facts ? facts.members.map(({ code }) => code) : [],
        facts: jsonb(facts),
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['kind', 'code', 'version_key'])
        .doUpdateSet((set) => ({
          version: set.ref('excluded.version'),
          sent_at: set.ref('excluded.sent_at'),
          message: set.ref('excluded.message'),
          members: set.ref('excluded.members'),
          facts: set.ref('excluded.facts'),
        }))
        .where(sql<boolean>`excluded.version > claim.version or excluded.message = claim.message`),
    )
    .returning('code')
    .execute();
  return rows.map(({ code }) => code);
}

/** Makes a full list the held one of its key, once its claims are written: what only its earlier versions had is gone. */
export async function holdList(
  trx: Transaction<ResultsTables>,
  { versionKey, subject, version, sentAt }: ClaimSource,
): Promise<void> {
  await trx
    .insertInto('list')
    .values({ version_key: versionKey, subject, sent_at: sentAt })
    .onConflict((conflict) => conflict.column('version_key').doUpdateSet({ sent_at: sentAt }))
    .execute();
  await trx.deleteFrom('claim').where('version_key', '=', versionKey).where('version', '<', version).execute();
}

/**
 * What holds of all entities of a subject, to be compared with what holds later: a fingerprint by kind and code. The time
 * of sending is part of it where it decides against what other lists say of the same. Every claim of the kind is read once.
 */
export async function fingerprintSubject(
  trx: Transaction<ResultsTables>,
  { kind, subject }: Pick<ClaimSource, 'kind' | 'subject'>,
): Promise<Map<string, { readonly code: string; readonly print: string }>> {
  const kinds = kind === 'unit' ? ['unit', 'session'] : [kind];
  // Names and entries of one thing have several codes, so their times decide against each other.
  const isTimed = kind === 'name' || kind === 'entry';
  const { rows } = await sql<{ kind: EntityKind; code: string; print: string | null }>`
    with held as (${heldLists(sql`where subject = ${subject}`)}),
      said as materialized (
        select claim.kind, claim.code, claim.subject, claim.sent_at, claim.is_update, claim.version_key,
          case when claim.subject = ${subject} and ${holds} then md5(claim.facts::text) end as print
        from claim left join held using (subject) where claim.kind = any(${kinds}::text[])
      )
    select kind, code, case when ${isTimed} or min(subject) <> max(subject)
      then string_agg(print || sent_at, ' ' order by ${sentLastFirst})
      else string_agg(print, ' ' order by ${sentLastFirst}) end as print
    from said as claim group by kind, code`.execute(trx);
  return new Map(
    rows.flatMap(({ kind: of, code, print }) => (print === null ? [] : [[`${of} ${code}`, { code, print }]])),
  );
}

/** What others, by their time of sending, say instead of a list or update that was just written. */
export async function findOverruling(
  trx: Transaction<ResultsTables>,
  { kind, versionKey, subject, isUpdate, sentAt }: ClaimSource,
): Promise<Overruling> {
  const { rows } = await sql<Overruling>`
    with held as (${heldLists(sql`where subject = ${subject}`)}),
      by as (select sent_at from held where version_key <> ${versionKey} and (not ${isUpdate} or sent_at >= ${sentAt}))
    select (select sent_at from by) as "bySentAt", (
      select count(*)::int from claim
      where not ${isUpdate} and kind = ${kind} and subject = ${subject} and is_update and sent_at > ${sentAt}
    ) as updated`.execute(trx);
  return rows[0] ?? { bySentAt: null, updated: 0 };
}

export async function findScheduledUnits(
  db: Database<ResultsTables>,
  codes: readonly string[],
): Promise<Map<string, ScheduledUnit>> {
  return currentClaims<ScheduledUnit>(db, 'unit', codes);
}

export async function findSessions(
  db: Database<ResultsTables>,
  codes: readonly string[],
): Promise<Map<string, SessionFacts>> {
  return currentClaims<SessionFacts>(db, 'session', codes);
}

/** What the lists of participants say of some of them. */
export async function findStatedParticipants(
  db: Database<ResultsTables>,
  codes: readonly string[],
): Promise<Map<string, ParticipantFacts>> {
  return unitedClaims<ParticipantFacts>(db, 'participant', codes);
}

/** Which of some participants a message of another sender than `own` tells of. */
export async function findToldByOthers(
  db: Database<ResultsTables>,
  codes: readonly string[],
  own: string,
): Promise<Set<string>> {
  const { rows } = await sql<{ code: string }>`
    with held as (${heldLists(sql``)})
    select distinct claim.code
    from claim left join held using (subject) join message on message.id = claim.message
    where claim.kind = 'participant' and claim.code = any(${codes}) and ${holds}
      and message.source is distinct from ${own}`.execute(db);
  return new Set(rows.map(({ code }) => code));
}

/** What the lists of teams say of some of them. */
export async function findStatedTeams(
  db: Database<ResultsTables>,
  codes: readonly string[],
): Promise<Map<string, TeamFacts>> {
  return unitedClaims<TeamFacts>(db, 'team', codes);
}

/** What holds of each entity: of all claims on it that hold, what was sent last. The same whatever the order of arrival. */
async function currentClaims<Facts extends EntityFacts>(
  db: Database<ResultsTables>,
  kind: EntityKind,
  codes: readonly string[],
): Promise<Map<string, Facts>> {
  const claims = await listClaims<Facts>(db, kind, codes);
  return new Map(claims.reverse().map(({ code, facts }) => [code, facts]));
}

/** What holds of people and teams, whom lists of several disciplines may name: see `uniteLists`. */
async function unitedClaims<Facts extends ParticipantFacts | TeamFacts>(
  db: Database<ResultsTables>,
  kind: EntityKind,
  codes: readonly string[],
): Promise<Map<string, Facts>> {
  const claims = Map.groupBy(await listClaims<Facts>(db, kind, codes), ({ code }) => code);
  const united = Array.from(claims, ([code, ofOne]): [string, Facts | undefined] => {
    const isNewest = ({ subject }: HeldClaim<Facts>, index: number): boolean =>
      ofOne.findIndex((each) => each.subject === subject) === index;
    return [code, uniteLists(ofOne.filter(isNewest).map(({ facts }) => facts))];
  });
  return new Map(united.flatMap(([code, facts]) => (facts === undefined ? [] : [[code, facts]])));
}

/**
 * The claims on entities that hold, those sent last first: of each subject those of the list sent last, over it those of
 * the updates sent after that list.
 */
export async function listClaims<Facts extends EntityFacts>(
  db: Database<ResultsTables>,
  kind: EntityKind,
  codes: readonly string[],
): Promise<HeldClaim<Facts>[]> {
  if (codes.length === 0) return [];
  const { rows } = await sql<HeldClaim<Facts>>`
    with held as (${heldLists(sql``)})
    select claim.code, claim.subject, claim.sent_at as "sentAt", claim.facts
    from claim left join held using (subject)
    where claim.kind = ${kind} and claim.code = any(${codes}) and ${holds}
    order by ${sentLastFirst}`.execute(db);
  return rows;
}

/**
 * What holds of what names one of these participants or teams as a member: entries, and names in other scripts. Who was
 * taken out of an entry by a later update is no member of it, although the list before still says so.
 */
export async function listClaimsOnMembers<Facts extends EntityFacts>(
  db: Database<ResultsTables>,
  kind: EntityKind,
  members: readonly string[],
): Promise<HeldClaim<Facts>[]> {
  if (members.length === 0) return [];
  const naming = sql`select code from claim where kind = ${kind} and members && ${members}::text[]`;
  const { rows } = await sql<HeldClaim<Facts>>`
    with held as (${heldLists(sql``)}),
      newest as (
        select distinct on (claim.code) claim.*
        from claim left join held using (subject)
        where claim.kind = ${kind} and claim.code in (${naming}) and ${holds}
        order by claim.code, ${sentLastFirst}
      )
    select code, subject, sent_at as "sentAt", facts
    from newest as claim
    where members && ${members}::text[]
    order by ${sentLastFirst}`.execute(db);
  return rows;
}

export type HeldClaim<Facts> = {
  readonly code: string;
  readonly subject: string;
  readonly sentAt: string;
  readonly facts: Facts;
};

/** Of each subject the list that holds: the one sent last. */
function heldLists(which: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select distinct on (subject) subject, version_key, sent_at
    from list ${which} order by subject, sent_at desc, version_key desc`;
}

/** Of a claim and the list `held` of its subject. */
const holds = sql`
  case when claim.is_update
    then held.sent_at is null or claim.sent_at > held.sent_at
    else claim.version_key = held.version_key end`;

const sentLastFirst = sql`claim.sent_at desc, claim.is_update desc, claim.version_key desc`;

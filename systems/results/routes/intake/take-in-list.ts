import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { decideVersion, readUnit, rootPlace, sendingTime, unitTelling, type Telling } from '@altis/odf';
import * as z from 'zod';
import type { DocumentRole } from '../../domain/document-role.ts';
import { entityFacts, subjectOf, type EntityFacts } from '../../domain/entity-facts.ts';
import type { EntryFacts } from '../../domain/entry-facts.ts';
import { warnOfOverruling, warnOfSameVersion } from '../../domain/list-warnings.ts';
import { noteAffiliations } from '../../store/affiliations.ts';
import {
  findOverruling,
  fingerprintSubject,
  holdList,
  listClaims,
  writeClaims,
  type ClaimSource,
} from '../../store/claims.ts';
import { lockLists, lockNames } from '../../store/lock.ts';
import { findEnteredFor } from '../../store/register.ts';
import { findUnitsOfSessions } from '../../store/units.ts';
import type { Filed, Intake } from './intake.ts';
import { projectCodes } from './project-codes.ts';
import { projectFacts } from './project-facts.ts';
import { projectRegister } from './project-register.ts';
import { projectUnits } from './project-units.ts';
import { readEntities, type Entity } from './read-entities.ts';
import { restateActions } from './restate-actions.ts';

type ListRole = Extract<DocumentRole, { kind: 'register' }>;

const batchSize = 500;
/** Only this module packs, so it knows what it unpacks. */
const Packed = z.array(z.custom<EntityFacts>());

/**
 * Takes in a schedule, a list of participants or teams, or an update of one: a full list replaces, an update counts for
 * the entities that it names, also when it comes late. It is read to its end before anything of it is written.
 */
export async function takeInList(intake: Intake, role: ListRole): Promise<Filed> {
  const { trx, header, held } = intake;
  const counts = role.isUpdate || held === undefined || header.version > held.version;
  const source = claimSource(intake, role);

  // The first write gives the transaction its id, and from then on it holds up every event of the server. So it is read first.
  const { digest, warnings, batches, sessions, tellings } = await readFacts(intake, role);
  await lockLists(trx, role.entity);
  const before = counts && !role.isUpdate ? await fingerprintSubject(trx, source) : undefined;
  const written: string[] = counts ? await writeClaims(trx, { ...source, kind: 'session' }, sessions) : [];
  const isLate = held !== undefined && header.version < held.version;
  for (const facts of unpack(batches)) {
    if (counts || isLate) await rememberAffiliations(trx, role.entity, facts, source.sentAt);
    if (counts) written.push(...(await writeClaims(trx, source, facts)));
  }
  if (before !== undefined) await holdList(trx, source);
  // Of an update few, and of the first list all that it names.
  const touched = before === undefined || before.size === 0 ? written : await listChanged(trx, source, before);
  if (touched.length > 0) await tellNames(intake, role, touched);
  if (counts || isLate) await projectFacts(intake, tellings);

  const outcome = decideVersion(held, { version: header.version, digest });
  if (written.length > 0) warnings.push(...warnOfOverruling(source.sentAt, await findOverruling(trx, source)));
  if (outcome === 'conflict' && written.length > 0)
    warnings.push(warnOfSameVersion(header.version, codesBeside(batches, written)));
  const isLateButCounts = role.isUpdate && held !== undefined && written.length > 0;
  return { verdict: { outcome: isLateButCounts ? 'replaces' : outcome, warnings }, digest };
}

/** The entities of which something else holds since a full list came: its own, those of lists before it and of updates. */
async function listChanged(
  trx: Intake['trx'],
  source: ClaimSource,
  before: Awaited<ReturnType<typeof fingerprintSubject>>,
): Promise<string[]> {
  const after = await fingerprintSubject(trx, source);
  return [...new Map([...before, ...after])]
    .filter(([key]) => before.get(key)?.print !== after.get(key)?.print)
    .map(([, { code }]) => code);
}

type PackedFacts = {
  readonly digest: string;
  readonly warnings: string[];
  readonly batches: readonly Buffer[];
  /** Of a schedule; they are few. */
  readonly sessions: readonly EntityFacts[];
  /** What a schedule says of facts, by unit. */
  readonly tellings: readonly Telling[];
};

/** Reads and checks a list to its end. What it says is kept compressed, for it may be several times as long as the list. */
async function readFacts(intake: Intake, role: ListRole): Promise<PackedFacts> {
  const batches: Buffer[] = [];
  let batch = new Map<string, EntityFacts>();
  const pack = (): void => {
    if (batch.size > 0) batches.push(deflateRawSync(JSON.stringify([...batch.values()]), { level: 1 }));
    batch = new Map();
  };
  const sessions = new Map<string, EntityFacts>();
  const tellings = new Map<string, Telling>();
  const read = await readEntities(intake, async (entity) => {
    const session =
      role.entity === 'unit' ? entityFacts(entity.place, 'session', intake.header, intake.zone) : undefined;
    if (session !== undefined) sessions.set(session.code, session);
    const facts = entityFacts(entity.place, role.entity, intake.header, intake.zone);
    if (facts !== undefined) batch.set(facts.code, facts);
    for (const telling of role.entity === 'unit' ? tellingsIn(intake, entity) : [])
      tellings.set(telling.subject, telling);
    if (batch.size >= batchSize) pack();
  });
  pack();
  return { ...read, batches, sessions: [...sessions.values()], tellings: [...tellings.values()] };
}

/** The reading of claims has warned already of what is odd. */
function tellingsIn({ source, header }: Intake, { element }: Entity): Telling[] {
  return element.name === 'Unit' ? unitTelling(source.message, header, readUnit(rootPlace(element, []))) : [];
}

/** The codes in a list that were not written. */
function codesBeside(batches: readonly Buffer[], written: readonly string[]): string[] {
  const known = new Set(written);
  return [...unpack(batches)].flatMap((facts) => facts.map(({ code }) => code)).filter((code) => !known.has(code));
}

function* unpack(batches: readonly Buffer[]): Generator<EntityFacts[]> {
  for (const batch of batches) yield Packed.parse(JSON.parse(inflateRawSync(batch).toString()));
}

function claimSource({ header, versionKey, source }: Intake, { entity, isUpdate }: ListRole): ClaimSource {
  return {
    kind: entity,
    versionKey,
    subject: subjectOf(entity, header),
    isUpdate,
    version: header.version,
    sentAt: sendingTime(header),
    message: source.message,
  };
}

/** Who was of which organisation under which name stays known; of a list that comes late, too. */
async function rememberAffiliations(
  trx: Intake['trx'],
  entity: ListRole['entity'],
  facts: readonly EntityFacts[],
  sentAt: string,
): Promise<void> {
  if (entity !== 'participant' && entity !== 'team') return;
  const affiliations = facts.flatMap((each) => {
    if (!('organisation' in each)) return [];
    const { code, organisation, name } = each;
    return [{ code, organisation, name: typeof name === 'string' ? name : name.print }];
  });
  await noteAffiliations(trx, entity, affiliations, sentAt);
}

async function tellNames(intake: Intake, { entity }: ListRole, touched: readonly string[]): Promise<void> {
  const { trx } = intake;
  await lockNames(trx);
  if (entity === 'unit' || entity === 'session') {
    const { renamed } = await projectUnits(intake, [...touched, ...(await findUnitsOfSessions(trx, touched))]);
    await restateActions(intake, { codes: [], units: renamed });
  } else if (entity === 'code') {
    await projectCodes(intake, touched);
  } else {
    const codes = await codesNamedBy(trx, entity, touched);
    await projectRegister(trx, codes);
    await restateActions(intake, { codes, units: [] });
  }
}

/** Participants and teams that claims are about; entries and names are known by them and something else. */
async function codesNamedBy(
  trx: Intake['trx'],
  entity: 'participant' | 'team' | 'name' | 'entry',
  claims: readonly string[],
): Promise<string[]> {
  if (entity === 'participant' || entity === 'team') return [...claims];
  const codes = claims.map((claim) => claim.slice(0, claim.lastIndexOf(' ')));
  if (entity === 'name') return codes;
  const entered = await listClaims<EntryFacts>(trx, 'entry', claims);
  const members = entered.flatMap(({ facts }) => facts.members.map(({ code }) => code));
  // A member who was taken out of a team's entry is known by the event that it still has.
  const before = await findEnteredFor(
    trx,
    claims.map((claim) => claim.slice(claim.lastIndexOf(' ') + 1)),
  );
  return [...new Set([...codes, ...members, ...before])];
}

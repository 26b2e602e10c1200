import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { decideVersion, localTime } from '@altis/odf';
import * as z from 'zod';
import type { DocumentRole } from '../../domain/document-role.ts';
import { entityFacts, subjectOf, type EntityFacts } from '../../domain/entity-facts.ts';
import { holdList, writeClaims, type ClaimSource } from '../../store/claims.ts';
import { findHeldStamp } from '../../store/find-messages.ts';
import { lockNames } from '../../store/lock.ts';
import type { Filed, Intake } from './intake.ts';
import { projectUnits } from './project-units.ts';
import { readEntities } from './read-entities.ts';
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
  const { trx, header, versionKey } = intake;
  const held = await findHeldStamp(trx, versionKey);
  const counts = role.isUpdate || held === undefined || header.version > held.version;
  const source = claimSource(intake, role);

  // The first write gives the transaction its id, and from then on it holds up every event of the server. So it is read first.
  const { digest, warnings, batches } = await readFacts(intake, role);
  const touched: string[] = [];
  for (const facts of counts ? unpack(batches) : []) touched.push(...(await writeClaims(trx, source, facts)));
  if (counts && !role.isUpdate) touched.push(...(await holdList(trx, source)));
  if (touched.length > 0) await tellNames(intake, role, touched);

  const outcome = decideVersion(held, { version: header.version, digest });
  const isLateButCounts = role.isUpdate && held !== undefined && touched.length > 0;
  return { verdict: { outcome: isLateButCounts ? 'replaces' : outcome, warnings }, digest };
}

type PackedFacts = { readonly digest: string; readonly warnings: string[]; readonly batches: readonly Buffer[] };

/** Reads and checks a list to its end. What it says is kept compressed, for it may be several times as long as the list. */
async function readFacts(intake: Intake, role: ListRole): Promise<PackedFacts> {
  const batches: Buffer[] = [];
  let batch = new Map<string, EntityFacts>();
  const pack = (): void => {
    if (batch.size > 0) batches.push(deflateRawSync(JSON.stringify([...batch.values()]), { level: 1 }));
    batch = new Map();
  };
  const read = await readEntities(intake, async (entity) => {
    const facts = entityFacts(entity.place, role.entity, intake.header, intake.zone);
    if (facts !== undefined) batch.set(facts.code, facts);
    if (batch.size >= batchSize) pack();
  });
  pack();
  return { ...read, batches };
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
    sentAt: localTime(header),
    message: source.message,
  };
}

async function tellNames(intake: Intake, { entity }: ListRole, touched: readonly string[]): Promise<void> {
  await lockNames(intake.trx, 'change');
  if (entity === 'unit') {
    const { renamed } = await projectUnits(intake, touched);
    await restateActions(intake, { codes: [], units: renamed });
  } else {
    await restateActions(intake, { codes: touched, units: [] });
  }
}

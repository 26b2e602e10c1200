import { announceAll, publishAll } from '@altis/events';
import {
  advance,
  missingTellings,
  retell,
  type DeltaState,
  type FactChange,
  type OdfFact,
  type Telling,
} from '@altis/odf';
import { FactRecorded, FactWithdrawn, type Fact, type StatedFact } from '../../contract/index.ts';
import { toInstant } from '../../domain/instant.ts';
import { venueClock } from '../../domain/venue-clock.ts';
import { eventOf } from '../../domain/unit-summary.ts';
import {
  findFacts,
  findFactsOfStrand,
  findStrands,
  findTellings,
  findTellingsOfKeys,
  keepTellings,
  presentFacts,
  writeFacts,
  type FactRow,
} from '../../store/facts.ts';
import { lockDocument } from '../../store/lock.ts';
import { findUnits } from '../../store/units.ts';
import type { Intake } from './intake.ts';

/** Facts as they are from now on, and those that are no more. */
type Changed = { readonly told: readonly FactRow[]; readonly withdrawn: readonly FactRow[] };

/**
 * Brings the facts of the subjects of a message up to date, and publishes what changed: by what this version says otherwise
 * than the one before; where it came late, from the beginning. So the facts do not depend on the order of arrival.
 *
 * @param tellings what the message says (see `tellingsOf`), all of one strand and of each subject one
 */
export async function projectFacts(intake: Intake, tellings: readonly Telling[]): Promise<void> {
  const { trx } = intake;
  const strand = tellings[0]?.said.kind;
  if (strand === undefined) return;
  // Schedules and communications of several documents may be about the same unit.
  if (strand === 'schedule' || strand === 'communication') await lockDocument(trx, 'facts', strand);
  if (strand !== 'communication') return projectVersion(intake, strand, tellings);
  const keys = [...new Set(tellings.map(({ versionKey }) => versionKey))];
  const missing = missingTellings([...(await findTellingsOfKeys(trx, keys, strand)), ...tellings]);
  const versions = Map.groupBy([...tellings, ...missing], ({ versionKey, version }) => `${versionKey} ${version}`);
  for (const version of versions.values()) await projectVersion(intake, strand, version);
}

async function projectVersion(intake: Intake, strand: FactRow['strand'], tellings: readonly Telling[]): Promise<void> {
  const { trx } = intake;
  const fresh = await keepTellings(trx, tellings);
  if (fresh.length === 0) return;
  await lookUpUnits(
    intake,
    fresh.map(({ telling }) => telling.subject),
  );
  const next = new Map<string, DeltaState>();
  const inOrder: FactChange[] = [];
  const changed: Changed[] = [];
  for (const { telling, state: former } of fresh) {
    const advanced = advance(former, telling);
    if (advanced === 'late') {
      const { state, ...rest } = await tellAgain(intake, telling.subject, strand);
      if (state !== undefined) next.set(telling.subject, state);
      changed.push(rest);
    } else {
      next.set(telling.subject, advanced.state);
      inOrder.push(...advanced.changes);
    }
  }
  changed.push(await resolve(intake, strand, inOrder));
  const told = changed.flatMap((each) => each.told);
  const withdrawn = changed.flatMap((each) => each.withdrawn);
  await writeFacts(trx, { told, withdrawn, strand, states: next });
  await tell(intake, { told, withdrawn });
}

/**
 * Tells the facts of units again whose venue turned out to be in another zone: their times are those of the headers, which
 * are local to the venue.
 */
export async function moveFacts(intake: Intake, units: readonly string[]): Promise<void> {
  for (const { subject, strand } of await findStrands(intake.trx, units)) {
    const { told, withdrawn } = await tellAgain(intake, subject, strand);
    await writeFacts(intake.trx, { told, withdrawn, strand, states: new Map() });
    await tell(intake, { told, withdrawn });
  }
}

/** The changes that a version brings, with the facts that they are about. */
async function resolve(intake: Intake, strand: FactRow['strand'], changes: readonly FactChange[]): Promise<Changed> {
  const ids = changes.flatMap((change) => {
    if (change.kind === 'withdrawn') return [change.id];
    return change.kind === 'corrected' && change.keepsTime ? [change.fact.id] : [];
  });
  const known = await findFacts(intake.trx, ids);
  const told: FactRow[] = [];
  const withdrawn: FactRow[] = [];
  for (const change of changes) {
    const before = known.get(change.kind === 'withdrawn' ? change.id : change.fact.id);
    if (change.kind !== 'withdrawn') told.push(rowOf(intake, strand, change.fact, before?.at));
    else if (before !== undefined) withdrawn.push(before);
  }
  return { told, withdrawn };
}

/** Tells a strand from its beginning, and compares. */
async function tellAgain(
  intake: Intake,
  subject: string,
  strand: FactRow['strand'],
): Promise<Changed & { readonly state: DeltaState | undefined }> {
  const { trx } = intake;
  const { state, facts } = retell(await findTellings(trx, subject, strand));
  const before = new Map((await findFactsOfStrand(trx, subject, strand)).map((row) => [row.id, row]));
  const told: FactRow[] = [];
  for (const fact of facts) {
    const row = rowOf(intake, strand, fact);
    const known = before.get(row.id);
    before.delete(row.id);
    if (known === undefined || !isSame(known, row)) told.push(row);
  }
  return { state, told, withdrawn: [...before.values()] };
}

async function tell(intake: Intake, { told, withdrawn }: Changed): Promise<void> {
  const { trx, header, source, units } = intake;
  if (told.length + withdrawn.length === 0) return;
  const subjects = [...new Set([...told, ...withdrawn].map(({ subject }) => subject))];
  const stated = (fact: Fact): StatedFact => {
    return { competition: header.competitionCode, unitName: units.get(fact.unit)?.name ?? {}, fact };
  };
  await publishAll(trx, FactRecorded, (await presentFacts(trx, told, source)).map(stated));
  await publishAll(trx, FactWithdrawn, (await presentFacts(trx, withdrawn, source)).map(stated));
  await announceAll(
    trx,
    subjects.map((code) => (code === eventOf(code) ? `results.event.${code}` : `results.unit.${code}`)),
  );
}

/** Phases and events have no venue of their own. */
async function lookUpUnits({ trx, units }: Intake, subjects: readonly string[]): Promise<void> {
  const unknown = subjects.filter((code) => code !== eventOf(code) && !units.has(code));
  for (const [code, unit] of await findUnits(trx, unknown)) units.set(code, unit);
}

function rowOf(intake: Intake, strand: FactRow['strand'], fact: OdfFact, at?: Date): FactRow {
  const { id, subject, kind, competitor, position, value, rank, previous, message } = fact;
  const zone = venueClock(fact.at.slice(0, 10), intake.units.get(subject), intake.zone);
  const instant = toInstant(fact.at, zone) ?? toInstant(intake.source.issuedAt, zone) ?? 0;
  return {
    id,
    subject,
    strand,
    kind,
    at: at ?? new Date(instant),
    competitor: competitor ?? null,
    position: position ?? null,
    value: value ?? null,
    rank: rank ?? null,
    previous: previous ?? null,
    message,
  };
}

function isSame(left: FactRow, right: FactRow): boolean {
  return (
    left.at.getTime() === right.at.getTime() &&
    left.message === right.message &&
    left.competitor === right.competitor &&
    left.position === right.position &&
    left.value === right.value &&
    left.rank === right.rank &&
    left.previous === right.previous
  );
}

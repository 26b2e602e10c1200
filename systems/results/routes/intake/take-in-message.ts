import { createHash } from 'node:crypto';
import { runInTransaction, type Transaction } from '@altis/database';
import { announce } from '@altis/events';
import { currentCall, newId } from '@altis/kernel';
import {
  decideVersion,
  localTime,
  parseRsc,
  rscLevel,
  streamMessage,
  versionKey,
  type OdfHeader,
  type StreamItem,
} from '@altis/odf';
import type { ObjectId } from '@altis/storage';
import type { KeptMessage } from '../../contract/index.ts';
import { roleOf, type DocumentRole } from '../../domain/document-role.ts';
import { emptyMessage, findHeaderFlaw, flawOfFault, largestMessageBytes, tooLarge } from '../../domain/flaw.ts';
import type { Flaw } from '../../domain/flaw.ts';
import { tellRepeatedHour } from '../../domain/repeated-hour.ts';
import { venueClock } from '../../domain/venue-clock.ts';
import { resultsSettings } from '../../settings.ts';
import { adoptCompetition } from '../../store/competition.ts';
import { noteGaps } from '../../store/feed.ts';
import { findPast } from '../../store/find-messages.ts';
import { keepMessage, type Arrival } from '../../store/keep-message.ts';
import { lockMessage, lockRebuild } from '../../store/lock.ts';
import type { ResultsTables } from '../../store/tables.ts';
import { findUnits } from '../../store/units.ts';
import { Refusal, type Aftermath, type Filed, type Intake, type ResultsRoom } from './intake.ts';
import { readEntities } from './read-entities.ts';
import { takeInDocument } from './take-in-document.ts';
import { takeInList } from './take-in-list.ts';
import { inOnePiece } from '../in-one-piece.ts';

/** A message that was kept; with the flaw where it was refused. */
export type TakenIn = { readonly message: KeptMessage; readonly flaw?: Flaw };

/** What is kept of a message that is too large: enough to see what it was. Others are kept whole, to be taken in again. */
const keptOfTooLarge = 256 * 1024;

const conflict = {
  reason: 'Another message with this version was taken in before and says something else; the first one holds.',
  remedy: 'Send what is right once more, with a higher Version.',
};

/**
 * Takes in the bytes of a message: when this returns they are kept, and all that follows from them is done; when it
 * throws, nothing is. The same bytes again are found to be a duplicate, also after a crash, and change nothing.
 * Refused messages are kept in the log.
 *
 * @param origin `http`, or the name of the file that it came from
 */
export async function takeInMessage(room: ResultsRoom, bytes: Uint8Array, origin: string): Promise<TakenIn> {
  const nowMs = room.clock.now();
  return takeIn(room, bytes, { id: newId('message', nowMs), receivedAt: new Date(nowMs), origin });
}

/** What is known of a message before it is read. */
export type Envelope = Pick<Arrival, 'id' | 'receivedAt' | 'origin' | 'taken'>;

/** Takes in a message that is in the log already, as what it was then: one that was refused, or when all is rebuilt. */
export async function takeIn(room: ResultsRoom, bytes: Uint8Array, envelope: Envelope): Promise<TakenIn> {
  try {
    if (bytes.byteLength === 0) throw new Refusal(emptyMessage);
    if (bytes.byteLength > largestMessageBytes) throw new Refusal(tooLarge());
    const arrival = arrive(room, envelope, objectOf(bytes), bytes);
    return { message: await runInTransaction(room.db, (trx) => accept(room, trx, bytes, arrival)) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { message: await refuse(room, bytes, envelope, error), flaw: error.flaw };
  }
}

/**
 * Accepts a message in the caller's transaction; with `aftermath`, what follows from it is left to the caller.
 *
 * @throws Refusal
 */
export async function accept(
  room: ResultsRoom,
  trx: Transaction<ResultsTables>,
  bytes: Uint8Array,
  arrival: Arrival,
  aftermath?: Aftermath,
): Promise<KeptMessage> {
  const items = streamMessage(inOnePiece(bytes));
  const zone = room.config.section(resultsSettings).timeZone;
  const header = tellRepeatedHour(await readHeader(items), arrival.receivedAt, zone);
  const role: DocumentRole = header.feedFlag === 'P' ? roleOf(header.documentType) : { kind: 'other' };
  const { feedFlag: feed, documentCode } = header;
  await lockMessage(trx, { feed, documentCode, readsNames: role.kind === 'document' });
  const key = versionKey(header);
  const { twin, held, competition } = await findPast(trx, { object: arrival.object, versionKey: key });
  if (twin !== undefined) return { ...twin, outcome: 'duplicate' };
  requireOwnGames(header, room.config.section(resultsSettings).competition ?? competition);

  const intake: Intake = {
    trx,
    bytes,
    header,
    items,
    versionKey: key,
    held,
    source: {
      message: arrival.id,
      documentType: header.documentType,
      version: header.version,
      issuedAt: localTime(header),
    },
    zone,
    units: new Map(),
    auditNotes: [],
    ...(aftermath && { aftermath }),
  };
  const { verdict, digest } = await file(intake, role);
  if (competition === undefined) await adoptGames(room, trx, header);
  const explained = verdict.outcome === 'conflict' ? { ...verdict, ...conflict } : verdict;
  const isLate = await noteFeed(intake, arrival, verdict.outcome);
  const filing = { versionKey: intake.versionKey, digest, isLate };
  const kept = await keepMessage(trx, { ...arrival, zone: await zoneOf(intake) }, explained, header, filing);
  aftermath?.intakes.push(intake);
  if (aftermath === undefined) await announce(trx, 'results.messages');
  // The last things before the commit: the bytes, so that none is kept of a message that is refused; and the audit.
  if (aftermath === undefined) await room.storage.put(inOnePiece(bytes));
  else aftermath.bytes.push(bytes);
  await recordAudit(room, intake);
  return kept;
}

async function readHeader(items: AsyncGenerator<StreamItem>): Promise<OdfHeader> {
  const first = await items.next();
  if (first.done !== true && first.value.kind === 'header') return first.value.header;
  throw new Refusal(
    first.done !== true && first.value.kind === 'fault' ? flawOfFault(first.value.fault) : emptyMessage,
  );
}

function requireOwnGames(header: OdfHeader, games: string | undefined): void {
  const flaw = findHeaderFlaw(header, roleOf(header.documentType), games);
  if (flaw !== undefined) throw new Refusal(flaw, header);
}

/**
 * Adopts the Games of the first production message, and refuses it where others were first. Test messages are held to the
 * Games as well, but never decide which they are. It writes, so it comes after the reading.
 */
async function adoptGames({ config }: ResultsRoom, trx: Transaction<ResultsTables>, header: OdfHeader): Promise<void> {
  if (header.feedFlag === 'T' || config.section(resultsSettings).competition !== undefined) return;
  const adopted = await adoptCompetition(trx, header.competitionCode);
  requireOwnGames(header, adopted);
}

async function file(intake: Intake, role: DocumentRole): Promise<Filed> {
  if (role.kind === 'register') return takeInList(intake, role);
  if (role.kind === 'document') return takeInDocument(intake, role.document);
  const { digest, warnings } = await readEntities(intake, async () => undefined);
  const outcome = decideVersion(intake.held, { version: intake.header.version, digest });
  return { verdict: { outcome, warnings }, digest };
}

/** Of the venue of the unit that the message is about, where it is known; else of the venues. */
async function zoneOf({ trx, header, units, zone }: Intake): Promise<string> {
  const { documentCode } = header;
  const rsc = parseRsc(documentCode);
  if (!rsc.ok || rscLevel(rsc.value) !== 'unit') return zone;
  const unit = units.get(documentCode) ?? (await findUnits(trx, [documentCode])).get(documentCode);
  return venueClock(header.date, unit, zone);
}

/** What is missing before it; whether it is older than what was there. */
async function noteFeed(
  { trx, header, versionKey: key, held, source }: Intake,
  { receivedAt: at }: Arrival,
  outcome: KeptMessage['outcome'],
): Promise<boolean> {
  // The first of a key, which is the most frequent of all, shows nothing about others.
  if (outcome === 'new' || outcome === 'conflict') return false;
  // So does the next version, which follows on the one that is held.
  if (header.version === (held?.version ?? 0) + 1) return false;
  const noted = { versionKey: key, version: header.version, message: source.message, at };
  const { isLate, hasChanged } = await noteGaps(trx, noted);
  if (hasChanged) await announce(trx, 'results.feed');
  return isLate;
}

async function recordAudit(room: ResultsRoom, { trx, header, source, auditNotes }: Intake): Promise<void> {
  const cause = { message: source.message, version: String(header.version) };
  for (const note of auditNotes) await room.audit.record(trx, { actor: currentCall().actor, ...note, cause });
}

async function refuse(
  room: ResultsRoom,
  bytes: Uint8Array,
  envelope: Envelope,
  { flaw: { kind, reason, remedy }, header }: Refusal,
): Promise<KeptMessage> {
  const kept = kind === 'too-large' ? bytes.subarray(0, keptOfTooLarge) : bytes;
  const { id } = await room.storage.put(inOnePiece(kept));
  return runInTransaction(room.db, async (trx) => {
    await lockRebuild(trx, 'share');
    const arrival = arrive(room, envelope, id, bytes);
    const message = await keepMessage(trx, arrival, { outcome: 'refused', reason, remedy }, header);
    for (const topic of ['results.messages', 'results.feed']) await announce(trx, topic);
    return message;
  });
}

/** The name under which bytes are kept. */
export function objectOf(bytes: Uint8Array): ObjectId {
  return `sha256-${createHash('sha256').update(bytes).digest('hex')}`;
}

export function arrive({ config }: ResultsRoom, envelope: Envelope, object: ObjectId, bytes: Uint8Array): Arrival {
  const zone = config.section(resultsSettings).timeZone;
  return { ...envelope, object, sizeBytes: bytes.byteLength, zone };
}

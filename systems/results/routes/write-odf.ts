import { runInTransaction } from '@altis/database';
import { currentCall, problem } from '@altis/kernel';
import { composeMessage, versionKey, writeMessage, type OdfHeader } from '@altis/odf';
import type { KeptMessage } from '../contract/index.ts';
import type { UnsentMessage } from '../domain/compose-race-list.ts';
import { localDateTime } from '../domain/local-time.ts';
import { venueClock } from '../domain/venue-clock.ts';
import { resultsSettings } from '../settings.ts';
import { findHeldStamp } from '../store/find-messages.ts';
import { findUnits } from '../store/units.ts';
import type { ResultsRoom } from './intake/intake.ts';
import { takeInMessage } from './intake/take-in-message.ts';

/** `Source` of the messages that are written here. */
export const ownSource = 'ALTIS';

/** Whether a message may take the place of one that somebody else sent: only where a person confirmed it. */
export type Confirmed = { readonly mayTakeOver?: boolean | undefined };

/** Who writes at the same moment takes the version; more often than this it does not happen. */
const mostTries = 20;

/**
 * Writes a message as the next version of its key and takes it in like any other. `compose` is asked anew when somebody
 * else was faster, after the version is known, so that no version says less than the one before.
 *
 * @throws Problem INVALID_INPUT where ODF does not allow what it says; CONFLICT where another sender's message is held and
 *   it was not confirmed to take it over, for that sender's next version would be lost.
 */
export async function writeOdf(
  room: ResultsRoom,
  origin: string,
  compose: () => UnsentMessage | Promise<UnsentMessage>,
  confirmed: Confirmed = {},
): Promise<KeptMessage> {
  let first = await compose();
  for (let tries = 0; tries < mostTries; tries += 1) {
    const held = await heldVersion(room, first);
    await requireOurs(room, first, confirmed);
    const unsent = await compose();
    const header = headerNow(room, unsent, held + 1, await zoneOf(room, unsent));
    const composed = composeMessage({
      header,
      dictionaries: { gen: 'ALTIS', codes: 'ALTIS' },
      content: unsent.content,
    });
    if (!composed.ok) throw notAllowed(composed.faults[0]);
    const bytes = new TextEncoder().encode(writeMessage(composed));
    const { message, flaw } = await takeInMessage(room, bytes, origin);
    if (flaw !== undefined) throw problem('CONFLICT', flaw.reason, { remedy: flaw.remedy });
    if (message.outcome === 'new' || message.outcome === 'replaces' || message.outcome === 'duplicate') return message;
    first = unsent;
  }
  throw problem('CONFLICT', 'Others write about the same at this moment.', { remedy: 'Try once more.' });
}

/** As much of a message as its key needs. */
type Keyed = Pick<UnsentMessage, 'header'>;

/** The version that is held of the key of a message; 0 where there is none. */
export async function heldVersion(room: ResultsRoom, message: Keyed): Promise<number> {
  return (await findHeldStamp(room.db, versionKey(headerNow(room, message, 1))))?.version ?? 0;
}

/** What a message says of one unit is written at the time of its venue, like what comes from there. */
async function zoneOf({ db, clock, config }: ResultsRoom, { header, content }: UnsentMessage): Promise<string> {
  const { timeZone } = config.section(resultsSettings);
  const unit = String((content.kind === 'schedule' ? content.units?.[0]?.code : undefined) ?? header.documentCode);
  const today = localDateTime(clock.now(), timeZone).slice(0, dateLength);
  return venueClock(today, (await findUnits(db, [unit])).get(unit), timeZone);
}

const dateLength = 'YYYY-MM-DD'.length;

function headerNow(
  { clock, config }: ResultsRoom,
  { header }: Keyed,
  version: number,
  zone: string = config.section(resultsSettings).timeZone,
): OdfHeader {
  const written = localDateTime(clock.now(), zone);
  const date = written.slice(0, dateLength);
  return {
    documentSubcode: undefined,
    documentSubtype: undefined,
    resultStatus: undefined,
    language: undefined,
    feedFlag: 'P',
    source: ownSource,
    ...header,
    version,
    date,
    time: written.slice('YYYY-MM-DDT'.length).replace(/[:.]/g, ''),
    logicalDate: header.logicalDate ?? date,
  };
}

/** Who sent the message that is held of the key of another, if not this installation; of updates each says its own part. */
export async function otherSender(room: ResultsRoom, message: Keyed): Promise<string | null> {
  if (message.header.documentType.endsWith('_UPDATE')) return null;
  const held = await findHeldStamp(room.db, versionKey(headerNow(room, message, 1)));
  return held === undefined || held.source === ownSource ? null : (held.source ?? '–');
}

/** @throws Problem CONFLICT where somebody else sends it and nobody confirmed to take it over; that is told in the audit. */
export async function requireOurs(room: ResultsRoom, message: Keyed, { mayTakeOver }: Confirmed): Promise<void> {
  const sender = await otherSender(room, message);
  if (sender === null) return;
  const { documentType, documentCode } = message.header;
  if (mayTakeOver !== true) {
    throw problem('CONFLICT', `${sender} sends ${documentType} of ${documentCode}; what it sends next would be lost.`, {
      remedy: 'Leave it to that sender, or confirm that you take over.',
    });
  }
  await runInTransaction(room.db, (trx) =>
    room.audit.record(trx, {
      actor: currentCall().actor,
      action: 'message.taken-over',
      subject: { kind: 'unit', id: documentCode },
      details: { documentType, from: sender },
    }),
  );
}

function notAllowed(fault: { readonly path: string; readonly message: string; readonly remedy: string } | undefined) {
  return problem('INVALID_INPUT', `${fault?.path ?? ''}: ${fault?.message ?? ''}`, { remedy: fault?.remedy ?? '' });
}

import { problem } from '@altis/kernel';
import { composeMessage, versionKey, writeMessage, type OdfHeader } from '@altis/odf';
import type { KeptMessage } from '../contract/index.ts';
import type { UnsentMessage } from '../domain/compose-race-list.ts';
import { localDateTime } from '../domain/local-time.ts';
import { resultsSettings } from '../settings.ts';
import { findHeldStamp } from '../store/find-messages.ts';
import type { ResultsRoom } from './intake/intake.ts';
import { takeInMessage } from './intake/take-in-message.ts';

/** Who writes at the same moment takes the version; more often than this it does not happen. */
const mostTries = 20;

/**
 * Writes a message as the next version of its key and takes it in like any other. `compose` is asked anew when somebody
 * else was faster, after the version is known, so that no version says less than the one before.
 *
 * @throws Problem INVALID_INPUT where ODF does not allow what it says.
 */
export async function writeOdf(
  room: ResultsRoom,
  origin: string,
  compose: () => UnsentMessage | Promise<UnsentMessage>,
): Promise<KeptMessage> {
  let first = await compose();
  for (let tries = 0; tries < mostTries; tries += 1) {
    const held = await heldVersion(room, first);
    const unsent = await compose();
    const header = headerNow(room, unsent, held + 1);
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

/** The version that is held of the key of a message; 0 where there is none. */
export async function heldVersion(room: ResultsRoom, message: UnsentMessage): Promise<number> {
  return (await findHeldStamp(room.db, versionKey(headerNow(room, message, 1))))?.version ?? 0;
}

function headerNow({ clock, config }: ResultsRoom, { header }: UnsentMessage, version: number): OdfHeader {
  const written = localDateTime(clock.now(), config.section(resultsSettings).timeZone);
  const date = written.slice(0, 'YYYY-MM-DD'.length);
  return {
    documentSubcode: undefined,
    documentSubtype: undefined,
    resultStatus: undefined,
    language: undefined,
    feedFlag: 'P',
    source: 'ALTIS',
    ...header,
    version,
    date,
    time: written.slice('YYYY-MM-DDT'.length).replace(/[:.]/g, ''),
    logicalDate: header.logicalDate ?? date,
  };
}

function notAllowed(fault: { readonly path: string; readonly message: string; readonly remedy: string } | undefined) {
  return problem('INVALID_INPUT', `${fault?.path ?? ''}: ${fault?.message ?? ''}`, { remedy: fault?.remedy ?? '' });
}

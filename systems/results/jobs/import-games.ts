import { defineJob, type Job, type JobRun } from '@altis/jobs';
import { asSystem } from '@altis/kernel';
import { composeMessage, writeMessage } from '@altis/odf';
import * as z from 'zod';
import type { GamesImport } from '../contract/games-import.ts';
import { composeGames, type ArchivedMessage, type ComposedGames } from '../domain/games-archive/compose-games.ts';
import { readGamesArchive } from '../domain/games-archive/read-games-archive.ts';
import { noteUnplaced } from '../domain/games-archive/unplaced.ts';
import type { ResultsRoom } from '../routes/intake/intake.ts';
import type { TakenIn } from '../routes/intake/take-in-message.ts';
import { takeInTogether } from '../routes/intake/take-in-together.ts';
import { resultsSettings } from '../settings.ts';
import { findSentArchive, tellGamesImport, type SentArchive } from '../store/games-imports.ts';

/** Messages of one transaction, and transactions at once: while one waits for the database, another is read. */
const together = 60;
const atOnce = 2;

/**
 * Takes in an archive of a whole Games: it is told as ODF, and each message comes in by the way of all messages. Run again
 * after a crash, it finds what was taken in to be duplicates, and goes on.
 */
export function importGames(room: ResultsRoom): Job {
  return defineJob({
    name: 'import-games',
    input: z.object({ import: z.string() }),
    async run({ import: id }, run) {
      const sent = await findSentArchive(room.db, id);
      if (sent === undefined) return;
      await tellGamesImport(room.db, id, { state: 'running', startedAt: new Date(room.clock.now()) });
      const read = readGamesArchive(await bytesOf(room, sent));
      if (!read.ok) {
        const why = { reason: read.message, remedy: read.remedy };
        await tellGamesImport(room.db, id, { state: 'refused', ...why, endedAt: new Date(room.clock.now()) });
        return;
      }
      const zone = room.config.section(resultsSettings).timeZone;
      const games = composeGames(read.archive, { competition: sent.competition, version: sent.version, zone });
      const news = await asSystem(room.name, () => takeInAll(room, sent, games, run));
      await tellGamesImport(room.db, id, { ...news, state: 'done', endedAt: new Date(room.clock.now()) });
    },
  });
}

async function bytesOf({ storage }: ResultsRoom, { object }: SentArchive): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of await storage.read(object)) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

/** Lists one after the other, then documents several at once. */
async function takeInAll(
  room: ResultsRoom,
  sent: SentArchive,
  { lists, documents, unplaced }: ComposedGames,
  { signal, progress }: JobRun,
): Promise<Pick<GamesImport, 'done' | 'outcomes' | 'unplaced'>> {
  const total = lists.length + documents.length;
  const outcomes: Record<string, number> = {};
  const refused = noteUnplaced();
  let done = 0;
  await tellGamesImport(room.db, sent.id, { total, done, unplaced: [...unplaced] });

  const takeIn = async (messages: readonly ArchivedMessage[]): Promise<void> => {
    signal.throwIfAborted();
    for (const { outcome, reason, about } of await takeInSome(room, sent, messages)) {
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
      if (reason !== undefined) refused.add(`message: ${reason}`, about);
    }
    done += messages.length;
    progress(done / total, `${done} of ${total}`);
    await tellGamesImport(room.db, sent.id, { done, outcomes });
  };

  for (const list of lists) await takeIn([list]);
  const waiting = batchesOf(documents);
  const work = async (): Promise<void> => {
    for (const batch of waiting) await takeIn(batch);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return { done, outcomes, unplaced: [...unplaced, ...refused.list()] };
}

type Taken = { readonly outcome: string; readonly reason?: string; readonly about: string };

async function takeInSome(
  room: ResultsRoom,
  sent: SentArchive,
  messages: readonly ArchivedMessage[],
): Promise<Taken[]> {
  const unwritten: Taken[] = [];
  const written: { readonly about: string; readonly bytes: Uint8Array }[] = [];
  for (const { header, content } of messages) {
    const about = `${header.documentType} ${header.documentCode}`;
    const composed = composeMessage({ header, dictionaries: { gen: 'ALTIS', codes: 'ALTIS' }, content });
    if (composed.ok) written.push({ about, bytes: new TextEncoder().encode(writeMessage(composed)) });
    else unwritten.push({ outcome: 'unwritten', reason: faultOf(composed.faults[0]), about });
  }
  const bytes = written.map((each) => each.bytes);
  const taken = await takeInTogether(room, bytes, sent.name);
  return [...unwritten, ...taken.map((each, at) => outcomeOf(each, written[at]?.about ?? ''))];
}

function outcomeOf({ message: { outcome }, flaw }: TakenIn, about: string): Taken {
  if (flaw !== undefined) return { outcome, reason: flaw.reason, about };
  if (outcome !== 'conflict') return { outcome, about };
  return { outcome, reason: 'another one of this version says something else; import it with a higher version', about };
}

function faultOf(fault: { readonly path: string; readonly message: string } | undefined): string {
  return `${fault?.path ?? ''} ${fault?.message ?? ''}`;
}

function* batchesOf(documents: readonly ArchivedMessage[]): Generator<readonly ArchivedMessage[]> {
  for (let from = 0; from < documents.length; from += together) yield documents.slice(from, from + together);
}

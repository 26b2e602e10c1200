import { defineJob, type Job, type JobRun } from '@altis/jobs';
import { asSystem } from '@altis/kernel';
import { composeMessage, writeMessage } from '@altis/odf';
import * as z from 'zod';
import type { GamesImport } from '../contract/games-import.ts';
import { composeGames, type ArchivedMessage, type ComposedGames } from '../domain/games-archive/compose-games.ts';
import { readGamesArchive } from '../domain/games-archive/read-games-archive.ts';
import { noteUnplaced } from '../domain/games-archive/unplaced.ts';
import type { ResultsRoom } from '../routes/intake/intake.ts';
import { takeInMessage } from '../routes/intake/take-in-message.ts';
import { resultsSettings } from '../settings.ts';
import { findSentArchive, tellGamesImport, type SentArchive } from '../store/games-imports.ts';

/** Messages about different things that are taken in at once: while one waits for the database, another is read. */
const atOnce = 4;
const tellEvery = 100;

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

  const takeIn = async (message: ArchivedMessage): Promise<void> => {
    signal.throwIfAborted();
    const { outcome, reason } = await takeInOne(room, sent, message);
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    if (reason !== undefined) {
      refused.add(reason, `${message.header.documentType} ${message.header.documentCode}`);
    }
    done += 1;
    if (done % tellEvery !== 0) return;
    progress(done / total, `${done} of ${total}`);
    await tellGamesImport(room.db, sent.id, { done, outcomes });
  };

  for (const list of lists) await takeIn(list);
  const waiting = documents.values();
  const work = async (): Promise<void> => {
    for (const document of waiting) await takeIn(document);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return { done, outcomes, unplaced: [...unplaced, ...refused.list()] };
}

async function takeInOne(
  room: ResultsRoom,
  sent: SentArchive,
  { header, content }: ArchivedMessage,
): Promise<{ readonly outcome: string; readonly reason?: string }> {
  const composed = composeMessage({ header, dictionaries: { gen: 'ALTIS', codes: 'ALTIS' }, content });
  if (!composed.ok) {
    const [fault] = composed.faults;
    return { outcome: 'unwritten', reason: `message: ${fault?.path ?? ''} ${fault?.message ?? ''}` };
  }
  const bytes = new TextEncoder().encode(writeMessage(composed));
  const { message, flaw } = await takeInMessage(room, bytes, sent.name);
  if (flaw !== undefined) return { outcome: message.outcome, reason: `message: ${flaw.reason}` };
  if (message.outcome !== 'conflict') return { outcome: message.outcome };
  return { outcome: message.outcome, reason: 'message: another one of this version says something else' };
}

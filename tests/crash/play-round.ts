import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { mediaDescription } from '@altis/media-description/contract';
import { beginUpload, idOfUpload } from '@altis/testing';
import { playByPlay, type Goal } from '../../systems/media-description/tests/game-messages.ts';
import type { Line, SentUpload } from './ledger.ts';

const valla = { code: '1000123', given: 'Tero', family: 'Valla' };
const suomi = { code: '1000127', given: 'Aki', family: 'Suomi' };
const at = (second: number): string => `2030-02-22T15:00:${String(second).padStart(2, '0')}.000+01:00`;
const first: Goal = { id: 'P1-1', at: at(3), scorer: valla, homeScore: 1 };
const second: Goal = { id: 'P1-2', at: at(6), scorer: suomi, homeScore: 2 };
const third: Goal = { id: 'P1-3', at: at(9), scorer: valla, homeScore: 3 };

/** The play-by-play as each version has it: three goals, one given to another player, one cancelled. */
export const versions: readonly (readonly Goal[])[] = [
  [first],
  [first, second],
  [first, second, third],
  [{ ...first, scorer: suomi }, second, third],
  [{ ...first, scorer: suomi }, second],
];

const unitOf = (round: number): string => `IHOMTEAM6-------------GPA-${String(round).padStart(4, '0')}00--`;
const titleOf = (round: number): string => `Game ${round}`;

type RoundOptions = {
  readonly round: number;
  readonly video: string;
  /** 0 to below 1, from a seed. */
  readonly random: () => number;
};

/** One game: its messages one after the other, and meanwhile its recording in pieces and the session on it. */
export async function playRound(line: Line, options: RoundOptions): Promise<void> {
  await Promise.all([sendMessages(line, options), sendRecording(line, options)]);
}

async function sendMessages({ reliably, user, ledger }: Line, { round, random }: RoundOptions): Promise<void> {
  const unit = unitOf(round);
  for (const [index, goals] of versions.entries()) {
    const text = playByPlay(index + 1, goals, unit);
    const { id } = await reliably(async () => {
      const headers = { 'content-type': 'application/xml' };
      const answer = await user.fetch('/api/results/messages', { method: 'POST', headers, body: text });
      if (!answer.ok) throw new Error(`A message was refused: ${await answer.text()}`);
      return (await answer.json()) as { id: string };
    });
    ledger.messages.push({ id, unit, version: index + 1, text });
    await pause(random() * 150);
  }
}

async function sendRecording(line: Line, { round, video, random }: RoundOptions): Promise<void> {
  const { reliably, user, ledger } = line;
  const bytes = await readFile(video);
  const path = await reliably(() => beginUpload(user, bytes.length, `game-${round}.mp4`));
  const upload: SentUpload = { path, sizeBytes: bytes.length, acknowledgedBytes: 0, finished: false };
  ledger.uploads.push(upload);
  while (!upload.finished) {
    await reliably(() => sendPiece(line, upload, bytes, Math.ceil(bytes.length * (0.1 + 0.1 * random()))));
    await pause(random() * 60);
  }
  const session = await reliably(async () => {
    const { sessions } = user.api(mediaDescription);
    // Whoever lost the answer looks before asking again.
    const known = (await sessions.list({ limit: 200 })).items.find(({ title }) => title === titleOf(round));
    const wanted = { unit: unitOf(round), upload: idOfUpload(path), startsAt: at(0), title: titleOf(round) };
    return known ?? (await sessions.create(wanted));
  });
  ledger.sessions.push({ id: session.id, title: titleOf(round) });
}

/** Sends the next bytes behind those that the server has, as tus asks a resuming sender to do. */
async function sendPiece({ user }: Line, upload: SentUpload, bytes: Buffer, pieceBytes: number): Promise<void> {
  const offset = await offsetOf(user, upload);
  if (offset < bytes.length) {
    const body = bytes.subarray(offset, offset + pieceBytes);
    const headers = { ...tus, 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' };
    const answer = await user.fetch(upload.path, { method: 'PATCH', headers, body: new Uint8Array(body) });
    if (answer.status !== 204) throw new Error(`Bytes were refused: ${answer.status} ${await answer.text()}`);
    upload.acknowledgedBytes = Number(answer.headers.get('upload-offset'));
  } else upload.acknowledgedBytes = offset;
  upload.finished = upload.acknowledgedBytes === upload.sizeBytes;
}

const tus = { 'tus-resumable': '1.0.0' };

/** How many bytes the server says it has. */
export async function offsetOf(user: Line['user'], { path }: SentUpload): Promise<number> {
  const answer = await user.fetch(path, { method: 'HEAD', headers: tus });
  if (!answer.ok) throw new Error(`The upload ${path} is lost: ${answer.status}`);
  return Number(answer.headers.get('upload-offset'));
}

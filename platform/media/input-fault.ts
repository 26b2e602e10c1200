import { open, stat, type FileHandle } from 'node:fs/promises';
import { problem, Problem } from '@altis/kernel';

/** What can be wrong with a video file or with what was asked of it. */
export type InputFault =
  | 'NOT_FOUND'
  | 'EMPTY_FILE'
  | 'NOT_A_VIDEO'
  | 'TRUNCATED'
  | 'NO_VIDEO_STREAM'
  | 'UNSUPPORTED_CODEC'
  | 'ENCRYPTED'
  | 'DAMAGED'
  | 'OUT_OF_RANGE';

/** A Problem (INVALID_INPUT, or NOT_FOUND) with the fault in its details; `message` names the file, `remedy` says what to do. */
export function inputProblem(fault: InputFault, message: string, remedy: string): Problem {
  return problem(fault === 'NOT_FOUND' ? 'NOT_FOUND' : 'INVALID_INPUT', message, { remedy, details: { fault } });
}

/** The fault that an error of this package tells of, if it is about the input. */
export function inputFaultOf(error: unknown): InputFault | undefined {
  return error instanceof Problem ? (error.details['fault'] as InputFault | undefined) : undefined;
}

/** Explains why no demuxer could open the file, from its first bytes. */
export async function explainUnreadable(path: string, name: string): Promise<Problem> {
  const early = await missingOrEmpty(path, name);
  if (early) return early;
  const handle = await open(path, 'r');
  try {
    const { size: sizeBytes } = await handle.stat();
    const boxes = await topLevelBoxes(handle, sizeBytes);
    if (boxes.names.includes('ftyp') || boxes.names.includes('mdat')) {
      if (!boxes.names.includes('moov') || boxes.isCutShort) return truncated(name);
    }
    return notAVideo(name, await startsAsText(handle));
  } finally {
    await handle.close();
  }
}

/** A problem when there is nothing to read, before any engine looks at the file. */
export async function missingOrEmpty(path: string, name: string): Promise<Problem | undefined> {
  const facts = await stat(path).catch(() => undefined);
  if (!facts?.isFile()) {
    return inputProblem('NOT_FOUND', `There is no file “${name}”.`, 'Check that the upload finished, then try again.');
  }
  if (facts.size > 0) return undefined;
  return inputProblem('EMPTY_FILE', `“${name}” is empty: it has zero bytes.`, 'Upload or export the file again.');
}

/** True when an MP4 or MOV file ends before its last part does (a copy or upload that was cut short). */
export async function isCutShort(path: string): Promise<boolean> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    return (await topLevelBoxes(handle, size)).isCutShort;
  } finally {
    await handle.close();
  }
}

function truncated(name: string): Problem {
  return inputProblem(
    'TRUNCATED',
    `“${name}” is incomplete: the part that tells where its pictures are (“moov”) is missing, so the recording or transfer was cut short.`,
    'Transfer the file again from its source; if the recording itself broke off, repair it with the camera or recorder.',
  );
}

function notAVideo(name: string, isText: boolean): Problem {
  return inputProblem(
    'NOT_A_VIDEO',
    isText ? `“${name}” is not a video: it holds text.` : `“${name}” is not a video that can be read.`,
    'Give a video file: MP4, MOV, MKV, WebM, MPEG-TS, MXF, AVI or MPEG-PS.',
  );
}

type Boxes = { readonly names: readonly string[]; readonly isCutShort: boolean };

/** Walks the boxes of an ISO base media file (ISO/IEC 14496-12, 4.2); anything else gives names that match none. */
async function topLevelBoxes(handle: FileHandle, sizeBytes: number): Promise<Boxes> {
  const names: string[] = [];
  const header = Buffer.alloc(16);
  for (let offset = 0; offset < sizeBytes && names.length < 10_000;) {
    await handle.read(header, 0, 16, offset);
    const name = header.toString('latin1', 4, 8);
    if (!/^[a-zA-Z0-9 ]{4}$/.test(name)) return { names, isCutShort: false };
    names.push(name);
    const short = header.readUInt32BE(0);
    const boxBytes = short === 1 ? Number(header.readBigUInt64BE(8)) : short === 0 ? sizeBytes - offset : short;
    if (boxBytes < 8) return { names, isCutShort: false };
    offset += boxBytes;
    if (offset > sizeBytes) return { names, isCutShort: names.includes('ftyp') };
  }
  return { names, isCutShort: false };
}

async function startsAsText(handle: FileHandle): Promise<boolean> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(512), 0, 512, 0);
  // oxlint-disable-next-line no-control-regex -- control characters are what tells text from other bytes
  return !/[\u0000-\u0008\u000e-\u001f\ufffd]/.test(buffer.toString('utf8', 0, bytesRead).slice(0, -4));
}

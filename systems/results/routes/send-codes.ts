import type { Readable } from 'node:stream';
import type { FastifyInstance } from '@altis/http';
import { problem } from '@altis/kernel';
import { composeBody, odfElement, writeMessage, type OdfElement } from '@altis/odf';
import { readCodeTable } from '../domain/code-table.ts';
import { localDateTime } from '../domain/local-time.ts';
import { resultsSettings } from '../settings.ts';
import { findCompetition } from '../store/competition.ts';
import type { ResultsRoom } from './intake/intake.ts';
import { takeInMessage } from './intake/take-in-message.ts';
import { readBody } from './read-body.ts';

/** The largest table; that of the units of a Games has less than 1 MiB. */
const largestTableBytes = 16 * 1024 * 1024;

/**
 * `POST /api/results/codes/{table}`, the body being a code table as CSV (see `readCodeTable`). It is written as a DT_CODES
 * and taken in like any other message; the answer is the kept message and how many codes it has. `?competition=` names the
 * Games where none are known yet.
 */
export function mountSendCodes(app: FastifyInstance, room: ResultsRoom): void {
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    const config = { permission: 'results.codes.write' };
    scope.post<{ Params: { table: string }; Querystring: { competition?: unknown } }>(
      '/api/results/codes/:table',
      { config },
      async ({ params: { table }, query, body }, reply) => {
        const bytes = await readBody(body as Readable | undefined, largestTableBytes);
        const codes = codesIn(requireName(table), bytes);
        const message = composeCodes(room, await requireCompetition(room, query.competition), table, codes);
        const { message: kept, flaw } = await takeInMessage(room, message, `${table}.csv`);
        if (flaw !== undefined) throw problem('INVALID_INPUT', flaw.reason, { remedy: flaw.remedy });
        return reply.code(201).send({ message: kept, codes: codes.length });
      },
    );
  });
}

function requireName(table: string): string {
  if (/^[A-Za-z][A-Za-z0-9_-]{0,39}$/.test(table)) return table;
  throw problem('INVALID_INPUT', 'The name of a code table has up to 40 letters and digits.', {
    remedy: 'Name it after what its codes are of: Discipline, Event, Phase, EventUnit, Organisation, Venue…',
  });
}

function codesIn(table: string, bytes: Uint8Array) {
  if (bytes.byteLength > largestTableBytes) throw problem('TOO_LARGE', `The table ${table} is larger than 16 MiB.`);
  const read = readCodeTable(table, decode(table, bytes));
  if (!read.ok) throw problem('INVALID_INPUT', read.message, { remedy: read.remedy });
  return read.codes;
}

function decode(table: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    const remedy = 'Save it as CSV in UTF-8.';
    throw problem('INVALID_INPUT', `The table ${table} is not in UTF-8.`, { remedy, cause });
  }
}

async function requireCompetition({ db, config }: ResultsRoom, told: unknown): Promise<string> {
  const known = config.section(resultsSettings).competition ?? (await findCompetition(db));
  if (known !== undefined) return known;
  if (typeof told === 'string' && /^[A-Za-z0-9_-]{1,20}$/.test(told)) return told;
  throw problem('CONFLICT', 'No Games are known yet that the table could be for.', {
    remedy: 'Set ALTIS_RESULTS_COMPETITION, send a message of the Games first, or add ?competition=CODE.',
  });
}

function composeCodes(
  { clock, config }: ResultsRoom,
  competitionCode: string,
  table: string,
  codes: readonly OdfElement[],
): Uint8Array {
  const nowMs = clock.now();
  const written = localDateTime(nowMs, config.section(resultsSettings).timeZone);
  const date = written.slice(0, 'YYYY-MM-DD'.length);
  const header = {
    competitionCode,
    documentCode: 'GEN'.padEnd(34, '-'),
    documentSubcode: 'IMPORT',
    documentType: 'DT_CODES',
    documentSubtype: table,
    version: nowMs,
    resultStatus: undefined,
    language: undefined,
    feedFlag: 'P' as const,
    date,
    time: written.slice('YYYY-MM-DDT'.length).replace(/[:.]/g, ''),
    logicalDate: date,
    source: 'ALTIS',
  };
  const competition = odfElement('Competition', { Gen: 'ALTIS', Codes: 'ALTIS' }, codes);
  return new TextEncoder().encode(writeMessage({ root: composeBody(header, [competition]) }));
}

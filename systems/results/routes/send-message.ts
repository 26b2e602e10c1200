import type { FastifyInstance, FastifyRequest } from '@altis/http';
import { problem, type ProblemCode } from '@altis/kernel';
import { Readable } from 'node:stream';
import { largestMessageBytes, type Flaw } from '../domain/flaw.ts';
import type { ResultsRoom } from './intake/intake.ts';
import { takeInMessage, type TakenIn } from './intake/take-in-message.ts';
import { largeInTurn, type Arriving } from './large-in-turn.ts';

/** Genuine messages are smaller, but for the first lists of a Games; while one is taken in, it takes many times its size. */
const smallBytes = 4 * 1024 * 1024;
const largeAtOnce = 2;
const largeWaiting = 50;

/**
 * `POST /api/results/messages`, the body being one ODF message as XML; `?file=` names the file it came from. Answers 201
 * with the kept message, 200 where it changed nothing, or why it is refused.
 */
export function mountSendMessage(app: FastifyInstance, room: ResultsRoom): void {
  const inTurn = largeInTurn({
    smallBytes,
    largestBytes: largestMessageBytes,
    atOnce: largeAtOnce,
    waiting: largeWaiting,
  });
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    const config = { permission: 'results.message.send' };
    scope.post('/api/results/messages', { config }, async (request, reply) => {
      requireXml(request);
      const origin = originOf(request);
      const { message, flaw } = await inTurn(arrivingBy(request), (bytes) => takeInMessage(room, bytes, origin));
      if (flaw !== undefined) throw refusalOf(flaw, message, origin);
      const isNews = message.outcome === 'new' || message.outcome === 'replaces';
      return reply.code(isNews ? 201 : 200).send(message);
    });
  });
}

function arrivingBy({ body, socket, headers }: FastifyRequest): Arriving {
  const declared = headers['content-length'];
  return {
    body: (body as Readable | undefined) ?? Readable.from([]),
    socket,
    declaredBytes: declared === undefined ? undefined : Number(declared),
  };
}

function requireXml({ headers }: FastifyRequest): void {
  const type = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (type === 'application/xml' || type === 'text/xml') return;
  const what =
    type === '' ? 'The message comes without a Content-Type' : `A message is XML, not "${type.slice(0, 100)}"`;
  throw problem('UNSUPPORTED', `${what}.`, {
    remedy: 'Send it with the header "Content-Type: application/xml".',
  });
}

function originOf({ query }: FastifyRequest): string {
  const file = (query as { file?: unknown }).file;
  return typeof file === 'string' && file !== '' ? file.slice(0, 200) : 'http';
}

const codes: Readonly<Record<Flaw['kind'], ProblemCode>> = {
  unreadable: 'INVALID_INPUT',
  wrong: 'INVALID_INPUT',
  foreign: 'CONFLICT',
  'too-large': 'TOO_LARGE',
};

function refusalOf({ kind, reason, remedy, line, column }: Flaw, { id }: TakenIn['message'], origin: string) {
  const named = origin === 'http' ? reason : `${origin}: ${reason}`;
  return problem(codes[kind], named, { remedy, details: { message: id, ...(line && { line, column }) } });
}

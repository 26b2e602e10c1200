import { Problem, problem, type Log } from '@altis/kernel';
import type { FastifyError, FastifyInstance } from 'fastify';

/** As contracts carry errors (oRPC), so that typed clients read them; `defined` says whether a route's contract names it. */
type ErrorBody = {
  readonly defined: false;
  readonly code: string;
  readonly status: number;
  readonly message: string;
  readonly data?: Readonly<Record<string, unknown>>;
};

/**
 * Answers every error as `{ code, status, message, data: { remedy?, … } }`, the form that contract routes have too.
 * What a caller cannot act on is logged and not told.
 */
export function answerProblems(app: FastifyInstance, log: Log): void {
  app.setErrorHandler(async (error: FastifyError, request, reply) => {
    if (error instanceof Problem) {
      setRetryAfter(error.details, (name, value) => void reply.header(name, value));
      return reply.code(error.status).send(problemBody(error));
    }
    const status = error.statusCode ?? 500;
    if (status < 500) return reply.code(status).send(refusalOf(error, status, request.headers['content-type']));
    log.error({ error, route: request.routeOptions.url, request: request.call?.requestId }, 'A request failed');
    return reply.code(500).send({
      defined: false,
      code: 'INTERNAL',
      status: 500,
      message: 'Something went wrong here.',
      data: { remedy: `The log has the details under ${request.call?.requestId ?? 'this time'}.` },
    } satisfies ErrorBody);
  });

  app.setNotFoundHandler(async (request, reply) => {
    const message = `${request.method} ${request.url.split('?')[0] ?? ''} is no route of this server.`;
    return reply.code(404).send(problemBody(problem('NOT_FOUND', message)));
  });
}

/** Tells a throttled caller when to come again (RFC 9110, clause 10.2.3). */
export function setRetryAfter(details: unknown, setHeader: (name: string, value: string) => void): void {
  if (typeof details !== 'object' || details === null) return;
  const seconds: unknown = Reflect.get(details, 'retryAfterSeconds');
  if (typeof seconds === 'number') setHeader('retry-after', String(Math.ceil(seconds)));
}

/** A problem as it is sent. */
export function problemBody({ code, status, message, remedy, details }: Problem): ErrorBody {
  return { defined: false, code, status, message, data: { ...details, ...(remedy === undefined ? {} : { remedy }) } };
}

function refusalOf(error: FastifyError, status: number, contentType: string | undefined): ErrorBody {
  if (status === 413) {
    const remedy = 'Send large files with the resumable upload.';
    return {
      defined: false,
      code: 'TOO_LARGE',
      status,
      message: 'The body is larger than this route takes.',
      data: { remedy },
    };
  }
  if (status === 415) {
    const message =
      contentType === undefined
        ? 'The body comes without a Content-Type.'
        : `This route does not take the content type "${contentType.slice(0, 100)}".`;
    const remedy = 'Say what the body is: most routes take JSON, with the header "Content-Type: application/json".';
    return { defined: false, code: 'UNSUPPORTED', status, message, data: { remedy } };
  }
  return { defined: false, code: 'INVALID_INPUT', status, message: error.message };
}

import { Problem, type Log } from '@altis/kernel';
import type { FastifyError, FastifyInstance } from 'fastify';

/** Answers every error as `{ code, message, remedy? }`; what a caller cannot act on is logged and not told. */
export function answerProblems(app: FastifyInstance, log: Log): void {
  app.setErrorHandler(async (error: FastifyError, request, reply) => {
    if (error instanceof Problem) {
      const retryAfter = error.details['retryAfterSeconds'];
      if (typeof retryAfter === 'number') void reply.header('retry-after', retryAfter);
      return reply.code(error.status).send({
        code: error.code,
        message: error.message,
        ...(error.remedy === undefined ? {} : { remedy: error.remedy }),
        ...(Object.keys(error.details).length > 0 ? { data: error.details } : {}),
      });
    }
    const status = error.statusCode ?? 500;
    if (status < 500) return reply.code(status).send(refusalOf(error, status));
    log.error({ error, route: request.routeOptions.url, request: request.call?.requestId }, 'A request failed');
    return reply.code(500).send({
      code: 'INTERNAL',
      message: 'Something went wrong here.',
      remedy: `The log has the details under ${request.call?.requestId ?? 'this time'}.`,
    });
  });
}

function refusalOf(error: FastifyError, status: number): { code: string; message: string; remedy?: string } {
  if (status === 413)
    return {
      code: 'TOO_LARGE',
      message: 'The body is larger than this route takes.',
      remedy: 'Send large files with the resumable upload.',
    };
  if (status === 415) return { code: 'UNSUPPORTED', message: 'This route does not take that content type.' };
  return { code: 'INVALID_INPUT', message: error.message };
}

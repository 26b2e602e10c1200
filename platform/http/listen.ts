import { errorCodeOf, problem } from '@altis/kernel';
import type { FastifyInstance } from 'fastify';

/** Begins to answer, and returns the base URL. Throws UNAVAILABLE with the remedy when the port is taken. */
export async function listen(app: FastifyInstance, { host, port }: { host: string; port: number }): Promise<string> {
  try {
    return await app.listen({ host, port });
  } catch (cause) {
    if (errorCodeOf(cause) !== 'EADDRINUSE') throw cause;
    throw problem('UNAVAILABLE', `The port ${port} of ${host} is used by another program already.`, {
      remedy: `End that program, or choose another port: PORT=${port + 1}, or PORT=0 for any that is free.`,
      cause,
    });
  }
}

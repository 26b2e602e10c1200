import { ORPCError } from '@orpc/client';
import * as z from 'zod';
import type { CallContext } from './call-context.ts';
import { Problem, problem } from './problem.ts';

/**
 * Stands before every handler, called over HTTP or by another system: asks the route's rule (`meta.permission`) and
 * turns problems into the form in which contracts carry errors.
 */
export async function enforceRule<Output>({ context, procedure, path, next }: Interception<Output>): Promise<Output> {
  const permission = ruleOf(procedure['~orpc'].meta, path);
  const { actor } = context.call;
  if (!context.may(actor, permission)) {
    throw actor.kind === 'anonymous'
      ? asRouteError(problem('UNAUTHENTICATED', 'This needs you to be signed in.', { remedy: 'Sign in.' }))
      : asRouteError(problem('FORBIDDEN', `This needs the permission "${permission}".`, { details: { permission } }));
  }
  try {
    return await next();
  } catch (error) {
    const told = inputProblem(error) ?? error;
    throw told instanceof Problem ? asRouteError(told) : told;
  }
}

type Interception<Output> = {
  readonly context: CallContext;
  readonly procedure: { readonly '~orpc': { readonly meta: Record<string, unknown> } };
  readonly path: readonly string[];
  readonly next: () => Promise<Output>;
};

/** What a contract refuses, naming the input and what is wrong with it; undefined for any other error. */
function inputProblem(error: unknown): Problem | undefined {
  if (!(error instanceof ORPCError) || error.code !== 'BAD_REQUEST') return undefined;
  const refused = Refused.safeParse(error.data);
  if (!refused.success) return undefined;
  const told = refused.data.issues
    .slice(0, toldIssues)
    .map(({ path, message }) => `${path.join('.') || 'input'}: ${message}`);
  return problem('INVALID_INPUT', told.join('; '), { remedy: 'The contract at /api/openapi.json says what is taken.' });
}

const toldIssues = 5;
const Refused = z.object({
  issues: z
    .array(z.object({ message: z.string(), path: z.array(z.union([z.string(), z.number()])).default([]) }))
    .min(1),
});

/** A problem in the form in which contracts carry errors, in process and over HTTP. */
function asRouteError(error: Problem): ORPCError<string, unknown> {
  return new ORPCError(error.code, {
    status: error.status,
    message: error.message,
    data: { ...error.details, ...(error.remedy === undefined ? {} : { remedy: error.remedy }) },
    cause: error,
  });
}

/** The permission that a route's contract names. Throws an Error for a route without one. */
export function ruleOf(meta: Record<string, unknown>, path: readonly string[]): string {
  const { permission } = meta;
  if (typeof permission !== 'string') throw new Error(`The route ${path.join('.')} has no meta.permission.`);
  return permission;
}

import { createORPCClient, ORPCError } from '@orpc/client';
import type { Client } from '@orpc/client';
import type { AnyContractRouter, ContractRouterClient } from '@orpc/contract';
import type { JsonifiedClient } from '@orpc/openapi-client';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import { z } from 'zod';
import { csrfHeaders } from './csrf.ts';

type NoContext = Record<never, never>;

/** What a system publishes in its `contract/index.ts`. */
export type Published<Contract extends AnyContractRouter = AnyContractRouter> = {
  readonly name: string;
  readonly contract: Contract;
};

/** One route: call it, or hand it to TanStack Query. Inputs and outputs are as JSON carries them. */
export type Procedure<Input, Output, Failure> = Client<NoContext, Input, Output, Failure> & {
  /** For `useQuery(api.units.read.queryOptions({ rsc }))`. */
  queryOptions(...input: Rest<Input>): {
    queryKey: readonly unknown[];
    queryFn: (context: { signal: AbortSignal }) => Promise<Output>;
  };
  /** `[system, …path, input]`; without an input it is the beginning of the keys of all inputs. */
  queryKey(input?: Input): readonly unknown[];
};
type Rest<Input> = undefined extends Input ? [input?: Input] : [input: Input];

/** A contract as the browser calls it. */
type Api<Tree> =
  Tree extends Client<NoContext, infer Input, infer Output, infer Failure>
    ? Procedure<Input, Output, Failure>
    : { readonly [Key in keyof Tree]: Api<Tree[Key]> };

export type ApiOf<Contract extends AnyContractRouter> = Api<JsonifiedClient<ContractRouterClient<Contract>>>;

const made = new WeakMap<AnyContractRouter, unknown>();

/**
 * The typed client of a published contract on this page's own server. Failures are thrown with the server's
 * message and remedy (see `readProblem`).
 */
export function apiOf<Contract extends AnyContractRouter>(published: Published<Contract>): ApiOf<Contract> {
  const known = made.get(published.contract) ?? proxyAt([], published.name, clientOf(published));
  made.set(published.contract, known);
  // The proxy answers exactly the paths that the contract's type has.
  return known as ApiOf<Contract>;
}

type Call = (input?: unknown, options?: { signal?: AbortSignal }) => Promise<unknown>;

function clientOf({ name, contract }: Published): (path: readonly string[]) => Call {
  const link = new OpenAPILink<NoContext>(contract, {
    url: new URL(`/api/${name}`, location.origin),
    headers: csrfHeaders,
    fetch: (request, init) => fetch(request, { ...init, credentials: 'same-origin' }),
    customErrorResponseBodyDecoder: (body, response) => decodeProblem(body, response.status),
  });
  return (path) => createORPCClient<Client<NoContext, unknown, unknown, Error>>(link, { path });
}

function proxyAt(path: readonly string[], system: string, callOf: (path: readonly string[]) => Call): unknown {
  const keyOf = (input: unknown): readonly unknown[] => [system, ...path, ...(input === undefined ? [] : [input])];
  const own: Record<string, unknown> = {
    queryKey: keyOf,
    queryOptions: (input?: unknown) => ({
      queryKey: keyOf(input),
      queryFn: ({ signal }: { signal: AbortSignal }) => callOf(path)(input, { signal }),
    }),
  };
  const children = new Map<string, unknown>();
  return new Proxy(callOf(path), {
    get: (_target, key) => {
      if (typeof key === 'symbol' || key === 'then') return undefined;
      if (key in own) return own[key];
      if (!children.has(key)) children.set(key, proxyAt([...path, key], system, callOf));
      return children.get(key);
    },
  });
}

// The server's answer for every failure. The library's own reader asks for a mark that only typed errors carry.
const problemBody = z.object({ code: z.string(), message: z.string(), data: z.unknown().optional() });

function decodeProblem(body: unknown, status: number): ORPCError<string, unknown> | undefined {
  const parsed = problemBody.safeParse(body);
  if (!parsed.success) return undefined;
  const { code, message, data } = parsed.data;
  return new ORPCError(code, { defined: true, status, message, data });
}

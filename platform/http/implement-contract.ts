import type { Access } from '@altis/access';
import { ruleOf, type CallContext } from '@altis/kernel';
import type { AnyContractRouter } from '@orpc/contract';
import { implement } from '@orpc/server';

/** What a handler knows of the HTTP exchange; absent when another system calls in the same process. */
export type HttpExchange = {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly remoteAddress: string;
  readonly host: string;
  readonly secure: boolean;
  /** The browser session, where the actor is known by one. */
  readonly sessionId: string | undefined;
  readonly setHeader: (name: string, value: string) => void;
};

export type RouteContext = CallContext & { readonly http?: HttpExchange };

/** An implementer for a contract: `const os = implementContract(contract); os.find.handler(({ input, context }) => …)`. */
export function implementContract<Contract extends AnyContractRouter>(contract: Contract) {
  return implement(contract).$context<RouteContext>();
}

/** Throws an Error for a route whose permission no system declares; asked for every contract at start. */
export function assertRulesDeclared(name: string, contract: AnyContractRouter, access: Access): void {
  for (const { path, permission } of listRoutes(contract)) access.assertDeclared(permission, `${name}.${path}`);
}

export type RouteRule = {
  readonly path: string;
  readonly method: string;
  readonly url: string;
  readonly permission: string;
};

/** Every route of a contract with its rule: for the check at start, and for the table routes × roles in tests. */
export function listRoutes(contract: AnyContractRouter, path: readonly string[] = []): RouteRule[] {
  const definition = Reflect.get(contract, '~orpc') as
    | { meta: Record<string, unknown>; route: { method?: string; path?: string } }
    | undefined;
  if (definition === undefined) {
    return Object.entries(contract).flatMap(([key, part]) => listRoutes(part as AnyContractRouter, [...path, key]));
  }
  const { method = 'POST', path: url = `/${path.join('/')}` } = definition.route;
  return [{ path: path.join('.'), method, url, permission: ruleOf(definition.meta, path) }];
}

import { createORPCClient } from '@orpc/client';
import type { AnyContractRouter } from '@orpc/contract';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import type { Client, Published } from './client.ts';

export type HttpClientOptions = {
  /** Base URL of the process that runs the system, without a slash at the end. */
  readonly url: string;
  /** Asked for each call: what says who calls. */
  readonly headers: () => Readonly<Record<string, string>>;
  readonly fetch?: (request: Request, init: RequestInit) => Promise<Response>;
};

/** A typed client of a published contract over HTTP. Refused calls throw an error with `code`, `message` and `data.remedy`. */
export function httpClient<Contract extends AnyContractRouter>(
  { name, contract }: Published<Contract>,
  { url, headers, fetch: send = fetch }: HttpClientOptions,
): Client<Contract> {
  const link = new OpenAPILink<Record<never, never>>(contract, {
    url: `${url}/api/${name}`,
    headers: () => ({ ...headers() }),
    fetch: (request, init) => send(request, init),
  });
  return createORPCClient<Client<Contract>>(link);
}

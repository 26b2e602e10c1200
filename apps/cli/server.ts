import { defineConfig, readConfig } from '@altis/config';
import { httpClient, problem, type Client, type Published } from '@altis/kernel';
import type { AnyContractRouter } from '@orpc/contract';
import * as z from 'zod';

export const clientConfig = defineConfig('cli', {
  url: {
    schema: z.url().default('http://127.0.0.1:8080'),
    env: 'ALTIS_URL',
    description: 'Server that commands talk to.',
  },
  token: {
    schema: z.string().optional(),
    env: 'ALTIS_TOKEN',
    secret: true,
    description: 'API token (page “Account”).',
  },
});

/** A request to the server in the name of the token. Throws a problem with the server's own words when it refuses. */
export async function request(path: string, init: RequestInit = {}): Promise<Response> {
  const { url } = settings();
  const headers = new Headers(init.headers);
  for (const [name, value] of Object.entries(credentials())) headers.set(name, value);
  const response = await fetch(new URL(path, url), { ...init, headers }).catch((cause: unknown) => {
    throw problem('UNAVAILABLE', `There is no server at ${url}.`, { remedy: 'Start it, or set ALTIS_URL.', cause });
  });
  if (response.ok) return response;
  const refusal = Refusal.safeParse(await response.json().catch(() => undefined)).data;
  const remedy = refusal?.data?.remedy;
  throw problem(
    'INVALID_INPUT',
    refusal?.message ?? `${path} answered ${response.status}.`,
    remedy === undefined ? {} : { remedy },
  );
}

const Refusal = z.object({ message: z.string(), data: z.object({ remedy: z.string().optional() }).optional() });

/** A typed client of a system on the server. */
export function reach<Contract extends AnyContractRouter>(published: Published<Contract>): Client<Contract> {
  return httpClient(published, { url: settings().url, headers: credentials });
}

function settings() {
  return readConfig({ environment: process.env }).section(clientConfig);
}

function credentials(): Record<string, string> {
  const { token } = settings();
  return token === undefined ? {} : { authorization: `Bearer ${token}` };
}

import { identity } from '@altis/identity/contract';
import { httpClient, type Client, type Published } from '@altis/kernel';
import type { AnyContractRouter } from '@orpc/contract';

export type TestRole = 'visitor' | 'member' | 'operator' | 'administrator';

/** Somebody who calls the server over HTTP with a session, as a browser does. */
export interface TestUser {
  readonly role: TestRole;
  /** The session as a `Cookie` header, for a browser under test; empty for a visitor. */
  readonly cookie: string;
  /** A request to a path such as `/api/results/messages`. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** A typed client of a published contract. Refused calls throw an error with `code`, `message` and `data.remedy`. */
  api<Contract extends AnyContractRouter>(published: Published<Contract>): Client<Contract>;
}

type OneTimeLink = { readonly purpose: 'welcome' | 'invitation'; readonly token: string };

/** Uses a one-time link as a browser does, and keeps the session. */
export async function enterByLink(url: string, role: TestRole, { purpose, token }: OneTimeLink): Promise<TestUser> {
  const account = { name: `Test ${role}`, password: 'a long pass phrase for tests' };
  const email = purpose === 'welcome' ? { email: `${role}@altis.example` } : {};
  const response = await fetch(`${url}/api/identity/first-sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ purpose, token, ...account, ...email }),
  });
  if (!response.ok) throw new Error(`The first sign-in was refused: ${await response.text()}`);
  const cookie = (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const { csrf } = (await response.json()) as { csrf: { header: string; value: string } };
  return userWith(url, role, cookie, { cookie, [csrf.header]: csrf.value });
}

/** Lets the administrator invite somebody of a role, who then signs in. */
export async function invite(url: string, administrator: TestUser, role: TestRole): Promise<TestUser> {
  if (role === 'visitor') return userWith(url, role, '', {});
  const email = `${role}-${Date.now()}@altis.example`;
  const { link } = await administrator.api(identity).users.invite({ email, name: `Test ${role}`, role });
  const token = new URL(link.path, url).searchParams.get('token') ?? '';
  return enterByLink(url, role, { purpose: 'invitation', token });
}

function userWith(url: string, role: TestRole, cookie: string, own: Readonly<Record<string, string>>): TestUser {
  return {
    role,
    cookie,
    fetch: (path, init = {}) => {
      const headers = new Headers(init.headers);
      for (const [name, value] of Object.entries(own)) headers.set(name, value);
      return fetch(`${url}${path}`, { ...init, headers });
    },
    api: (published) => httpClient(published, { url, headers: () => own }),
  };
}

import type { Generated, Selectable } from '@altis/database';
import type { Id } from '@altis/kernel';
import type { AccountRole } from './contract.ts';

export type IdentityTables = {
  account: AccountTable;
  session: SessionTable;
  link: LinkTable;
  api_token: ApiTokenTable;
  sign_in_attempt: SignInAttemptTable;
};

type AccountTable = {
  id: Id<'user'>;
  /** In lower case. */
  email: string;
  name: string;
  role: AccountRole;
  password_hash: string | null;
  created_at: Date;
  last_sign_in_at: Date | null;
  disabled_at: Date | null;
};
export type AccountRow = Selectable<AccountTable>;

type SessionTable = {
  /** SHA-256 of the secret in the cookie. */
  token_hash: Buffer;
  account_id: Id<'user'>;
  created_at: Date;
  last_used_at: Date;
  expires_at: Date;
};

export type LinkPurpose = 'welcome' | 'invitation' | 'sign-in';

type LinkTable = {
  token_hash: Buffer;
  purpose: LinkPurpose;
  /** Null for the link that makes the first administrator. */
  account_id: Id<'user'> | null;
  expires_at: Date;
};

type ApiTokenTable = {
  id: Id<'token'>;
  token_hash: Buffer;
  account_id: Id<'user'>;
  name: string;
  start: string;
  scopes: string[];
  created_at: Date;
  expires_at: Date;
  last_used_at: Date | null;
};
export type ApiTokenRow = Selectable<ApiTokenTable>;

type SignInAttemptTable = {
  /** `account:` and the SHA-256 of an e-mail address, or `address:` and a network. */
  key: string;
  failures: Generated<number>;
  last_failure_ms: Generated<number>;
  blocked_until_ms: Generated<number>;
};

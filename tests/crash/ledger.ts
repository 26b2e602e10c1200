import type { Altis, TestUser } from '@altis/testing';

/** An upload as its sender sees it. */
export type SentUpload = {
  readonly path: string;
  readonly sizeBytes: number;
  acknowledgedBytes: number;
  finished: boolean;
};
/** A message that the server has acknowledged under an id. */
type SentMessage = {
  readonly id: string;
  readonly unit: string;
  readonly version: number;
  readonly text: string;
};

/** What the server has acknowledged so far: none of it may ever be lost or doubled. */
export type Ledger = {
  readonly messages: SentMessage[];
  readonly uploads: SentUpload[];
  readonly sessions: { readonly id: string; readonly title: string }[];
};

/** The way to a server that may be killed at any moment: requests wait while it is down, and are sent again. */
export type Line = {
  readonly altis: Altis;
  readonly user: TestUser;
  readonly ledger: Ledger;
  /** Tries until the server has answered; a broken connection means that nobody knows whether the request was carried out. */
  readonly reliably: <Answer>(request: () => Promise<Answer>) => Promise<Answer>;
  /** Ends every process by kill -9 and starts again; `check` runs before anybody else gets through. */
  readonly crash: (check: () => Promise<void>) => Promise<void>;
};

export function openLine(altis: Altis, user: TestUser): Line {
  let up = Promise.resolve();
  return {
    altis,
    user,
    ledger: { messages: [], uploads: [], sessions: [] },
    async reliably(request) {
      for (;;) {
        await up;
        const before = up;
        try {
          return await request();
        } catch (error) {
          // Only while the server is killed may a connection break.
          if (!isBroken(error) || before === up) throw error;
        }
      }
    },
    async crash(check) {
      up = (async () => {
        await altis.kill();
        await altis.start();
        await check();
      })();
      await up;
    },
  };
}

function isBroken(error: unknown): boolean {
  return error instanceof TypeError && /fetch failed|terminated|network/.test(error.message);
}

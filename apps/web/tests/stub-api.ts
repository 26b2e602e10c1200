import type { IncomingMessage, ServerResponse } from 'node:http';
import type { StubState } from './stub-state.ts';

const at = '2026-02-14T19:42:10.000Z';
const hash = 'ab'.repeat(32);

/** Answers as the platform's routes do, in the shapes of their contracts. */
export async function answerApi(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  state: StubState,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body: unknown = chunks.length > 0 ? JSON.parse(Buffer.concat(chunks).toString('utf8')) : undefined;
  const [status, answer] = answerTo(`${request.method} ${decodeURIComponent(url.pathname)}`, body, state);
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
}

function answerTo(route: string, body: unknown, state: StubState): [number, unknown] {
  const run = { id: 'run 1', athlete: 'Żaneta Łęcka', finishes: state.finishes };
  switch (route) {
    case 'GET /health':
      return [
        200,
        {
          status: 'degraded',
          systems: [
            { system: 'timing', state: 'ok' },
            { system: 'slow-motion', state: 'failed', reason: 'The folder of the recorder cannot be written.' },
          ],
        },
      ];
    case 'GET /api/identity/session':
      return [200, sessionOf(state)];
    case 'POST /api/identity/sign-in': {
      const isRight = (body as { password?: string }).password === 'snow falls on quiet piste';
      if (!isRight) {
        return [
          401,
          {
            code: 'UNAUTHENTICATED',
            message: 'E-mail or password is wrong.',
            data: { remedy: 'Try again, or ask for a new link.' },
          },
        ];
      }
      state.isSignedIn = true;
      return [200, sessionOf(state)];
    }
    case 'POST /api/identity/sign-out':
      state.isSignedIn = false;
      return [200, sessionOf(state)];
    case 'POST /api/identity/link':
      return [200, { purpose: 'welcome', name: null, email: null, expiresAt: at }];
    case 'POST /api/identity/first-sign-in':
      state.isSignedIn = true;
      return [200, sessionOf(state)];
    case 'GET /api/identity/tokens':
      return [
        200,
        [
          {
            id: `token_${'0'.repeat(32)}`,
            name: 'Ingest of venue 4',
            start: 'alt_4f',
            scopes: ['timing.starts.read'],
            createdAt: at,
            expiresAt: '2026-05-14T19:42:10.000Z',
            lastUsedAt: null,
          },
        ],
      ];
    case 'GET /api/identity/users':
      return [200, users];
    case 'GET /api/jobs/runs':
      return [200, { items: jobs, next: null }];
    case 'GET /api/audit/entries':
      return [200, { entries: [auditEntry(2), auditEntry(1)], next: null }];
    case 'GET /api/audit/verification':
      return [200, { whole: true, head: { position: 2, hash } }];
    case 'GET /api/timing/runs/run 1':
      return [200, run];
    case 'POST /api/timing/runs/run 1/finishes':
      state.finishes += 1;
      return [200, { ...run, finishes: state.finishes }];
    case 'POST /api/timing/runs/run 1/refusals':
      return [
        409,
        { code: 'CONFLICT', message: 'The run is official.', data: { remedy: 'Ask the jury to reopen it.' } },
      ];
    default:
      return [404, { code: 'NOT_FOUND', message: `${route} is no route.` }];
  }
}

function sessionOf(state: StubState): unknown {
  return {
    user: state.isSignedIn
      ? {
          id: `user_${'1'.repeat(32)}`,
          name: 'Noor Haddad',
          email: 'noor@example.org',
          roles: ['administrator'],
          hasPassword: true,
        }
      : null,
    permissions: state.isSignedIn ? state.permissions : ['platform.session.use'],
    csrf: { header: 'x-altis-csrf', value: '1' },
  };
}

const users = [
  {
    id: `user_${'1'.repeat(32)}`,
    name: 'Noor Haddad',
    email: 'noor@example.org',
    role: 'administrator',
    state: 'active',
    createdAt: at,
    lastSignInAt: at,
  },
  {
    id: `user_${'2'.repeat(32)}`,
    name: 'Émile Durand',
    email: 'emile@example.org',
    role: 'operator',
    state: 'invited',
    createdAt: at,
    lastSignInAt: null,
  },
];

const job = {
  system: 'media-description',
  note: null,
  reason: null,
  remedy: null,
  createdAt: at,
  startedAt: at,
  endedAt: null,
};
const jobs = [
  {
    ...job,
    id: 'a',
    name: 'cut-clip',
    title: 'Clip: goal by Lindqvist, 12:04',
    state: 'running',
    fraction: 0.62,
    note: 'frame 310 of 500',
  },
  {
    ...job,
    id: 'b',
    name: 'import-file',
    title: 'Import of cam03.mp4',
    state: 'waiting',
    fraction: 0,
    startedAt: null,
  },
  {
    ...job,
    id: 'c',
    name: 'import-file',
    title: 'Import of cam07.mp4',
    state: 'failed',
    fraction: 0.2,
    reason: 'cam07.mp4 ends in the middle of a frame.',
    remedy: 'Copy the file again and import it anew.',
    endedAt: '2026-02-14T19:42:31.000Z',
  },
  {
    ...job,
    id: 'd',
    name: 'cut-clip',
    title: 'Clip: save by Moreau, 08:51',
    state: 'done',
    fraction: 1,
    endedAt: '2026-02-14T19:42:14.000Z',
  },
];

function auditEntry(position: number): unknown {
  return {
    position,
    at,
    actor: { kind: 'system', id: 'results', name: null },
    action: position === 1 ? 'moment.named' : 'moment.corrected',
    subject: { kind: 'moment', id: 'moment_0198f2' },
    details: {},
    cause: { message: 'DT_PLAY_BY_PLAY', version: String(position) },
    hash,
  };
}

// The facts the rules are about. A new platform package, engine or verb is added here, in the change that needs it.

/** A platform package imports only those before it. `web` stands apart: it runs in the browser. */
export const platformOrder = [
  'kernel',
  'config',
  'observability',
  'database',
  'storage',
  'events',
  'jobs',
  'search',
  'media',
  'identity',
  'access',
  'audit',
  'i18n',
  'print',
  'http',
  'system',
  'testing',
];

/** What the browser-only package may import of the platform. */
export const platformOfWeb = ['kernel', 'i18n'];

/** Third-party packages and the only places that may import them; `*` at the end of a name matches a scope. */
export const engineOwners: Record<string, readonly string[]> = {
  '@aws-sdk/*': ['platform/storage'],
  '@fastify/*': ['platform/http'],
  '@formatjs/icu-messageformat-parser': ['platform/i18n'],
  '@mantine/*': ['platform/web', 'apps/web', 'pages'],
  '@napi-rs/canvas': ['examples', 'platform/print'],
  '@nats-io/*': ['platform/events'],
  '@orpc/client': ['platform/kernel', 'platform/web'],
  '@orpc/openapi': ['platform/http'],
  '@orpc/openapi-client': ['platform/kernel', 'platform/web'],
  '@orpc/server': ['platform/kernel', 'platform/http'],
  '@orpc/zod': ['platform/http'],
  '@tabler/icons-react': ['platform/web', 'apps/web', 'pages'],
  '@tanstack/*': ['platform/web', 'apps/web', 'pages'],
  '@tus/server': ['platform/http'],
  '@vitejs/plugin-react': ['apps/web'],
  autocannon: ['benchmarks'],
  'axe-core': ['platform/testing', 'tests'],
  fastify: ['platform/http', 'benchmarks'],
  'intl-messageformat': ['platform/i18n'],
  kysely: ['platform/database'],
  'node-av': ['platform/media'],
  'oxc-parser': ['tests'],
  pg: ['platform/database'],
  'pg-boss': ['platform/jobs'],
  pino: ['platform/observability'],
  'pinyin-pro': ['libraries/transliteration'],
  'playwright-core': ['platform/testing', 'tests'],
  'prom-client': ['platform/observability'],
  react: ['platform/web', 'apps/web', 'pages'],
  'react-dom': ['platform/web', 'apps/web'],
  s3rver: ['platform/storage'],
  'tus-js-client': ['platform/web'],
  vite: ['apps/web'],
};

/** Pure libraries of others, imported where used; the second group only in tests. */
export const freePackages = ['zod', '@orpc/contract', 'papaparse', 'fflate', 'read-excel-file'];
export const testPackages = ['vitest', 'fast-check'];

/** Those that neither read nor write anything, so that domain/ and libraries may use them as well. */
export const computingPackages = ['zod', 'papaparse', 'pinyin-pro', 'fflate', 'read-excel-file'];

/** Classes that a library demands to inherit from, and where. */
export const demandedParents: Record<string, string> = {
  Component: 'platform/web', // React's error boundaries
  DataStore: 'platform/http', // where @tus/server keeps uploads
};

/** Node modules that compute but neither read nor write anything outside the process. */
export const pureNodeModules = [
  'node:assert',
  'node:buffer',
  'node:crypto',
  'node:stream',
  'node:string_decoder',
  'node:url',
  'node:util',
];

/** Words that say nothing about what is inside: these anywhere in a name, those at its end (`common-passwords` says something). */
export const emptyWords = ['util', 'utils', 'helper', 'helpers', 'manager', 'managers', 'misc'];
export const emptyLastWords = ['common', 'shared'];

/** Past participles that do not end in -ed, for the names of events. */
export const irregularParticiples = listWords(`
  begun born bought brought built cut drawn driven fallen found given held kept left lost made met paid put read
  risen seen sent set shown sold split taken told withdrawn won written
`);

/** First words of the names of jobs: imperatives. */
export const jobVerbs = listWords(`
  align analyse archive build clean cut delete deliver describe detect draw expire export fetch generate import
  index make match measure merge notify play prepare probe project prune publish read rebuild record refresh remove
  render scan send summarise synchronise take tell transcode translate update verify watch write
`);

/** Lint limit; most files stay under 100. */
export const longestFileLines = 500;

function listWords(text: string): string[] {
  return text.trim().split(/\s+/);
}

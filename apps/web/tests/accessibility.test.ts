import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { eventually, openSampleApp } from './open-sample-app.ts';
import type { SampleApp } from './open-sample-app.ts';

let app: SampleApp;
let axe: string;
beforeAll(async () => {
  app = await openSampleApp();
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
});
afterAll(() => app.close());

const everything = [
  'platform.session.use',
  'platform.profile.manage',
  'platform.tokens.manage',
  'platform.jobs.read',
  'platform.jobs.manage',
  'platform.users.manage',
  'platform.audit.read',
  'timing.starts.read',
];
const pages = [
  '/',
  '/design',
  '/sign-in',
  '/welcome?token=aaaaaaaaaaaaaaaaaaaaaaaa',
  '/account',
  '/jobs',
  '/people',
  '/audit',
  '/status',
  '/timing',
  '/slow-motion',
  '/nowhere',
];
const looks = [
  { name: 'light', colorScheme: 'light', locale: 'en' },
  { name: 'dark, in Arabic, on a phone', colorScheme: 'dark', locale: 'ar', viewport: { width: 390, height: 844 } },
] as const;

for (const { name, ...look } of looks) {
  test(`every page of the shell is free of axe violations and of complaints: ${name}`, async () => {
    app.server.state.permissions = everything;
    const found: string[] = [];
    const { page, complaints } = await app.open('/', look);
    for (const path of pages) {
      await page.goto(app.server.url + path);
      await page.locator('main h1').waitFor();
      // The design page shows what loading looks like.
      const loading = page.locator('[aria-busy=true], main [role=status][aria-label]');
      if (path !== '/design') await eventually(() => loading.count()).toBe(0);
      found.push(...(await violations(page)).map((violation) => `${path}: ${violation}`));
      // The failing video of the design page is meant to fail.
      found.push(
        ...complaints
          .splice(0)
          .filter((text) => !/404/.test(text))
          .map((text) => `${path} complained: ${text}`),
      );
      const overflowPx = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (overflowPx > 0) found.push(`${path} is ${overflowPx} px too wide`);
    }
    await page.context().close();
    expect(found).toEqual([]);
  }, 120_000);
}

async function violations(page: Page): Promise<string[]> {
  // The policy of the server forbids inline scripts; code given to the debugger is not bound by it.
  await page.evaluate(axe);
  const results = await page.evaluate(async (): Promise<AxeResults> => {
    const { axe: loaded } = globalThis as unknown as { axe: typeof import('axe-core') };
    return loaded.run(document, {
      resultTypes: ['violations'],
      preload: false,
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
  });
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id} at ${String(target)}: ${failureSummary?.replaceAll('\n', ' ') ?? ''}`,
    ),
  );
}

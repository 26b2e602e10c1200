import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { chromium, type BrowserContextOptions, type Page } from 'playwright-core';
import type { AxeResults } from 'axe-core';
import type { Altis } from './start-altis.ts';
import type { TestUser } from './test-user.ts';

/** A real Chromium that looks at the pages. */
export interface TestBrowser {
  /** Opens a page as a user: a path such as `/results`, and a look such as `{ locale: 'ar', colorScheme: 'dark' }`. */
  open(user: TestUser, path: string, look?: BrowserContextOptions): Promise<OpenPage>;
  close(): Promise<void>;
}

export type OpenPage = {
  readonly page: Page;
  /** What is wrong with the page as it stands: violations of WCAG found by axe, errors in the console, being too wide. */
  readonly faults: () => Promise<string[]>;
  readonly close: () => Promise<void>;
};

const names = ['chromium', 'chromium-browser', 'google-chrome'];
const folders = (process.env['PATH'] ?? '').split(delimiter);
const executablePath = folders
  .flatMap((folder) => names.map((name) => join(folder, name)))
  .find((path) => existsSync(path));

/** Keeps Chromium from talking to anything but the server under test. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Whether there is a Chromium: where there is none, tests in the browser are skipped. */
export const hasBrowser = executablePath !== undefined;

/** Starts Chromium for a server that was started with `web: true`. */
export async function openBrowser(altis: Altis): Promise<TestBrowser> {
  if (executablePath === undefined) throw new Error('There is no Chromium on the PATH.');
  const browser = await chromium.launch({ executablePath, args: flags });
  const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  return {
    open: async (user, path, look) => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en', ...look });
      const [name = '', value = ''] = user.cookie.split('=');
      if (name !== '') await context.addCookies([{ name, value, url: altis.url }]);
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(String(error)));
      await page.goto(altis.url + path);
      await page.locator('main h1').waitFor();
      return {
        page,
        faults: async () => [...complaints, ...(await violations(page, axe)), ...(await overflow(page))],
        close: () => context.close(),
      };
    },
    close: () => browser.close(),
  };
}

/** Axe measures contrast: what still fades in is not what a reader will see. What moves for ever is not waited for. */
const untilStill = `Promise.all(document.getAnimations()
  .filter((each) => each.playState === 'running' && each.effect?.getComputedTiming().endTime !== Infinity)
  .map((each) => each.finished.catch(() => undefined))).then(() => undefined)`;

async function violations(page: Page, axe: string): Promise<string[]> {
  await page.evaluate(untilStill);
  // The policy of the server forbids inline scripts; code given to the debugger is not bound by it.
  await page.evaluate(axe);
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const run = `axe.run(document, { resultTypes: ['violations'], preload: false, runOnly: ${JSON.stringify(tags)} })`;
  const results = await page.evaluate<AxeResults>(run);
  return results.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `axe: ${id} at ${String(target)}`));
}

async function overflow(page: Page): Promise<string[]> {
  const widerPx = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
  return widerPx > 0 ? [`${widerPx} px too wide`] : [];
}

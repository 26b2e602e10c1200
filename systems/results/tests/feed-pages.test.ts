import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { results } from '@altis/results/contract';
import { hasBrowser, openBrowser, startAltis, type Altis, type TestBrowser, type TestUser } from '@altis/testing';
import { message, participants, playByPlay, schedule, suomi, teams, valla } from './hockey-feed.ts';

// The first start builds the pages.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

let altis: Altis;
let browser: TestBrowser;
let operator: TestUser;
beforeAll(async () => {
  if (!hasBrowser) return;
  altis = await startAltis({ systems: ['results'], web: true, env: { ALTIS_RESULTS_KEEP_ALIVE_SECONDS: '3600' } });
  browser = await openBrowser(altis);
  operator = await altis.signIn('operator');
  for (const each of [
    schedule(1),
    participants(2, [valla, suomi]),
    teams(2),
    atThisMoment(playByPlay(3, []), 2),
    '<html/>',
  ])
    await send(each);
  await send(message({ documentType: 'DT_KA', version: 1 }, undefined));
  await send(message({ documentType: 'DT_KA', version: 1, feedFlag: 'T', source: 'ARNIHO2' }, undefined));
});
afterAll(async () => {
  await browser?.close();
  await altis?.stop();
});

async function send(body: string): Promise<void> {
  const headers = { 'content-type': 'application/xml' };
  await operator.fetch('/api/results/messages', { method: 'POST', headers, body });
}

/** A message as if it was written so many seconds ago. */
function atThisMoment(text: string, secondsAgo: number): string {
  const [date = '', time = ''] = new Date(Date.now() - secondsAgo * 1000).toISOString().split('T');
  return text.replace(/ Date="[^"]*" Time="[^"]*"/, ` Date="${date}" Time="${time.replace(/\D/g, '')}"`);
}

test.skipIf(!hasBrowser)('a gap shows on the open page by itself and is gone when the version comes', async () => {
  const { page, close } = await browser.open(operator, '/results/feed');
  await page.getByRole('heading', { name: 'North Arena' }).first().waitFor();
  await page.getByText('Nothing is missing').waitFor();
  await send(playByPlay(5, []));
  const gap = page.getByRole('region', { name: 'Missing versions' }).getByRole('row', { name: /DT_PLAY_BY_PLAY/ });
  await gap.waitFor();
  await send(playByPlay(4, []));
  await page.getByText('Nothing is missing').waitFor();

  await page.locator('input[type=file]').setInputFiles({
    name: 'evening.zip',
    mimeType: 'application/zip',
    buffer: Buffer.from(zipSync({ '1.xml': strToU8(playByPlay(6, [])), 'notes.txt': strToU8('late') })),
  });
  const archive = page.getByRole('listitem').filter({ hasText: 'evening.zip' });
  await archive.getByText('1 entry with a fault').waitFor();
  expect(await archive.innerText()).toContain('1 replaced others');
  await close();
});

test.skipIf(!hasBrowser)('a rebuild is asked for with the keyboard, after a question', async () => {
  const { page, close } = await browser.open(operator, '/results/feed');
  await page.getByRole('button', { name: 'Rebuild' }).press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Rebuild' }).press('Enter');
  await page.getByText('The rebuild begins').waitFor();
  const { rebuild } = await operator.api(results).feed.read();
  expect(rebuild.job).not.toBeNull();
  await close();
});

const looks = [
  { name: 'light', look: {} },
  {
    name: 'dark, Arabic, on a phone',
    look: { colorScheme: 'dark', locale: 'ar', viewport: { width: 390, height: 844 } },
  },
] as const;

test.skipIf(!hasBrowser).each(looks)('the page of the feed is free of faults: $name', async ({ name, look }) => {
  const { page, faults, close } = await browser.open(operator, '/results/feed', look);
  await page.locator('main h3').first().waitFor();
  const folder = process.env['ALTIS_TEST_PICTURES'];
  if (folder !== undefined) await page.screenshot({ path: `${folder}/feed-${name.slice(0, 5)}.png`, fullPage: true });
  expect(await faults()).toEqual([]);
  await close();
});

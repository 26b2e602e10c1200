import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { hasBrowser, openBrowser, startAltis, type Altis, type TestBrowser, type TestUser } from '@altis/testing';
import { participants, playByPlay, results, schedule, suomi, teams, unit, valla } from './hockey-feed.ts';

// The first start builds the pages.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

let altis: Altis;
let browser: TestBrowser;
let operator: TestUser;
beforeAll(async () => {
  if (!hasBrowser) return;
  altis = await startAltis({ systems: ['results'], web: true });
  browser = await openBrowser(altis);
  operator = await altis.signIn('operator');
  const goals = [
    { id: 'A1', order: 1, score: [1, 0] as const, when: '05:10' },
    { id: 'A2', order: 2, score: [2, 0] as const, when: '09:30' },
  ];
  for (const message of [
    schedule(1),
    participants(2, [valla, suomi, { code: '1000199', family: '<script>alert(1)</script>', given: 'Bobby' }]),
    teams(2),
    results(3, 'LIVE', ['0', '0']),
    playByPlay(4, goals, { period: 'P1' }),
    '<html/>',
  ]) {
    await send(message);
  }
});
afterAll(async () => {
  await browser?.close();
  await altis?.stop();
});

async function send(body: string): Promise<string> {
  const headers = { 'content-type': 'application/xml' };
  const response = await operator.fetch('/api/results/messages?file=sent.xml', { method: 'POST', headers, body });
  const answer = (await response.json()) as { id?: string; data?: { message: string } };
  return answer.id ?? answer.data?.message ?? '';
}

test.skipIf(!hasBrowser)(
  'a correction shows on an open page by itself, and tells the message it came from',
  async () => {
    const { page, close } = await browser.open(operator, `/results/units/${unit}`);
    await page.getByLabel('Score: Northland 2, Southland 0').waitFor();
    const id = await send(
      playByPlay(5, [{ id: 'A1', order: 1, score: [1, 0], when: '05:10', scorer: suomi }], { period: 'P1' }),
    );
    const corrected = page.locator('li', { hasText: 'Corrected' });
    await corrected.getByText('Aki SUOMI').waitFor();
    await page.locator('li', { hasText: 'Withdrawn' }).getByText('2–0').waitFor();
    await page.getByLabel('Score: Northland 1, Southland 0').waitFor();

    await corrected.getByRole('button', { name: 'Where “Goal 05:10” comes from' }).press('Enter');
    await page.getByRole('link', { name: 'Open the message' }).press('Enter');
    await page.waitForURL(`**/results/messages/${id}`);
    const source = page.getByRole('region', { name: 'Text of the message' });
    await expect.poll(() => source.innerText(), { timeout: 20_000 }).toContain('Version="5"');
    await close();
  },
);

test.skipIf(!hasBrowser)('files chosen in the log are sent, and each is answered', async () => {
  const { page, close } = await browser.open(operator, '/results/messages');
  await page.locator('input[type=file]').setInputFiles([
    { name: '2-broken.xml', mimeType: 'text/xml', buffer: Buffer.from('<OdfBody>') },
    { name: '1-schedule.xml', mimeType: 'text/xml', buffer: Buffer.from(schedule(7, 'RUNNING')) },
  ]);
  const answers = page.getByRole('list', { name: 'Files sent' });
  await answers.getByText(/2-broken\.xml: .*line 1/).waitFor();
  const first = answers.getByRole('listitem').first();
  await expect.poll(() => first.innerText(), { timeout: 20_000 }).toMatch(/1-schedule\.xml\s+Replaces/);
  await close();
});

const looks = [
  { name: 'light', look: {} },
  {
    name: 'dark, Arabic, on a phone',
    look: { colorScheme: 'dark', locale: 'ar', viewport: { width: 390, height: 844 } },
  },
] as const;

test.skipIf(!hasBrowser).each(looks)('every page is free of faults: $name', async ({ look }) => {
  const refused = await send('<html/>');
  for (const path of ['/results', `/results/units/${unit}`, '/results/messages', `/results/messages/${refused}`]) {
    const { page, faults, close } = await browser.open(operator, path, look);
    await page.locator('main :is(table tbody a, ol li, pre)').first().waitFor();
    expect(await faults(), path).toEqual([]);
    await close();
  }
});

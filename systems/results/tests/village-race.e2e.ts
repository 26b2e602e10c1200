import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { hasBrowser, openBrowser, startAltis, type Altis, type TestBrowser, type TestUser } from '@altis/testing';
import { berg, costa, firstRun, line, result } from './slalom-feed.ts';

// The first start builds the pages.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

const pictures = process.env['ALTIS_GUIDE_PICTURES'];

let altis: Altis;
let browser: TestBrowser;
let operator: TestUser;
let visitor: TestUser;
beforeAll(async () => {
  if (!hasBrowser) return;
  altis = await startAltis({ systems: ['results'], web: true, env: { ALTIS_RESULTS_TIME_ZONE: 'Europe/Rome' } });
  browser = await openBrowser(altis);
  operator = await altis.signIn('operator');
  visitor = await altis.signIn('visitor');
});
afterAll(async () => {
  await browser?.close();
  await altis?.stop();
});

const given = ['Tero', 'Aki', 'Anna', 'Lena', 'Marco', 'Giulia', 'Jonas', 'Marie', 'Pavel', 'Ines'];
const clubs = ['SC Bergdorf', 'ASD Montevero', 'US Val Clair'];

/** The start list of the walk-through: thirty runners of three clubs. */
const startList = [
  'Bib;Family name;Given name;Club;Year;Gender',
  ...Array.from({ length: 30 }, (_, at) => {
    const family = `${['Valla', 'Suomi', 'Rossi'][at % 3]}${['', 'ni', 'berg', 'ard', 'elli', 'son', 'er', 'et', 'ova', 'ez'][at % 10]}`;
    return `${at + 1};${family};${given[at % 10]};${clubs[at % 3]};${1970 + at};${at % 2 === 0 ? 'M' : 'F'}`;
  }),
].join('\n');

async function picture(page: Page, name: string): Promise<void> {
  if (pictures === undefined) return;
  await page.evaluate('scrollTo(0, 0)');
  await mkdir(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${name}.png`) });
}

/** Each step is one of docs/guides/village-race.md. `clicks` counts what a person does: a click, or a field that is filled in. */
test.skipIf(!hasBrowser)('a village race: from a list to the live page and the result book', async () => {
  let clicks = 0;
  const { page, faults, close } = await browser.open(operator, '/results/tables');
  const click = async (name: string | RegExp, role: 'button' | 'link' | 'radio' = 'button'): Promise<void> => {
    clicks += 1;
    await page
      .getByRole(role, { name, exact: typeof name === 'string' })
      .first()
      .click();
  };
  const choose = async (name: string): Promise<void> => {
    clicks += 1;
    await page.getByText(name, { exact: true }).first().click();
  };
  const fill = async (label: string, text: string): Promise<void> => {
    clicks += 1;
    await page.getByRole('textbox', { name: label, exact: true }).fill(text);
  };

  // 1 Import the list.
  clicks += 1;
  await page.locator('input[type=file]').setInputFiles({
    name: 'runners.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(startList),
  });
  await page.getByText('30 of 30 rows can be written').waitFor();

  // 2 Say what it is of.
  await fill('Competition', 'Village race');
  await fill('Name of the sport', 'Running');
  await fill('Name of the event', '10 km');
  await fill('Place', 'Village square');
  await page.getByText('Athletes: 30 · clubs: 3').waitFor();
  expect(await faults()).toEqual([]);
  await picture(page, 'import');

  // 3 Write it.
  await click('Write the list (30)');
  await page.getByText('The list is public (30)').waitFor();

  // 4 Time the race.
  await click('Open the timing console', 'link');
  await page.waitForURL('**/results/timing/*');
  const rsc = page.url().split('/').at(-1) ?? '';
  const spectator = await browser.open(visitor, `/results/units/${rsc}`, { viewport: { width: 390, height: 844 } });
  await spectator.page.getByText('Start list').first().waitFor();
  await click('Start all now');
  await page.getByText('Under way: 30 · finished: 0 of 30').waitFor();
  const enter = async (bib: string): Promise<void> => {
    clicks += 1;
    await page.getByRole('textbox', { name: 'Bib', exact: true }).fill(bib);
    await page.getByRole('textbox', { name: 'Bib', exact: true }).press('Enter');
  };
  await enter('7');
  await enter('12');
  await enter('3');
  await page.getByText('Under way: 27 · finished: 3 of 30').waitFor();
  const leader = spectator.page.locator('main tr', { hasText: 'VALLAER' }).first();
  await expect.poll(() => leader.innerText(), { timeout: 30_000 }).toMatch(/^\s*1\b/);

  // A time whose bib nobody saw in the finish, given to number 20 afterwards.
  await click('Time without bib');
  clicks += 1;
  await page.getByLabel(/^Bib of the time/).fill('20');
  await click('Assign');
  await page.getByText('finished: 4 of 30').waitFor();
  await picture(page, 'timing');

  // 5 What the jury decides: number 5 gave up, number 7 left the course.
  await click('Decision about 5');
  await choose('Did not finish (DNF)');
  await click('Decide');
  await page.locator('tr', { hasText: 'DNF' }).waitFor();
  await click('Decision about 7');
  await choose('Time penalty');
  await page.getByRole('textbox', { name: 'Time', exact: true }).fill('1:00');
  await fill('Reason', 'Left the course');
  await click('Decide');
  const standing = page.getByRole('region', { name: 'Standing' });
  await expect.poll(() => standing.locator('tbody tr').first().innerText(), { timeout: 30_000 }).toMatch(/^1\s+12\b/);
  expect(await faults()).toEqual([]);

  // 6 Make it official.
  await choose('Official');
  await spectator.page.getByText('Official').first().waitFor();
  await expect
    .poll(() => spectator.page.locator('main tbody tr').first().innerText(), { timeout: 30_000 })
    .toMatch(/^\s*1\b[\s\S]*ROSSINI/);
  expect(await spectator.faults()).toEqual([]);
  await picture(spectator.page, 'live');

  // The medals of the first three, only when it is ticked.
  clicks += 1;
  await page.getByRole('checkbox', { name: 'Award medals to the first three' }).check();
  await page.getByRole('list').getByText('Gold').first().waitFor({ state: 'attached' });
  expect(await faults()).toEqual([]);
  await picture(page, 'award');
  await click('Award 3 medals');
  await page.getByText('The medals are awarded').waitFor();
  const podium = await browser.open(visitor, `/results/events/${rsc.slice(0, 22)}${'-'.repeat(12)}`);
  await podium.page.locator('main [data-medal=gold]').first().waitFor();
  await picture(podium.page, 'podium');
  await podium.page.goto(new URL('/results/medals', podium.page.url()).href);
  await podium.page.locator('main tbody tr', { hasText: 'Val Clair' }).first().waitFor();
  await podium.close();

  // 7 Print the result book.
  clicks += 1;
  const book = await visitor.fetch(`/api/results/books/units/${rsc}.pdf`);
  const bytes = Buffer.from(await book.arrayBuffer());
  expect([book.status, bytes.subarray(0, 5).toString('latin1')]).toEqual([200, '%PDF-']);
  if (pictures !== undefined) await writeFile(join(pictures, 'book.pdf'), bytes);

  // At three seconds for each, it is well below five minutes.
  expect(clicks).toBeLessThan(40);
  await spectator.close();
  await close();
});

test.skipIf(!hasBrowser)(
  'presses without a network wait in the page, also over a reload, and are sent once',
  async () => {
    const { page, close } = await browser.open(operator, '/results/tables');
    await page.locator('input[type=file]').setInputFiles({
      name: 'two.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('Bib,Name\n1,Tero Valla\n2,Aki Suomi\n'),
    });
    await page.getByText('2 of 2 rows can be written').waitFor();
    await page.getByRole('textbox', { name: 'Name of the event' }).fill('Sprint');
    await page.getByRole('textbox', { name: 'Name of the sport' }).fill('Running');
    await page.getByRole('textbox', { name: 'Place', exact: true }).fill('Village square');
    await page.getByRole('button', { name: 'Write the list (2)' }).click();
    await page.getByRole('link', { name: 'Open the timing console' }).click();
    await page.getByRole('button', { name: 'Start all now' }).click();
    await page.getByText('Under way: 2').waitFor();

    await page.route('**/api/results/timing/*/inputs', (route) => route.abort('internetdisconnected'));
    await page.getByRole('textbox', { name: 'Bib', exact: true }).fill('2');
    await page.getByRole('textbox', { name: 'Bib', exact: true }).press('Enter');
    await page.getByText('Waiting for the network: 1').waitFor();
    await page.reload();
    await page.getByText('Waiting for the network: 1').waitFor();
    await page.unroute('**/api/results/timing/*/inputs');
    await page.getByText('finished: 1 of 2').waitFor();
    await page.getByText('All sent').waitFor();
    expect(await page.getByRole('list').getByText('Finish', { exact: false }).count()).toBeGreaterThan(0);

    // A filter that is no longer seen hides nothing.
    const { origin } = new URL(page.url());
    await page.goto(`${origin}/results/timing`);
    await page.getByText('All', { exact: true }).click();
    await page.getByRole('searchbox', { name: 'Name of the event' }).fill('slalom');
    await page.getByText('No competition fits').waitFor();
    await page.getByText('Made here', { exact: true }).click();
    await page.getByRole('table').getByText('Sprint').first().waitFor();
    await close();
  },
);

const relay = `Heat;Bib;Team;Leg;Name
1;1;SC Bergdorf;1;Tero Valla
1;1;SC Bergdorf;2;Aki Suomi
2;2;ASD Montevero;1;Ines Rossi
2;2;ASD Montevero;2;Lena Moser
`;

const looks = [
  { name: 'a phone', look: { viewport: { width: 390, height: 844 } } },
  { name: 'dark, Arabic', look: { colorScheme: 'dark', locale: 'ar' } },
] as const;

test.skipIf(!hasBrowser).each(looks)('the pages are free of faults: $name', async ({ name, look }) => {
  const units = (await (await operator.fetch('/api/results/units')).json()) as { items: { rsc: string }[] };
  for (const [place, path] of [
    '/results/tables',
    '/results/timing',
    `/results/timing/${units.items.at(-1)?.rsc}`,
  ].entries()) {
    const { page, faults, close } = await browser.open(operator, path, look);
    await page.locator('main :is(table, input)').first().waitFor({ state: 'attached' });
    if (path === '/results/tables') {
      const file = { name: 'relay.csv', mimeType: 'text/csv', buffer: Buffer.from(relay) };
      await page.locator('input[type=file]').setInputFiles(file);
      await page.getByRole('list').getByText('Ines Rossi').waitFor();
    }
    expect(await faults(), path).toEqual([]);
    await picture(page, `${name.replace(/\W+/g, '-')}-${place}`);
    await close();
  }
});

test.skipIf(!hasBrowser)('what stands is written over, and another sender replaced, only when confirmed', async () => {
  const list = await browser.open(operator, '/results/tables');
  const dataTransfer = await list.page.evaluateHandle(`(() => {
    const data = new DataTransfer();
    data.items.add(new File(['Bib,Name\\n1,Tero Valla\\n2,Aki Suomi\\n'], 'two.csv'));
    return data;
  })()`);
  await list.page.getByText('Drop your list here').dispatchEvent('drop', { dataTransfer });
  await list.page.getByRole('textbox', { name: 'Name of the event' }).fill('Sprint');
  await list.page.getByRole('textbox', { name: 'Name of the sport' }).fill('Running');
  await list.page.getByRole('textbox', { name: 'Place', exact: true }).fill('Village square');
  await list.page.getByLabel('Day').fill('2031-01-01');
  await list.page.getByText('There is a list of this name already').waitFor();
  const write = list.page.getByRole('button', { name: 'Write the list (2)' });
  expect(await write.isDisabled()).toBe(true);
  expect(await list.faults()).toEqual([]);
  await list.page.getByRole('checkbox', { name: 'Replace that list' }).check();
  await write.click();
  await list.page.getByText('The list is public (2)').waitFor();
  await list.close();

  const { items } = (await (await operator.fetch('/api/results/units')).json()) as { items: { competition: string }[] };
  const competitionCode = items[0]?.competition ?? '';
  const body = result('LIVE', { version: 5, competitionCode }, [line(berg, 1, {}), line(costa, 2, {})]);
  const headers = { 'content-type': 'application/xml' };
  expect((await operator.fetch('/api/results/messages', { method: 'POST', headers, body })).status).toBe(201);
  const { page, faults, close } = await browser.open(operator, '/results/timing');
  await page.getByRole('link', { name: 'Sprint' }).first().waitFor();
  await page.getByText('All', { exact: true }).click();
  await page.getByText('TEST sends its results').waitFor();
  await page.getByRole('searchbox', { name: 'Name of the event' }).fill('slalom');
  await expect.poll(() => page.locator('main tbody tr').count(), { timeout: 30_000 }).toBe(1);
  expect(await faults()).toEqual([]);
  await page.locator('main tbody a').click();
  await page.waitForURL(`**/results/timing/${firstRun}`);
  await page.getByText('TEST sends the messages of this event').waitFor();
  expect(await page.getByRole('button', { name: 'Start all now' }).count()).toBe(0);
  expect(await faults()).toEqual([]);
  await page.getByRole('button', { name: 'Take over from TEST' }).click();
  await page.getByRole('button', { name: 'Start all now' }).click();
  await page.getByText('Under way: 2').waitFor();
  await close();
});

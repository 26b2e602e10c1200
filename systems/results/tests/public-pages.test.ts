import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import {
  hasBrowser,
  openBrowser,
  startAltis,
  waitFor,
  type Altis,
  type TestBrowser,
  type TestUser,
} from '@altis/testing';
import { odfElement } from '@altis/odf';
import * as hockey from './hockey-feed.ts';
import {
  around,
  berg,
  competitor,
  costa,
  dahl,
  document,
  event,
  evans,
  firstRun,
  line,
  medal,
  medalTable,
  plan,
  result,
  secondRun,
  split,
  type Racer,
} from './slalom-feed.ts';

// The first start builds the pages.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

const summerNight = ['ALPWSL----------------QUAL000100--', 'ALPWSL----------------QUAL000200--'] as const;
let altis: Altis;
let browser: TestBrowser;
let visitor: TestUser;
beforeAll(async () => {
  if (!hasBrowser) return;
  altis = await startAltis({ systems: ['results'], web: true, env: { ALTIS_RESULTS_TIME_ZONE: 'Europe/Rome' } });
  browser = await openBrowser(altis);
  visitor = await altis.signIn('visitor');
  await send(
    plan(1, [
      { rsc: firstRun, start: '2030-02-22T20:10:00+01:00', status: 'RUNNING' },
      { rsc: secondRun, start: '2030-02-23T00:40:00+01:00', medal: 1 },
      { rsc: summerNight[0], start: '2030-10-27T02:30:00+02:00', session: '' },
      { rsc: summerNight[1], start: '2030-10-27T02:30:00+01:00', session: '' },
      ...['09:00:00+09:00', '10:00:00+01:00', '11:00:00+01:00'].map((time, index) => {
        return { rsc: `ALPWSL----------------SFNL000${index + 1}00--`, start: `2030-02-26T${time}`, session: '' };
      }),
    ]),
    startList(1),
    hockey.schedule(1),
    hockey.participants(2, [hockey.valla, hockey.suomi]),
    hockey.teams(2),
    hockey.results(3, 'LIVE', ['1', '0']),
    hockey.playByPlay(4, [{ id: 'A1', order: 1, score: [1, 0], when: '05:10' }], { period: 'P1' }),
    result('OFFICIAL', { version: 2, documentCode: secondRun }, [
      line(berg, 1, { Rank: 1, Result: '50.10' }),
      line(costa, 2, { Rank: 2, Result: '50.40', Diff: '+0.30' }),
      line(dahl, 3, { IRM: 'DSQ' }),
    ]),
    around.weather(3, '-4'),
    around.decision(4),
    around.standing(5, [berg, costa]),
    around.bracket(6),
    around.record(7),
    around.settings(7, '590'),
    around.picture(7),
    document('DT_MEDALLISTS', { version: 8 }, [
      medal('ME_GOLD', competitor(berg)),
      medal('ME_SILVER', competitor(costa), competitor(evans)),
    ]),
    medalTable(9, { AAA: [2, 0, 0] }),
  );
});
afterAll(async () => {
  await browser?.close();
  await altis?.stop();
});

async function send(...messages: readonly string[]): Promise<void> {
  for (const body of messages) {
    const headers = { 'content-type': 'application/xml' };
    const response = await altis.administrator.fetch('/api/results/messages', { method: 'POST', headers, body });
    expect(response.status, await response.text()).toBe(201);
  }
}

function startList(version: number): string {
  return result(
    'START_LIST',
    { version },
    [berg, costa, dahl, evans].map((racer, index) => line(racer, index + 2, {})),
  );
}

const looks = [
  { name: 'light', look: {}, pages: 15 },
  { name: 'Arabic, dark, on a phone', look: phone('ar', 'dark'), pages: 15 },
  // What Chinese may break is the width of words and lines, which the first pages show.
  { name: 'Chinese, on a phone', look: phone('zh-CN', 'light'), pages: 5 },
];

function phone(locale: string, colorScheme: 'dark' | 'light') {
  return { locale, colorScheme, viewport: { width: 360, height: 780 } };
}

test.skipIf(!hasBrowser).each(looks)('every public page is free of faults: $name', async ({ look, pages }) => {
  const paths = {
    '/results?day=2030-02-22': 'main section ol li a',
    [`/results/units/${firstRun}`]: 'tbody tr',
    [`/results/units/${secondRun}`]: 'tbody tr',
    [`/results/units/${hockey.unit}`]: 'ol li',
    [`/results/events/${event}`]: 'tbody tr',
    '/results/medals': 'tbody tr',
    '/results/medals?view=list': 'main ul li a',
    '/results/disciplines': 'tbody a',
    '/results/disciplines/ALP': 'tbody a',
    '/results/athletes': 'tbody a',
    [`/results/athletes/${hockey.valla.code}`]: 'dl dd',
    '/results/teams/IHOMTEAM6---AAA01': 'main ul li a',
    '/results/organisations': 'tbody a',
    '/results/organisations/AAA': 'main ul li a',
    '/results/records': 'main ul li',
  };
  const { page, faults, close } = await browser.open(visitor, '/results', look);
  for (const [path, filled] of Object.entries(paths).slice(0, pages)) {
    await page.goto(altis.url + path);
    await page.locator(filled).first().waitFor();
    expect(await faults(), path).toEqual([]);
  }
  await close();
});

test.skipIf(!hasBrowser)('the keyboard leads from the schedule to a unit, to its details and its source', async () => {
  const { page, close } = await browser.open(visitor, '/results?day=2030-02-22');
  await page.locator(`main a[href='/results/units/${firstRun}']`).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/results/units/${firstRun}`);
  await page
    .getByRole('button', { name: /^Where .* comes from$/ })
    .first()
    .press('Enter');
  await page.getByText('DT_RESULT').waitFor();
  await page.keyboard.press('Escape');

  const search = page.getByRole('searchbox', { name: 'Search the results' }).or(page.getByRole('combobox'));
  await search.first().fill('valla');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/results/athletes/${hockey.valla.code}`);
  await page.getByRole('heading', { name: 'VALLA Tero' }).waitFor();
  expect(await page.getByRole('link', { name: 'Athletes' }).first().getAttribute('href')).toBe('/results/athletes');
  await close();
});

test.skipIf(!hasBrowser)(
  'course, rules and pictures stand by a unit in the words of the reader, and follow',
  async () => {
    const { page, close } = await browser.open(visitor, `/results/units/${secondRun}`, { locale: 'de' });
    await page.getByText('Streckenlänge').waitFor();
    await page.getByText('590 m', { exact: true }).waitFor();
    await page.getByText('Both runs count.').waitFor();
    await page.getByText('Zielfoto').scrollIntoViewIfNeeded();
    await page.getByRole('img', { name: 'Berg and Costa at the line' }).waitFor();
    const width = "document.querySelector('figure img')?.naturalWidth";
    await waitFor('the picture', async () => (await page.evaluate<number>(width)) === 1);
    await send(around.settings(8, '612'));
    await page.getByText('612 m', { exact: true }).waitFor();
    await close();
  },
);

test.skipIf(!hasBrowser)(
  "a team that is called like its organisation has a name in the reader's language",
  async () => {
    const headers = { 'content-type': 'text/csv' };
    const body = 'Id,ENG Description,FRA Description\nAAA,Northland,Pays du Nord\nBBB,South,Sud\n';
    await altis.administrator.fetch('/api/results/codes/Organisation', { method: 'POST', headers, body });
    const { page, close } = await browser.open(visitor, '/results?day=2030-02-22', { locale: 'fr-FR' });
    const game = page.getByRole('listitem').filter({ has: page.locator(`a[href='/results/units/${hockey.unit}']`) });
    await game.getByText('Pays du Nord').waitFor();
    await game.getByText('Southland').waitFor();
    await page.goto(`${altis.url}/results/units/${hockey.unit}`);
    const heading = page.getByRole('heading', { name: 'Pays du Nord' });
    await heading.waitFor();
    expect(await heading.count()).toBe(1);
    await close();
  },
);

test.skipIf(!hasBrowser)('rows glide to their places while results arrive, and nothing else moves', async () => {
  const { page, close } = await browser.open(visitor, `/results/units/${firstRun}`);
  await page.locator('tbody tr').nth(3).waitFor();
  // Fonts are there and the first picture stands.
  await page.waitForLoadState('networkidle').catch(() => undefined);
  await page.evaluate('document.fonts.ready');
  await page.evaluate(watchShifts);
  const finished: [Racer, string][] = [];
  for (const [number, racer, time] of [
    [10, dahl, '51.90'],
    [11, berg, '50.80'],
    [12, evans, '50.10'],
    [13, costa, '51.00'],
  ] as const) {
    finished.push([racer, time]);
    await send(live(number, finished));
    await page
      .getByRole('row', { name: new RegExp(racer.family.toUpperCase()) })
      .getByText(time, { exact: true })
      .waitFor();
  }
  await waitFor('the order of the results', async () => {
    const names = await page.locator('tbody tr').allInnerTexts();
    return (
      names.map((text) => /EVANS|BERG|COSTA|DAHL/i.exec(text)?.[0].toUpperCase()).join() === 'EVANS,BERG,COSTA,DAHL'
    );
  });
  await waitFor('the end of all movement', () => page.evaluate<boolean>(isStill));
  expect(await page.evaluate('shifts')).toEqual([]);
  await close();
});

/** The run as it stands once some have finished, ranked by time; the others are still to come. */
function live(version: number, finished: readonly [Racer, string][]): string {
  const ranked = finished.toSorted(([, left], [, right]) => left.localeCompare(right));
  const open = [berg, costa, dahl, evans].filter((racer) => !finished.some(([each]) => each === racer));
  return result('LIVE', { version }, [
    ...ranked.map(([racer, time], index) =>
      line(racer, index + 1, { Rank: index + 1, Result: time }, [
        odfElement('ExtendedResults', {}, [split(1, '24.55', index + 1)]),
      ]),
    ),
    ...open.map((racer, index) => line(racer, finished.length + index + 1, {})),
  ]);
}

const isStill = `[...document.querySelectorAll('[data-row]')].every((row) => row.style.transform === '')`;

const watchShifts = `
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries()) {
      if (!hadRecentInput) shifts.push(value.toFixed(4) + ' ' + sources.map(({ node }) => node?.outerHTML?.slice(0, 80)).join(' '));
    }
  }).observe({ type: 'layout-shift' });
`;

/** The times of a day as somebody reads them who lives in a zone; in the venue's, under what names that, when told. */
async function timesIn(timezoneId: string, day: string, venueZone?: string): Promise<string[]> {
  const { page, close } = await browser.open(visitor, `/results?day=${day}`, { timezoneId });
  const times = page.locator('main ol li time');
  await times.first().waitFor();
  if (venueZone !== undefined) {
    await page.getByText('Venue time').click();
    await page.getByText(venueZone, { exact: true }).waitFor();
  }
  const texts = await times.allInnerTexts();
  await close();
  return texts.map((text) => text.replaceAll(/\s+/g, ' ').trim());
}

test.skipIf(!hasBrowser)('a page whose connection is lost says so, and when it is back', async () => {
  const { page, close } = await browser.open(visitor, '/results/medals');
  await page.route('**/api/results/stream?*', (route) => route.abort());
  await page.locator(`a[href='/results']`).first().click();
  await page.getByText('The connection is lost.').waitFor();
  await page.unroute('**/api/results/stream?*');
  await page.getByText('Connected again').waitFor();
  expect(await page.getByText('The connection is lost.').count()).toBe(0);
  await close();
});

test.skipIf(!hasBrowser)('a reader elsewhere reads own times, and that it is another day there', async () => {
  // 20:10 and 00:40 of one session in Rome, and a game at 21:10.
  expect(await timesIn('Europe/Rome', '2030-02-22')).toEqual(['20:10', '21:10', '00:40+1 Sat 23 Feb']);
  expect(await timesIn('Asia/Tokyo', '2030-02-22')).toEqual([
    '04:10+1 Sat 23 Feb',
    '05:10+1 Sat 23 Feb',
    '08:40+1 Sat 23 Feb',
  ]);
  expect(await timesIn('America/New_York', '2030-02-22')).toEqual(['14:10', '15:10', '18:40']);
  const rome = 'Central European Time (GMT+1)';
  expect(await timesIn('Asia/Tokyo', '2030-02-22', rome)).toEqual(['20:10', '21:10', '00:40+1 Sat 23 Feb']);
});

test.skipIf(!hasBrowser)('where venues lie in several zones, a time that is not of the usual one says so', async () => {
  const names = 'GMT+1 and GMT+9';
  expect(await timesIn('Europe/Rome', '2030-02-26', names)).toEqual(['09:00 GMT+9', '10:00', '11:00']);
  expect(await timesIn('Europe/Rome', '2030-02-26')).toEqual(['01:00', '10:00', '11:00']);
});

test.skipIf(!hasBrowser)(
  'in the night in which summer time ends, the hour that comes twice tells which it is',
  async () => {
    expect(await timesIn('Europe/Rome', '2030-10-27')).toEqual(['02:30 GMT+2', '02:30 GMT+1']);
    expect(await timesIn('Asia/Tokyo', '2030-10-27')).toEqual(['09:30', '10:30']);
    const both = 'Central European Time (GMT+2 and GMT+1)';
    expect(await timesIn('Asia/Tokyo', '2030-10-27', both)).toEqual(['02:30 GMT+2', '02:30 GMT+1']);
  },
);

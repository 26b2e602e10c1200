import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { odfElement } from '@altis/odf';
import { canReadPdf, readPdf, startAltis, type Altis } from '@altis/testing';
import { participants } from './hockey-feed.ts';
import { around, berg, competitor, costa, document, evans, event, firstRun, line, medal, plan } from './slalom-feed.ts';
import { result, secondRun, split, teamCompetitor, type Racer } from './slalom-feed.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const hasReader = await canReadPdf();

/** Sixty racers; one writes her name in Cyrillic, one in Arabic, one in Han. */
const field = Array.from({ length: 60 }, (_, index): Racer => {
  const code = String(1_000_300 + index);
  const family = ['Петрова', 'مسعود', '李'][index] ?? `Racer-${index + 1}`;
  return {
    code,
    family,
    given: ['Анна', 'محمود', '小龙'][index] ?? 'Ada',
    organisation: ['AAA', 'BBB', 'CCC'][index % 3] ?? '',
  };
});

/** What all have done in the first run: the last one did not finish. */
const lines = field.map((racer, index) => {
  const isOut = index === 59;
  const marks = {
    Rank: index + 1,
    Result: `50.${String(index + 10)}`,
    Diff: index === 0 ? undefined : `+0.${index + 10}`,
  };
  return line(racer, index + 1, isOut ? { IRM: 'DNF' } : marks, [
    odfElement('ExtendedResults', {}, [split(1, `21.${index + 10}`, index + 1)]),
  ]);
});

let altis: Altis;
beforeAll(async () => {
  altis = await startAltis({ systems: ['results'], env: { ALTIS_RESULTS_TIME_ZONE: 'Europe/Oslo' } });
  const planned = [
    { rsc: firstRun, start: '2030-02-22T21:00:00+01:00' },
    { rsc: secondRun, start: '2030-02-23T00:15:00+01:00', medal: 1 },
  ];
  const medals = document('DT_MEDALLISTS', { version: 9 }, [
    medal('ME_GOLD', competitor(berg)),
    medal('ME_SILVER', competitor(costa)),
  ]);
  const around9 = [around.weather(9, '-4'), around.decision(9), around.bracket(9), around.record(9)];
  const standing = around.standing(9, [berg, costa, evans]);
  for (const body of [plan(1, planned), result('OFFICIAL', { version: 2 }, lines), ...around9, standing, medals])
    await send(body);
});
afterAll(() => altis?.stop());

async function send(body: string): Promise<void> {
  const headers = { 'content-type': 'application/xml' };
  const response = await altis.administrator.fetch('/api/results/messages', { method: 'POST', headers, body });
  expect(response.status).toBeLessThan(300);
}

const ask = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${altis.url}/api/results/books/${path}`, { headers });

/** The pages of a book, their lines without the room between columns. */
async function read(path: string): Promise<string[]> {
  const response = await ask(path);
  expect(response.headers.get('content-type')).toBe('application/pdf');
  const pages = await readPdf(new Uint8Array(await response.arrayBuffer()));
  return pages.map((page) => page.replaceAll(/[^\S\n]+/g, ' '));
}

test.skipIf(!hasReader)(
  'a unit of sixty: everybody once and in order, heads on every page, and what the codes mean',
  async () => {
    const pages = await read(`units/${firstRun}.pdf`);
    expect(pages.length).toBeGreaterThan(1);
    const [first = ''] = pages;
    for (const said of ['Official results', 'North Hill', 'Friday, 22 February 2030', '21:00 local time (UTC+01:00)'])
      expect(first).toContain(said);
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(`Page ${index + 1} of ${pages.length}`);
      expect(page).toContain('DT_RESULT, version 2');
    }
    const whole = pages.join('\n');
    expect(whole.match(/RACER-\d+|Racer-\d+/gi)).toEqual(
      field.slice(3).map((_, index) => expect.stringMatching(new RegExp(`^racer-${index + 4}$`, 'i'))),
    );
    for (const name of ['Анна', 'محمود', '小龙']) expect(whole.split(name)).toHaveLength(2);
    expect(whole).toMatch(/DNF = Did not finish/);
    expect(whole).toContain('Dahl is disqualified.');
  },
);

test.skipIf(!hasReader)('an event: medallists, standing, bracket, records, schedule, and then its units', async () => {
  const whole = (await read(`events/${event}.pdf`)).join('\n');
  const order = ['Event results', 'Medallists', 'Bracket', 'Records', 'Schedule', 'Official results'];
  const places = order.map((word) => whole.indexOf(word));
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});

test.skipIf(!hasReader)('a day in Arabic and in Chinese, the unit past midnight at its end', async () => {
  const arabic = (await read('days/2030-02-22.pdf?language=ar')).join('\n');
  expect(arabic).toMatch(/21:00[^]*00:15/);
  expect(arabic).toContain('برنامج');
  const chinese = (await read('days/2030-02-22.pdf?language=zh-Hans')).join('\n');
  expect(chinese).toContain('2030');
  expect(chinese).toMatch(/21:00[^]*00:15/);
});

test.skipIf(!hasReader)('a start list says so, and results that may still change say that they may', async () => {
  const report = async () => (await read(`units/${secondRun}.pdf`)).join('\n');
  const starters = [berg, costa].map((racer, index) => line(racer, index + 1, {}));
  await send(result('START_LIST', { documentCode: secondRun, version: 2 }, starters));
  await expect.poll(report, { timeout: 20_000 }).toMatch(/Start list[^]*BERG Ida[^]*COSTA Lia/);
  const finishers = [berg, costa].map((racer, index) =>
    line(racer, index + 1, { Rank: index + 1, Result: `49.${index}0` }),
  );
  await send(result('UNOFFICIAL', { documentCode: secondRun, version: 3 }, finishers));
  await expect.poll(report, { timeout: 20_000 }).toMatch(/Unofficial results[^]*may still change[^]*49\.10/);
});

test.skipIf(!hasReader)(
  'teams that are called like their organisation, and venues, have their names in the language of the book',
  async () => {
    const names = {
      Organisation: 'AAA,Northland,Nordie\nBBB,Southland,Sudie',
      Venue: 'HIL,North Hill,Colline du Nord',
    };
    for (const [table, rows] of Object.entries(names)) {
      const headers = { 'content-type': 'text/csv' };
      const body = `Id,ENG Description,FRA Description\n${rows}\n`;
      await altis.administrator.fetch(`/api/results/codes/${table}`, { method: 'POST', headers, body });
    }
    await send(participants(1, [berg, costa]));
    const teams = [
      teamCompetitor('T1', 'AAA', 'Northland', [berg]),
      teamCompetitor('T2', 'BBB', 'Southland 2', [costa]),
    ];
    const ranked = teams.map((team, index) => odfElement('Result', { Rank: index + 1, SortOrder: index + 1 }, [team]));
    await send(result('OFFICIAL', { documentCode: secondRun, version: 4 }, ranked));
    await send(
      document('DT_MEDALLISTS', { version: 10 }, [medal('ME_GOLD', teams[0]!), medal('ME_SILVER', teams[1]!)]),
    );
    for (const path of [`units/${secondRun}.pdf`, 'days/2030-02-22.pdf', `events/${event}.pdf`]) {
      const inFrench = async () => (await read(`${path}?language=fr`)).join('\n');
      await expect
        .poll(inFrench, { timeout: 20_000 })
        .toMatch(/^(?=[^]*Nordie)(?=[^]*Southland 2)(?=[^]*Colline du Nord)/);
      expect(await inFrench()).not.toMatch(/Northland|Sudie/);
    }
  },
);

test('the whole book of a discipline, and the medals', async () => {
  for (const path of ['disciplines/ALP.pdf?language=ja', 'medals.pdf?language=fr']) {
    const response = await ask(path);
    expect(response.status).toBe(200);
    expect(
      Buffer.from(await response.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  }
});

test('the tag of a book holds until it says something else', async () => {
  const tag = (await ask('medals.pdf')).headers.get('etag') ?? '';
  expect(tag).toMatch(/^W\/"/);
  expect((await ask('medals.pdf', { 'if-none-match': tag })).status).toBe(304);
  expect((await ask('medals.pdf?language=de', { 'if-none-match': tag })).status).toBe(200);
  const gold = document('DT_MEDALLISTS', { version: 11 }, [medal('ME_GOLD', competitor(evans))]);
  await send(gold);
  await expect.poll(async () => (await ask('medals.pdf')).headers.get('etag'), { timeout: 20_000 }).not.toBe(tag);
});

test('what there is no book of, or no language for, is said with what there is', async () => {
  const bodyOf = async (path: string) => JSON.stringify(await (await ask(path)).json());
  expect((await ask(`units/${'X'.repeat(34)}.pdf`)).status).toBe(404);
  expect(await bodyOf('nothing.pdf')).toContain('medals.pdf');
  expect((await ask('medals.pdf?language=xx')).status).toBe(400);
  expect(await bodyOf('medals.pdf?language=xx')).toContain('zh-Hans');
});

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { results as published } from '@altis/results/contract';
import { hasBrowser, openBrowser, sharedData, startAltis, type Altis } from '@altis/testing';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let altis: Altis;
beforeAll(async () => {
  altis = await startAltis({ systems: ['results'], web: hasBrowser });
});
afterAll(() => altis?.stop());

const history = () => altis.administrator.api(published).history;
const folder = sharedData('games-history');

describe('past Games', () => {
  test('small tables become Games, organisations and sports through time; predecessors count where they are asked for', async () => {
    const sent = await send(small);
    expect(await sent.json()).toMatchObject({
      games: 2,
      participations: 4,
      unplaced: [{ reason: expect.stringContaining('Games that no table has'), count: 1 }],
    });
    const { items } = await history().games({});
    expect(items.map(({ code, organisations }) => `${code} ${organisations}`)).toEqual(['1992-alta 2', '1988-alta 2']);
    const { lines } = await history().table({});
    expect(lines.map(({ rank, organisation, gold }) => `${rank} ${organisation} ${gold}`)).toEqual([
      '1 GDR 3',
      '2 GER 2',
      '3 NOR 1',
    ]);
    const joined = await history().table({ successors: 'added' });
    expect(joined.lines[0]).toMatchObject({ organisation: 'GER', gold: 5, includes: ['GDR'], games: 2 });
    expect(await history().organisation({ code: 'GDR' })).toMatchObject({
      status: 'historic',
      successor: { code: 'GER', name: 'Germany' },
      games: [{ year: 1988, gold: 3, people: 12 }],
      sports: [{ code: 'LUG', gold: 3 }],
    });
    const { games } = await history().sport({ code: 'LUG' });
    expect(games.map(({ year, people }) => [year, people])).toEqual([
      [1988, 17],
      [1992, 19],
    ]);
  });

  test('what is no archive, or has a table too few, is refused with what to do', async () => {
    const some = await send({ 'gamesDetail.csv': 'code,year\n' });
    expect(await some.json()).toMatchObject({ message: expect.stringContaining('countryDetail.csv') });
    const visitor = await altis.signIn('visitor');
    const denied = await visitor.fetch('/api/results/history', { method: 'POST', body: 'x' });
    expect(denied.ok).toBe(false);
  });

  test.skipIf(!hasBrowser)('pages tell of Games, organisations and sports, and lead from one to another', async () => {
    expect((await send(small)).status).toBe(201);
    const browser = await openBrowser(altis);
    try {
      const visitor = await altis.signIn('visitor');
      const { page, faults, close } = await browser.open(visitor, '/results/history');
      await page
        .getByRole('cell', { name: /East Germany/ })
        .first()
        .waitFor();
      expect(await faults()).toEqual([]);
      await page.getByText('With predecessors').click();
      await page
        .getByText(/with GDR/)
        .first()
        .waitFor();
      await close();
      for (const [path, told] of [
        ['/results/history/games/1988-alta', 'East Germany'],
        ['/results/history/organisations/GDR', 'Luge'],
        ['/results/history/sports/LUG', 'Alta 1992'],
      ] as const) {
        for (const look of [{}, { locale: 'ar', viewport: { width: 390, height: 844 } }]) {
          const opened = await browser.open(visitor, path, look);
          await opened.page.getByText(told).first().waitFor();
          expect(await opened.faults(), path).toEqual([]);
          await opened.close();
        }
      }
    } finally {
      await browser.close();
    }
  });

  test.skipIf(folder === undefined)('the tables from 1896 to 2022 are told as they are', async () => {
    const names = (await readdir(folder ?? '')).filter((name) => name.endsWith('.csv'));
    const files = await Promise.all(
      names.map(async (name): Promise<[string, string]> => [name, await readFile(join(folder ?? '', name), 'utf8')]),
    );
    expect((await send(Object.fromEntries(files))).status).toBe(201);
    const first = await history().readGames({ code: '1896-athens' });
    expect(first.games).toMatchObject({ year: 1896, host: 'Athens', athletes: 241, startsOn: '1896-04-06' });
    expect(first.lines.find(({ organisation }) => organisation === 'GRE')).toMatchObject({
      gold: 10,
      silver: 18,
      bronze: 19,
    });
    const cortina = await history().organisation({ code: 'ITA' });
    expect(cortina.games.map(({ code }) => code)).toContain('1956-cortina-d-ampezzo');
  });
});

function send(files: Readonly<Record<string, string>>): Promise<Response> {
  const packed = zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
  return altis.administrator.fetch('/api/results/history', {
    method: 'POST',
    headers: { 'content-type': 'application/zip' },
    body: Buffer.from(packed),
  });
}

/** Titles and cells are padded, and a row is set aside by a #, as in the tables that go round. */
const small = {
  'gamesDetail.csv':
    '\uFEFFcode ,year ,host ,season ,num_athletes ,start_date ,end_date\n' +
    '"1988_alta_olympics" ,"1988" ,"Alta" ,"winter" ,"17" ,"1988-02-01" ,"1988-02-09"\n' +
    '"1992_alta_olympics" ,"1992" ,"Alta" ,"winter" ,"" ,"" ,""\n',
  'countryDetail.csv':
    'code ,name ,status\n"GDR" ,"East Germany" ,"historic"\n"GER" ,"Germany" ,"current"\n"NOR" ,"Norway" ,"current"\n',
  'sportsDetail.csv': 'code ,name ,season ,parent\n"LUG" ,"Luge" ,"winter" ,\n',
  'participationRecords.csv':
    'games ,country ,sport ,gold ,silver ,bronze ,men ,women\n' +
    '1988_alta_olympics ,GDR ,LUG , 3 , 0 , 0 , 6 , 6\n' +
    '1988_alta_olympics ,NOR ,LUG , 0 , 0 , 1 , 3 , 2\n' +
    '# 1988_alta_olympics ,FRA ,LUG , 9 , 9 , 9 , 9 , 9\n' +
    '1992_alta_olympics ,GER ,LUG , 2 , 0 , 0 , 8 , 8\n' +
    '1992_alta_olympics ,NOR ,LUG , 1 , 0 , 0 , 2 , 1\n' +
    '1996_alta_olympics ,NOR ,LUG , 1 , 0 , 0 , 2 , 1\n',
} as const;

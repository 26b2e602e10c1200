import { readFile } from 'node:fs/promises';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { GamesImport, results as published } from '@altis/results/contract';
import { sharedData, startAltis, waitFor, type Altis } from '@altis/testing';
import { cell, listIn, type ArchiveRow, type GamesArchive } from '../domain/games-archive/games-archive.ts';
import { readGamesArchive } from '../domain/games-archive/read-games-archive.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

/** All of it takes half a minute on two quiet cores; one discipline is always taken in. */
const isWhole = process.env['ALTIS_PARIS'] === '1';
const file = sharedData('results-paris-2024', 'archive.zip');

let altis: Altis;
let archive: GamesArchive;
let imported: GamesImport;

const api = () => altis.administrator.api(published);

beforeAll(async () => {
  if (file === undefined) return;
  altis = await startAltis({ systems: ['results'], env: { ALTIS_RESULTS_TIME_ZONE: 'Europe/Paris' } });
  const whole = await readFile(file);
  archive = isWhole ? read(whole) : oneDiscipline(read(whole), 'Archery', 'ARC');
  imported = await sendGames(isWhole ? whole : pack(archive));
});
afterAll(() => altis?.stop());

describe.skipIf(file === undefined)('a Games from an archive of CSV files', () => {
  test('every message is taken in, and what cannot be told is said', async () => {
    expect(imported).toMatchObject({ state: 'done', done: imported.total, outcomes: { new: imported.total } });
    const lost = imported.unplaced.filter(({ reason }) => reason.startsWith('schedule'));
    const { days } = await api().schedule.days({});
    const shown = days.reduce((sum, { units }) => sum + units, 0);
    const units = new Set(archive.results.map((row) => cell(row, 'stage_code')).filter(isUnit));
    expect(shown).toBeGreaterThanOrEqual(units.size);
    expect(lost.reduce((sum, { count }) => sum + count, 0)).toBe(isWhole ? 102 : 0);
  });

  test('the same archive once more changes nothing', async () => {
    const again = await sendGames(isWhole ? await readFile(file ?? '') : pack(archive));
    expect(again.outcomes).toEqual({ duplicate: imported.total });
  });

  test('results are those of the files', async () => {
    const units = [...Map.groupBy(archive.results, (row) => cell(row, 'stage_code'))].filter(([rsc]) => isUnit(rsc));
    for (const [rsc, rows] of sample(units, 20)) {
      const { competitors } = await api().units.read({ rsc });
      const told = competitors.map(({ code, rank, result }) => `${code} ${rank ?? ''} ${result ?? ''}`);
      const wanted = rows.map((row) => {
        const rank = cell(row, 'rank');
        return `${cell(row, 'participant_code')} ${rank === '' ? '' : Number(rank)} ${cell(row, 'result')}`;
      });
      expect(told.toSorted(), rsc).toEqual(wanted.toSorted());
    }
  });

  test('schedule times are those of the files', async () => {
    const rows = archive.schedules.filter((row) => isUnit(last(row)) && cell(row, 'event_medal') === '1');
    for (const row of sample(rows, 8)) {
      const { items } = await api().schedule.day({ day: cell(row, 'day'), discipline: cell(row, 'discipline_code') });
      const starts = items
        .filter(({ rsc }) => rsc.endsWith(last(row)))
        .map(({ startsAt }) => Date.parse(startsAt ?? ''));
      expect(starts, cell(row, 'url')).toContain(Date.parse(cell(row, 'start_date')));
    }
  });

  test('people are those of the files', async () => {
    for (const row of sample(archive.athletes, 12)) {
      const person = await api().participants.read({ code: cell(row, 'code') });
      expect(person).toMatchObject({
        birthDate: cell(row, 'birth_date'),
        organisation: cell(row, 'country_code'),
      });
      expect(person.name.print).toBe(cell(row, 'name'));
    }
  });

  test('teams have the members of the files', async () => {
    for (const row of sample(archive.teams, 5)) {
      const { members } = await api().teams.read({ code: cell(row, 'code') });
      expect(members.map(({ code }) => code).toSorted()).toEqual(listIn(row, 'athletes_codes').toSorted());
    }
  });

  test('the medal table is that of the files, counted from the medals of the events', async () => {
    const { lines, differences } = await api().medals.table({});
    const counted = lines.map(
      ({ organisation, gold, silver, bronze }) => `${organisation} ${gold} ${silver} ${bronze}`,
    );
    const total = archive.medals_total.map((row) =>
      ['country_code', 'Gold Medal', 'Silver Medal', 'Bronze Medal'].map((column) => cell(row, column)).join(' '),
    );
    expect(counted.toSorted()).toEqual(total.toSorted());
    expect(differences).toEqual([]);
  });

  test('an archive of other Games, and one that is none, are refused with what to do', async () => {
    const other = await post('OTHER', pack(archive));
    expect(await other.json()).toMatchObject({ status: 409, message: expect.stringContaining('GAMES') });
    const none = await sendGames(strToU8('no archive'));
    expect(none).toMatchObject({ state: 'refused', remedy: expect.stringContaining('ZIP') });
  });
});

async function sendGames(bytes: Uint8Array): Promise<GamesImport> {
  const { id } = GamesImport.parse(await (await post('GAMES', bytes)).json());
  return waitFor(
    'the import',
    async () => {
      const now = await api().gamesImports.find({ id });
      return (now.state === 'done' || now.state === 'refused') && now;
    },
    { timeoutMs: 280_000 },
  );
}

function post(competition: string, bytes: Uint8Array): Promise<Response> {
  return altis.administrator.fetch(`/api/results/games?competition=${competition}&file=games.zip`, {
    method: 'POST',
    headers: { 'content-type': 'application/zip' },
    body: Buffer.from(bytes),
  });
}

function read(bytes: Uint8Array): GamesArchive {
  const found = readGamesArchive(bytes);
  if (!found.ok) throw new Error(found.message);
  return found.archive;
}

function isUnit(rsc: string): boolean {
  return rsc !== '' && !rsc.endsWith('--------');
}

function last(row: ArchiveRow): string {
  return cell(row, 'url').split('/').at(-1)?.toUpperCase() ?? '';
}

/** So many of them, evenly spread. */
function sample<Item>(items: readonly Item[], count: number): Item[] {
  const step = Math.max(1, Math.floor(items.length / count));
  return items.filter((_, at) => at % step === 0).slice(0, count);
}

/** The archive as it would be, had there been no other discipline. */
function oneDiscipline(whole: GamesArchive, name: string, code: string): GamesArchive {
  const of = (row: ArchiveRow): boolean =>
    [cell(row, 'discipline'), cell(row, 'discipline_name')].includes(name) || listIn(row, 'disciplines').includes(name);
  const medals = whole.medals.filter(of);
  const totals = [...Map.groupBy(medals, (row) => cell(row, 'country_code'))].map(([organisation, won]) => {
    const count = (type: string): string => String(won.filter((row) => cell(row, 'medal_type') === type).length);
    const counts: [string, string][] = [
      ['Gold Medal', count('Gold Medal')],
      ['Silver Medal', count('Silver Medal')],
      ['Bronze Medal', count('Bronze Medal')],
    ];
    return { country_code: organisation, Total: String(won.length), ...Object.fromEntries(counts) };
  });
  return {
    athletes: whole.athletes.filter(of),
    coaches: whole.coaches.filter((row) => cell(row, 'disciplines') === name),
    teams: whole.teams.filter(of),
    schedules: whole.schedules.filter((row) => cell(row, 'discipline_code') === code),
    medallists: whole.medallists.filter(of),
    medals,
    medals_total: totals,
    results: whole.results.filter(of),
  };
}

function pack({ results, ...tables }: GamesArchive): Uint8Array {
  const files = Object.entries({ ...tables, 'results/All': results }).map(([name, rows]): [string, Uint8Array] => [
    `${name}.csv`,
    strToU8(csvOf(rows)),
  ]);
  return zipSync(Object.fromEntries(files));
}

function csvOf(rows: readonly ArchiveRow[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))];
  return lines.map((cells) => cells.map((each) => `"${each.replaceAll('"', '""')}"`).join(',')).join('\r\n');
}

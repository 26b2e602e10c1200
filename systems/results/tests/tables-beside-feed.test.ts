import { afterAll, beforeAll, expect, test } from 'vitest';
import { audit } from '@altis/audit/contract';
import { startAltis, type Altis, type TestUser } from '@altis/testing';
import { results, TableReading, type TableTarget, type TimingInput } from '../contract/index.ts';
import { participants, suomi, valla } from './hockey-feed.ts';
import { berg, costa, event, firstRun, line, result } from './slalom-feed.ts';

let altis: Altis;
let operator: TestUser;
beforeAll(async () => {
  altis = await startAltis({ systems: ['results'] });
  operator = await altis.signIn('operator');
});
afterAll(() => altis?.stop());

async function send(body: string): Promise<string> {
  const headers = { 'content-type': 'application/xml' };
  const response = await altis.administrator.fetch('/api/results/messages', { method: 'POST', headers, body });
  return ((await response.json()) as { outcome: string }).outcome;
}

async function read(text: string): Promise<{ id: string; mapping: TableReading['mapping'] }> {
  const response = await operator.fetch('/api/results/tables?file=list.csv', { method: 'POST', body: text });
  return TableReading.parse(await response.json());
}

function target(what: Partial<TableTarget>): TableTarget {
  return {
    day: '2030-02-22',
    startsAt: '10:30',
    zone: 'Europe/Rome',
    place: 'North Hill',
    discipline: { code: null, name: 'Running' },
    event: { rsc: null, name: '10 km', gender: 'O' },
    kind: 'start-list',
    status: 'OFFICIAL',
    ...what,
  };
}

const refused = expect.objectContaining({ code: 'CONFLICT' }) as Error;

test('what a venue sends next is never lost to the console or a list, unless somebody took over', async () => {
  const api = operator.api(results);
  const both = [line(berg, 1, {}), line(costa, 2, {})];
  expect(await send(result('LIVE', { version: 5 }, both))).toBe('new');

  const press: TimingInput = {
    id: 'press-0001',
    pressedAt: new Date().toISOString(),
    offsetMs: 0,
    deed: { kind: 'start', bib: null },
  };
  await expect(api.timing.record({ unit: firstRun, inputs: [press] })).rejects.toThrow(refused);
  expect(await api.timing.read({ unit: firstRun })).toMatchObject({ sender: 'TEST', version: 5, inputs: [] });

  const table = await read('Bib;Name;Club\n1;Ida Berg;AAA\n2;Lia Costa;BBB\n');
  const list = { ...table, target: target({ event: { rsc: event, name: '', gender: 'W' } }) };
  expect(await api.tables.plan(list)).toMatchObject({ unit: firstRun, sender: 'TEST', replaces: null });
  await expect(api.tables.write(list)).rejects.toThrow(refused);

  const listed = async (what: object) => (await api.timing.list({ whose: 'all', ...what })).items;
  expect(await api.timing.list({})).toEqual({ items: [] });
  expect(await listed({ discipline: 'ALP' })).toMatchObject([{ rsc: firstRun, isOwn: false, sender: 'TEST' }]);
  expect(await listed({ text: 'nothing of the kind' })).toEqual([]);

  const official = [line(berg, 1, { Result: '1:00.00', Rank: 1 }), line(costa, 2, { Result: '1:01.00', Rank: 2 })];
  expect(await send(result('OFFICIAL', { version: 6 }, official))).toBe('replaces');

  const taken = await api.timing.record({ unit: firstRun, inputs: [press], mayTakeOver: true });
  expect(taken).toMatchObject({ sender: null, version: 7, status: 'LIVE', inputs: [{ id: press.id }] });
  expect((await api.timing.list({})).items).toMatchObject([{ rsc: firstRun, isOwn: true, sender: null }]);
  const { entries } = await altis.administrator.api(audit).entries.list({});
  expect(entries.map(({ action, subject, details }) => [action, subject.id, details])).toContainEqual([
    'message.taken-over',
    firstRun,
    { documentType: 'DT_RESULT', from: 'TEST' },
  ]);
});

test('a list says nothing of people whom the feed tells of, but that they are entered', async () => {
  const api = operator.api(results);
  // Sent before the list is.
  await send(participants(1, [valla]).replaceAll('2030-02-22', '2020-02-22'));
  const before = await api.participants.read({ code: valla.code });
  const table = await read(
    `Licence;Bib;Name;Club\n${valla.code};1;Teo Vala;SC Bergdorf\n${suomi.code};2;Aki Suomi;BBB\n`,
  );
  const mapping = ['code', 'bib', 'name', 'organisation'] as const;
  const { event: rsc } = await api.tables.write({ ...table, mapping: [...mapping], target: target({}) });
  const after = await api.participants.read({ code: valla.code });
  expect(after).toMatchObject({ name: before.name, organisation: before.organisation, gender: before.gender });
  expect(after.disciplines).toEqual(expect.arrayContaining([...before.disciplines, 'RUN']));
  expect(after.events.map((each) => each.rsc)).toContain(rsc);
  expect(await api.participants.read({ code: suomi.code })).toMatchObject({ organisation: 'BBB' });
});

test('a new event writes over one of the same name only where somebody confirmed it', async () => {
  const api = operator.api(results);
  const table = await read('Bib;Name;Club;Time\n1;Anna Rossi;AAA;31:02.1\n2;Lena Moser;BBB;33:10.0\n');
  const first = target({ event: { rsc: null, name: 'Mile', gender: 'O' }, kind: 'results' });
  expect(await api.tables.plan({ ...table, target: first })).toMatchObject({ replaces: null, sender: null });
  const { unit } = await api.tables.write({ ...table, target: first });

  const otherDay = { ...table, target: { ...first, day: '2030-02-23' } };
  const replaces = { day: '2030-02-22', version: 1 };
  expect(await api.tables.plan(otherDay)).toMatchObject({ unit, replaces });
  await expect(api.tables.write(otherDay)).rejects.toThrow(refused);
  expect(await api.tables.plan({ ...table, target: first })).toMatchObject({ replaces });
  await expect(api.tables.write({ ...table, target: first })).rejects.toThrow(refused);
  expect(await api.units.read({ rsc: unit })).toMatchObject({ day: '2030-02-22', source: { version: 1 } });

  await api.tables.write({ ...otherDay, mayReplace: true });
  expect(await api.units.read({ rsc: unit })).toMatchObject({ day: '2030-02-23', source: { version: 2 } });
});

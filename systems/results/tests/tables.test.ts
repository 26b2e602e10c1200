import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startAltis, type Altis, type TestUser } from '@altis/testing';
import { results, TableReading, type TableTarget, type TimingDeed } from '../contract/index.ts';

let altis: Altis;
let operator: TestUser;
beforeAll(async () => {
  altis = await startAltis({ systems: ['results'] });
  operator = await altis.signIn('operator');
});
afterAll(() => altis?.stop());

async function read(text: string | Uint8Array, file = 'list.csv'): Promise<TableReading> {
  const body = typeof text === 'string' ? text : Buffer.from(text);
  const response = await operator.fetch(`/api/results/tables?file=${file}`, { method: 'POST', body });
  expect(response.status).toBe(201);
  return TableReading.parse(await response.json());
}

const target = (event: string, kind: TableTarget['kind'] = 'start-list'): TableTarget => ({
  competition: 'Village Race 2030',
  day: '2030-02-23',
  startsAt: '10:30',
  zone: 'Europe/Rome',
  place: 'Church square',
  discipline: { code: null, name: 'Running' },
  event: { rsc: null, name: event, gender: 'O' },
  kind,
  status: 'OFFICIAL',
});

const startList = `Startnummer;Nachname;Vorname;Verein;Jg;m/w
1;Valla;Tero;SC Bergdorf;1998;m
2;Suomi;Aki;SC Bergdorf;1999;m
3;Rossi;Anna;ASD Montevero;2001;w
4;Rossi;Anna;ASD Montevero;2001;w
`;

test('a start list becomes a unit with people, clubs and entries; the same list again is a next version', async () => {
  const api = operator.api(results);
  const { id, mapping, kind, good, faults } = await read(startList);
  expect({ mapping, kind, good }).toEqual({
    mapping: ['bib', 'family', 'given', 'organisation', 'birth', 'gender'],
    kind: 'start-list',
    good: 4,
  });
  expect(faults.map(({ code, line, column }) => ({ code, line, column }))).toEqual([
    { code: 'namesake', line: 5, column: 'Nachname' },
  ]);
  const plan = await api.tables.plan({ id, mapping, target: target('10 km') });
  expect(plan.unit).toBe('RUNO10KM--------------FNL-000100--');
  expect(plan.organisations.map(({ name }) => name)).toEqual(['SC Bergdorf', 'ASD Montevero']);

  const first = await api.tables.write({ id, mapping, target: target('10 km') });
  const again = await api.tables.write({ id, mapping, target: target('10 km') });
  expect(first.messages.map(({ documentType, version }) => `${documentType} ${version}`)).toEqual([
    'DT_CODES 1',
    'DT_SCHEDULE_UPDATE 1',
    'DT_PARTIC_UPDATE 1',
    'DT_ENTRIES 1',
    'DT_RESULT 1',
  ]);
  expect(again.messages.map(({ version }) => version)).toEqual([2, 2, 2, 2, 2]);
  expect(again.organisations.map(({ isNew }) => isNew)).toEqual([false, false]);

  const unit = await api.units.read({ rsc: first.unit });
  expect(unit).toMatchObject({
    competition: 'VILLAGERACE2030',
    name: { en: '10 km' },
    day: '2030-02-23',
    startsAt: '2030-02-23T09:30:00.000Z',
    offset: '+01:00',
    venueName: 'Church square',
    resultStatus: 'START_LIST',
  });
  expect(unit.competitors.map(({ bib, name, startOrder }) => `${startOrder} ${bib} ${name}`)).toEqual([
    '1 1 Tero VALLA',
    '2 2 Aki SUOMI',
    '3 3 Anna ROSSI',
    '4 4 Anna ROSSI',
  ]);
  expect(new Set(unit.competitors.map(({ code }) => code)).size).toBe(4);
  const { items } = await api.organisations.list({});
  expect(items.map(({ name, athletes }) => [name['en'], athletes])).toContainEqual(['SC Bergdorf', 2]);
  const event = await api.events.read({ rsc: first.event });
  expect(event.entries.length).toBe(4);
});

test('a result list is ranked, with ties and those who are out', async () => {
  const api = operator.api(results);
  const { id, mapping, kind } = await read(
    JSON.stringify([
      { bib: 7, name: 'Valla, Tero', club: 'AAA', time: '1:02,30' },
      { bib: 8, name: 'SUOMI Aki', club: 'BBB', time: '62.3' },
      { bib: 9, name: 'Anna van der Berg', club: '', time: 'DNF' },
      { bib: 10, name: 'Li Na', club: 'BBB', time: '00:01:03.45' },
    ]),
    'results.json',
  );
  expect(kind).toBe('results');
  const { unit: rsc } = await api.tables.write({ id, mapping, target: target('400 m', 'results') });
  const unit = await api.units.read({ rsc });
  expect(unit).toMatchObject({ resultStatus: 'OFFICIAL', scheduleStatus: 'FINISHED' });
  expect(
    unit.competitors.map((each) => [each.rank, each.isRankShared, each.result, each.diff, each.invalidMark, each.name]),
  ).toEqual([
    ['1', true, '1:02.30', null, null, 'Tero VALLA'],
    ['1', true, '1:02.3', null, null, 'Aki SUOMI'],
    ['3', false, '1:03.45', '+1.15', null, 'Li NA'],
    [null, false, null, null, 'DNF', 'Anna VAN DER BERG'],
  ]);
});

test('what is wrong names line, column and remedy, and the good rows can be written', async () => {
  const table = await read('Bib,Name,Time\n1,Tero Valla,1:02.3\n1,Aki Suomi,62.3\n3,,61\n4,Anna Rossi,fast\n');
  expect(table).toMatchObject({ rows: 4, good: 1, faultCount: 3 });
  expect(table.faults.map(({ line, column, code }) => `${line} ${column} ${code}`)).toEqual([
    '3 Bib bib-twice',
    '4 Name name-missing',
    '5 Time time-unreadable',
  ]);
  expect(table.faults[2]).toMatchObject({ message: '“fast” is no time.', remedy: expect.stringContaining('1:02.3') });
  const response = await operator.fetch('/api/results/tables?file=x.csv', { method: 'POST', body: 'a,"b\n1,2\n' });
  expect([response.status, await response.json()]).toMatchObject([400, { message: expect.stringContaining('Line 1') }]);
});

test('presses at the console are kept once each, become results, and are taken back', async () => {
  const api = operator.api(results);
  const { id, mapping } = await read(startList);
  const { unit } = await api.tables.write({ id, mapping, target: target('Timed') });
  const from = Date.now() - 600_000;
  const press = (number: number, seconds: number, deed: TimingDeed) => ({
    id: `press-${String(number).padStart(4, '0')}`,
    pressedAt: new Date(from + seconds * 1000 - 5000).toISOString(),
    offsetMs: 5000,
    deed,
  });
  const inputs = [
    press(1, 0, { kind: 'start', bib: null }),
    press(2, 61.239, { kind: 'finish', bib: '2' }),
    press(3, 61.231, { kind: 'finish', bib: null }),
    press(4, 70, { kind: 'finish', bib: '99' }),
    press(5, 71, { kind: 'mark', bib: '4', mark: 'DNF', reason: 'Gave up' }),
  ];
  await api.timing.record({ unit, inputs: inputs.slice(0, 3) });
  const state = await api.timing.record({ unit, inputs });
  expect(state).toMatchObject({ status: 'LIVE', inputs: { length: 5 } });
  expect(state.unassigned.map(({ input, bib }) => [input, bib])).toEqual([
    ['press-0003', null],
    ['press-0004', '99'],
  ]);
  await api.timing.record({
    unit,
    inputs: [
      press(6, 80, { kind: 'assign', input: 'press-0003', bib: '1' }),
      press(7, 81, { kind: 'assign', input: 'press-0004', bib: '3' }),
      press(8, 82, { kind: 'penalty', bib: '2', timeMs: 10_000, reason: 'Left the course' }),
      press(9, 83, { kind: 'undo', input: 'press-0005' }),
      press(10, 84, { kind: 'mark', bib: '4', mark: 'DSQ', reason: '' }),
      press(11, 85, { kind: 'status', status: 'OFFICIAL' }),
    ],
  });
  const shown = await api.units.read({ rsc: unit });
  expect(shown).toMatchObject({ resultStatus: 'OFFICIAL', scheduleStatus: 'FINISHED', offset: '+01:00' });
  expect(shown.startsAt).toBe(new Date(from).toISOString());
  expect(
    shown.competitors.map(({ rank, bib, result, diff, penalty, invalidMark }) => [
      rank,
      bib,
      result,
      diff,
      penalty,
      invalidMark,
    ]),
  ).toEqual([
    ['1', '1', '1:01.23', null, null, null],
    ['2', '3', '1:10.00', '+8.77', null, null],
    ['3', '2', '1:11.23', '+10.00', '10.00', null],
    [null, '4', null, null, null, 'DSQ'],
  ]);
  expect(shown.communications.map(({ title, text }) => [title, text])).toEqual([
    ['2 Aki SUOMI: time penalty +10.00', 'Left the course'],
  ]);
  const kinds = shown.facts.map(({ kind }) => kind);
  expect(kinds).toContain('finished');

  // A late entrant comes with the list once more; what was timed stays.
  const late = await read(`${startList}5;Li;Na;AAA;2000;w\n`);
  const timedOn = { ...target('Timed'), day: shown.day ?? '' };
  await api.tables.write({ id: late.id, mapping: late.mapping, target: timedOn });
  const after = await api.timing.read({ unit });
  expect(after.starters.map(({ bib, state: how }) => `${bib} ${how}`)).toEqual([
    '1 finished',
    '2 finished',
    '3 finished',
    '4 out',
    '5 running',
  ]);
});

/** The files of the walk-through. */
const example = (name: string): Promise<string> =>
  readFile(new URL(`../../../docs/guides/examples/${name}`, import.meta.url), 'utf8');

const relayTeams = await example('relay-teams.csv');

const relayMembers = await example('relay-members.csv');

test('teams with their members are read from a row each, and from a row of each member', async () => {
  const api = operator.api(results);
  const inRows = await read(relayTeams);
  expect(inRows).toMatchObject({
    mapping: ['bib', 'team', 'member', 'member', 'result'],
    kind: 'results',
    teamCount: 3,
    faultCount: 0,
  });
  expect(inRows.teams[2]).toMatchObject({ bib: '3', name: 'ASD Montevero', members: ['Anna Moser', 'Lena Moser'] });
  const { unit: rsc, ...first } = await api.tables.write({ ...inRows, target: target('Relay', 'results') });
  expect([first.teams, first.athletes, first.organisations.map(({ name }) => name)]).toEqual([
    3,
    6,
    ['SC Bergdorf', 'ASD Montevero'],
  ]);
  expect(first.messages.map(({ documentType }) => documentType)).toContain('DT_PARTIC_TEAMS_UPDATE');
  const unit = await api.units.read({ rsc });
  expect(
    unit.competitors.map(({ rank, isRankShared, code, name, result, invalidMark, athletes }) => [
      rank,
      isRankShared,
      `${code} ${name}`,
      result ?? invalidMark,
      athletes.map((each) => `${each.order} ${each.name.tv}`),
    ]),
  ).toEqual([
    [
      '1',
      true,
      expect.stringMatching(/^RUNORELAY----SC\d[0-9A-Z]{4} SC Bergdorf$/),
      '10:02.5',
      ['1 Tero VALLA', '2 Aki SUOMI'],
    ],
    [
      '1',
      true,
      expect.stringMatching(/^RUNORELAY----SC\d[0-9A-Z]{4} SC Bergdorf II$/),
      '10:02.5',
      ['1 Jon VALLA', '2 Ines ROSSI'],
    ],
    [null, false, expect.stringMatching(/ ASD Montevero$/), 'DNF', ['1 Anna MOSER', '2 Lena MOSER']],
  ]);

  const byMember = await read(relayMembers);
  expect(byMember).toMatchObject({
    mapping: ['unit', 'bib', 'team', 'leg', 'name', 'birth', 'result'],
    units: ['1', '2'],
    teamCount: 3,
    good: 6,
  });
  expect(byMember.faults.map(({ code, value }) => `${code} ${value}`)).toEqual([
    'legs-added SC Bergdorf',
    'legs-added SC Bergdorf II',
    'legs-added ASD Montevero',
  ]);
  const heats = await api.tables.write({ ...byMember, target: target('Relay heats', 'results') });
  expect(heats.units).toMatchObject([
    { rsc: 'RUNORELAYHEATS--------HEAT000100--', name: 'Relay heats, Heat 1', competitors: 2 },
    { rsc: 'RUNORELAYHEATS--------HEAT000200--', name: 'Relay heats, Heat 2', competitors: 1 },
  ]);
  const second = await api.units.read({ rsc: 'RUNORELAYHEATS--------HEAT000200--' });
  expect(second.leaders).toMatchObject([{ name: 'ASD Montevero', result: '8:00' }]);
  const heat = await api.units.read({ rsc: heats.unit });
  expect(heat.competitors.map(({ bib, result, items }) => [bib, result, items.map((leg) => leg.result)])).toEqual([
    ['2', '10:01', ['5:01', '5:00']],
    ['1', '10:02.5', ['5:00.0', '5:02.5']],
  ]);
  expect(heat.competitors[1]?.athletes.map(({ bib, code }) => [bib, code])).toEqual([
    ['1-1', unit.competitors[0]?.athletes[0]?.code],
    ['1-2', unit.competitors[0]?.athletes[1]?.code],
  ]);
  const { entries } = await api.events.read({ rsc: heats.event });
  expect(entries.map(({ name }) => name)).toEqual(expect.arrayContaining(['SC Bergdorf II', 'ASD Montevero']));
});

test('teams are timed by their bibs, with an exchange after each leg', async () => {
  const api = operator.api(results);
  const table = await read(relayTeams.replaceAll(/;[^;\n]*$/gm, ''));
  const { unit } = await api.tables.write({ ...table, target: target('Timed relay') });
  const from = Date.now() - 600_000;
  const deeds: [seconds: number, deed: TimingDeed][] = [
    [0, { kind: 'start', bib: null }],
    [100, { kind: 'split', bib: '2', point: 1 }],
    [105.5, { kind: 'split', bib: '1', point: 1 }],
    [200, { kind: 'finish', bib: '1' }],
    [210, { kind: 'finish', bib: '2' }],
    [220, { kind: 'mark', bib: '3', mark: 'DNF', reason: 'No exchange' }],
  ];
  const inputs = deeds.map(([seconds, deed], at) => {
    return { id: `relay-${at}00`, pressedAt: new Date(from + seconds * 1000).toISOString(), offsetMs: 0, deed };
  });
  const { starters } = await api.timing.record({ unit, inputs });
  expect(starters.map(({ rank, name, members }) => [rank, name, members])).toEqual([
    [1, 'SC Bergdorf', ['Tero VALLA', 'Aki SUOMI']],
    [2, 'SC Bergdorf II', ['Jon VALLA', 'Ines ROSSI']],
    [null, 'ASD Montevero', ['Anna MOSER', 'Lena MOSER']],
  ]);
  const shown = await api.units.read({ rsc: unit });
  expect(
    shown.competitors.map(({ kind, result, splits, athletes }) => [kind, result, splits[0]?.result, athletes.length]),
  ).toEqual([
    ['team', '3:20.00', '1:45.50', 2],
    ['team', '3:30.00', '1:40.00', 2],
    ['team', null, undefined, 2],
  ]);
  expect(shown.communications.map(({ title }) => title)).toEqual(['3 ASD Montevero: DNF']);
});

test('the medals of a final are awarded when somebody says so, ties as the rules have them', async () => {
  const api = operator.api(results);
  const table = await read(
    'Rank;Bib;Name;Club\n1;1;Ida Berg;SC X\n2;2;Lia Costa;SC Y\n2;3;Ana Lind;SC X\n3;4;Eva Noll;SC Y\n',
  );
  const { unit, event } = await api.tables.write({ ...table, target: target('Podium', 'results') });
  expect((await api.events.read({ rsc: event })).medals).toEqual([]);
  const plan = await api.awards.plan({ unit });
  expect(plan).toMatchObject({ isOpen: true, stands: 'none', sender: null });
  expect(plan.medals.map(({ medal, name }) => `${medal} ${name}`)).toEqual([
    'gold Ida BERG',
    'silver Lia COSTA',
    'silver Ana LIND',
  ]);
  const refused = api.awards.write({ unit, medals: plan.medals.slice(1) });
  await expect(refused).rejects.toThrow(expect.objectContaining({ code: 'CONFLICT' }) as Error);
  expect(await api.awards.write({ unit, medals: plan.medals })).toMatchObject({ stands: 'same' });
  const { medals } = await api.events.read({ rsc: event });
  expect(medals.map(({ medal, name }) => `${medal} ${name}`)).toEqual([
    'gold Ida BERG',
    'silver Lia COSTA',
    'silver Ana LIND',
  ]);
  expect((await api.units.read({ rsc: unit })).medals).toHaveLength(3);

  // The list once more, put right: the medals stay until they are awarded anew.
  const right = await read('Rank;Bib;Name;Club\n1;2;Lia Costa;SC Y\n2;1;Ida Berg;SC X\n');
  await api.tables.write({ ...right, target: target('Podium', 'results'), mayReplace: true });
  expect(await api.awards.plan({ unit })).toMatchObject({ isOpen: true, stands: 'other' });
  expect((await api.units.read({ rsc: unit })).medal).toBe('gold');
});

test('of several runs none gives medals, and each keeps its code whichever comes first', async () => {
  const api = operator.api(results);
  const write = async (rows: string[], kind: TableTarget['kind']) => {
    const list = await read(`Run;Rank;Bib;Name;Club\n${rows.join('\n')}\n`);
    const mapping: TableReading['mapping'] = [
      'unit',
      kind === 'results' ? 'rank' : null,
      'bib',
      'name',
      'organisation',
    ];
    return api.tables.write({ id: list.id, mapping, target: target('Sprint', kind) });
  };
  const big = 'Morning;1;1;Ida Berg;SC X';
  const small = 'Evening;1;2;Lia Costa;SC Y';
  const { units: starts } = await write([big, small], 'start-list');
  const { units } = await write([small, big], 'results');
  expect(units.toReversed()).toEqual(starts);
  for (const { rsc } of units) expect(await api.awards.plan({ unit: rsc })).toMatchObject({ isOpen: false });
});

test('a mapping is kept by its name', async () => {
  const api = operator.api(results);
  await api.tables.keep({ name: 'Our club', columns: ['a', 'b'], mapping: ['bib', 'name'] });
  expect((await api.tables.mappings({})).items).toEqual([
    { name: 'Our club', columns: ['a', 'b'], mapping: ['bib', 'name'] },
  ]);
  await api.tables.forget({ name: 'Our club' });
  expect((await api.tables.mappings({})).items).toEqual([]);
});

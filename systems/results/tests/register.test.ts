import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { odfElement, type OdfElement, type OdfHeader } from '@altis/odf';
import { results as published, type Found } from '@altis/results/contract';
import { sharedData, startAltis, type Altis } from '@altis/testing';
import { message } from './hockey-feed.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let altis: Altis;
beforeAll(async () => {
  altis = await startAltis({ systems: ['results'] });
});
afterAll(() => altis?.stop());

const discipline = 'ALP-------------------------------';
const event = 'ALPWSL----------------------------';
const relay = 'CCSXRELAY4------------------------';

const api = () => altis.administrator.api(published);

async function send(
  header: Partial<OdfHeader> & Pick<OdfHeader, 'documentType' | 'version'>,
  content: readonly OdfElement[],
): Promise<void> {
  const response = await altis.administrator.fetch('/api/results/messages', {
    method: 'POST',
    headers: { 'content-type': 'application/xml' },
    body: message({ documentCode: discipline, ...header }, content),
  });
  expect(await response.json()).toMatchObject({ outcome: expect.stringMatching(/new|replaces|stale/) });
}

type Names = Record<string, string>;

/** A participant of DT_PARTIC entered for the slalom; names are attributes. */
function person(code: string, family: string, given: string, attributes: Names = {}, entered = event): OdfElement {
  const names = { FamilyName: family, GivenName: given, PrintName: `${family.toUpperCase()} ${given}` };
  const shown = { TVName: `${given} ${family.toUpperCase()}`, Gender: 'F', Status: 'ACTIVE', Parent: code };
  return odfElement(
    'Participant',
    {
      Code: code,
      Organisation: 'AAA',
      BirthDate: '2001-02-03',
      MainFunctionId: 'AA01',
      ...names,
      ...shown,
      ...attributes,
    },
    [
      odfElement('Discipline', { Code: discipline, IFId: '1' }, [
        odfElement('RegisteredEvent', { Event: entered, Bib: code.slice(-1) }),
      ]),
    ],
  );
}

const people = [
  person('11', 'Иванов', 'Пётр', { PrintName: 'IVANOV Petr', TVName: 'Petr IVANOV' }),
  person('12', 'Ivanova', 'Anna', { LocalFamilyName: 'Иванова', LocalGivenName: 'Анна', Organisation: 'BBB' }),
  person('13', 'Müller', 'Eva', { PassportFamilyName: 'MUELLER', PassportGivenName: 'EVA', SCBSName: 'MUE' }),
  person('14', 'Gu', 'Ailing', { LocalFamilyName: '谷', LocalGivenName: '爱凌', Organisation: 'CCC' }),
  person('15', 'Kim', 'Yeona', { LocalFamilyName: '김', LocalGivenName: '연아', Organisation: 'CCC' }),
  person('16', 'Sato', 'Hanako', { LocalFamilyName: 'さとう', LocalGivenName: 'はなこ' }),
  person('17', 'Salah', 'Mohammed'),
  person('18', 'Berg', 'Liv', { BirthDate: '1999-01-01' }),
  person('19', 'Berg', 'Liv', { BirthDate: '2004-01-01', Organisation: 'BBB' }),
  person('20', 'Papadopoulos', 'Eleni'),
  person('21', 'Trainer', 'Tom', { MainFunctionId: 'COACH' }, ''),
];

const found = async (q: string, kind?: Found['kind']) => (await api().search({ q, ...(kind && { kind }) })).items;
const codesOf = async (q: string) => (await found(q)).map(({ code }) => code);

test('people are found by their names in any script, both ways, while they are typed, and with a slip', async () => {
  await send({ documentType: 'DT_PARTIC', version: 1 }, people);
  expect(await codesOf('Ivanov')).toEqual(['11', '12']);
  expect(await codesOf('Иванов')).toContain('11');
  expect(await codesOf('Иванова Анна')).toEqual(['12']);
  expect(await codesOf('Muller')).toContain('13');
  expect(await codesOf('Mueller')).toContain('13');
  expect(await codesOf('müll')).toContain('13');
  expect(await codesOf('谷爱凌')).toContain('14');
  expect(await codesOf('gu ailing')).toContain('14');
  expect(await codesOf('김연아')).toContain('15');
  expect(await codesOf('Yeona Kim')).toContain('15');
  expect(await codesOf('さとう')).toContain('16');
  expect(await codesOf('サトウ')).toContain('16');
  expect(await codesOf('محمد صلاح')).toContain('17');
  expect(await codesOf('Παπαδόπουλος')).toContain('20');
  expect(await codesOf('Papadopulos')).toContain('20');
  expect(await codesOf('Papad')).toContain('20');
  expect(await found('trainer')).toMatchObject([
    { kind: 'official', code: '21', subtitle: expect.stringContaining('2001') },
  ]);
  expect(await codesOf('nobody at all')).toEqual([]);
});

test('names have a form for every purpose', async () => {
  const { names } = await api().participants.read({ code: '13' });
  expect(names).toMatchObject({
    print: 'MÜLLER Eva',
    tv: 'Eva MÜLLER',
    scoreboardShort: 'MUE',
    passport: 'MUELLER EVA',
  });
  expect((await api().participants.read({ code: '11' })).names.latin).toBe('IVANOV Petr');
});

test('two of the same name stay two, and are told apart', async () => {
  const two = await found('Liv Berg');
  expect(two.map(({ code, subtitle }) => `${code} ${subtitle}`).toSorted()).toEqual([
    '18 AAA · 1999 · Alpine skiing',
    '19 BBB · 2004 · Alpine skiing',
  ]);
});

test('lists come in pages, by family name in one alphabet, and narrowed down', async () => {
  const first = await api().participants.list({ limit: 4 });
  expect(first).toMatchObject({ total: 10, items: [{ code: '18' }, { code: '19' }, { code: '14' }, { code: '11' }] });
  const all = [...first.items];
  for (let next = first.next; next !== null;) {
    const page = await api().participants.list({ limit: 4, after: next });
    all.push(...page.items);
    next = page.next;
  }
  expect(new Set(all.map(({ code }) => code)).size).toBe(10);
  expect((await api().participants.list({ organisation: 'CCC', event })).total).toBe(2);
  expect((await api().participants.list({ onlyAthletes: 'false', discipline: 'ALP' })).total).toBe(11);
});

test('names in another script and entries come in lists of their own, before or after the people', async () => {
  await send({ documentType: 'DT_PARTIC_NAME', version: 1, language: 'ARA' }, [
    odfElement('Participant', { Code: '18', FamilyName: 'برغ', GivenName: 'ليف' }),
    odfElement('Participant', { Code: '30', FamilyName: 'لاحق', GivenName: 'نور' }),
  ]);
  await send({ documentType: 'DT_ENTRIES', version: 1, documentCode: relay }, [
    odfElement('Entry', { Code: 'CCSXRELAY4--AAA01', Type: 'T', Organisation: 'AAA', SortOrder: 1, Bib: '3' }, [
      odfElement('Composition', {}, [odfElement('Athlete', { Code: '30', Order: 1, Bib: '3-1' })]),
    ]),
  ]);
  await send({ documentType: 'DT_PARTIC_UPDATE', version: 2 }, [
    person('30', 'Later', 'Nour', { Organisation: 'BBB' }),
  ]);
  expect(await api().participants.read({ code: '18' })).toMatchObject({ name: { local: 'برغ ليف' } });
  expect(await codesOf('برغ')).toContain('18');
  const late = await api().participants.read({ code: '30' });
  expect(late).toMatchObject({ name: { local: 'لاحق نور' }, disciplines: ['ALP', 'CCS'] });
  expect(late.events).toContainEqual(expect.objectContaining({ rsc: relay, bib: '3-1' }));
});

test('who changes organisation or name keeps both in memory, whatever the order of the lists', async () => {
  const after = { Organisation: 'BBB', PrintName: 'BERG-OLSEN Liv', FamilyName: 'Berg-Olsen' };
  await send({ documentType: 'DT_PARTIC', version: 9 }, [...people.slice(0, 7), person('18', 'Berg', 'Liv', after)]);
  await send({ documentType: 'DT_PARTIC', version: 5 }, [person('18', 'Berg', 'Liv', { Organisation: 'CCC' })]);
  expect(await api().participants.read({ code: '18' })).toMatchObject({
    organisation: 'BBB',
    formerOrganisations: ['CCC', 'AAA'],
    names: { print: 'BERG-OLSEN Liv', aliases: expect.arrayContaining(['BERG Liv']) },
  });
  // Who is on no list any more is found no more.
  expect(await codesOf('Papadopoulos')).toEqual([]);
  expect((await api().organisations.list()).items.map(({ code }) => code)).toEqual(['AAA', 'BBB', 'CCC']);
});

const team = (name: string, attributes: Names = {}) =>
  odfElement(
    'Team',
    {
      Code: 'CCSXRELAY4--AAA01',
      Status: 'ACTIVE',
      Organisation: 'AAA',
      ShortName: name,
      TVTeamName: name,
      Gender: 'X',
      ...attributes,
    },
    [
      odfElement('Composition', {}, [
        odfElement('Athlete', { Code: '11', Order: 1, Bib: '3-1' }),
        odfElement('Athlete', { Code: '13', Order: 2 }),
      ]),
      odfElement('Discipline', { Code: 'CCS-------------------------------' }),
    ],
  );

test('a team that is renamed is found by both names', async () => {
  await send({ documentType: 'DT_PARTIC_TEAMS', version: 1 }, [team('Northland')]);
  await send({ documentType: 'DT_PARTIC_TEAMS', version: 2 }, [team('North Isles')]);
  const read = await api().teams.read({ code: 'CCSXRELAY4--AAA01' });
  expect(read).toMatchObject({ name: 'North Isles', formerNames: ['Northland'], discipline: 'CCS' });
  expect(read.members.map(({ name }) => name.print)).toEqual(['IVANOV Petr', 'MÜLLER Eva']);
  expect(await found('northland')).toMatchObject([{ kind: 'team', title: 'North Isles' }]);
  expect((await api().participants.read({ code: '11' })).teams).toEqual([
    { code: 'CCSXRELAY4--AAA01', name: 'North Isles' },
  ]);
});

test('disciplines, events, units and venues are found; disciplines in twelve languages without any table', async () => {
  await send({ documentType: 'DT_SCHEDULE', version: 1 }, [
    odfElement(
      'Unit',
      {
        Code: `${event.slice(0, 22)}FNL-000100--`,
        PhaseType: 3,
        ScheduleStatus: 'SCHEDULED',
        Venue: 'SLP',
        Medal: 1,
        StartDate: '2030-02-22T10:00:00+01:00',
      },
      [
        odfElement('ItemName', { Language: 'ENG', Value: "Women's Slalom Run 1" }),
        odfElement('ItemName', { Language: 'JPN', Value: '女子回転1本目' }),
        odfElement('VenueDescription', { VenueName: 'Silver Slope', LocationName: 'Course' }),
      ],
    ),
  ]);
  expect(await found('гор')).toMatchObject([{ kind: 'discipline', code: 'ALP' }]);
  expect((await api().search({ q: 'alpin', language: 'ja', kind: 'discipline' })).items[0]?.title).toBe(
    'アルペンスキー',
  );
  expect(await found('Silver')).toContainEqual(expect.objectContaining({ kind: 'venue', code: 'SLP' }));
  expect(await found('回転', 'unit')).toMatchObject([{ subtitle: expect.stringContaining('2030-02-22') }]);
  expect((await api().venues.list()).items).toMatchObject([
    { code: 'SLP', name: { und: 'Silver Slope' }, disciplines: ['ALP'] },
  ]);
  expect((await api().disciplines.read({ code: 'ALP' })).units).toBe(1);
});

async function importTable(table: string, csv: string, user = altis.administrator): Promise<Response> {
  const headers = { 'content-type': 'text/csv' };
  return user.fetch(`/api/results/codes/${table}`, { method: 'POST', headers, body: csv });
}

test('code tables are imported over what was known, and what is wrong with one is said', async () => {
  const response = await importTable(
    'Organisation',
    'Id,ENG Description,FRA Description,KOR Description\nAAA,Northland,Nordie,북국\nBBB,Southland,Sudie,남국\n',
  );
  expect(await response.json()).toMatchObject({ codes: 2, message: { documentType: 'DT_CODES', outcome: 'new' } });
  expect((await api().organisations.read({ code: 'AAA' })).name).toEqual({ en: 'Northland', fr: 'Nordie', ko: '북국' });
  expect(await found('북국')).toMatchObject([{ kind: 'organisation', code: 'AAA' }]);
  expect((await api().search({ q: 'Müller', language: 'fr' })).items[0]?.subtitle).toContain('Nordie');

  await importTable('Organisation', 'Id,ENG Description\nAAA,New Northland\n');
  expect((await api().organisations.read({ code: 'AAA' })).name['en']).toBe('New Northland');

  const refused = await importTable('Venue', 'Place,Text\nA,B\n');
  expect(refused.status).toBe(400);
  expect(await refused.json()).toMatchObject({
    message: expect.stringContaining('Venue'),
    data: { remedy: expect.stringContaining('Id') },
  });
  expect((await importTable('Venue', 'Id,ENG Description\nA,B\n', await altis.signIn('member'))).status).toBe(403);
});

test('the register is the same whatever the order of arrival', async () => {
  const later = { Organisation: 'NEW', PrintName: 'NYBERG Liv', FamilyName: 'Nyberg' };
  const feed = [
    message({ documentType: 'DT_PARTIC', version: 1 }, [person('7000', 'Berg', 'Liv'), person('7001', 'Dahl', 'Kim')]),
    message({ documentType: 'DT_PARTIC', version: 4 }, [person('7000', 'Berg', 'Liv', { Organisation: 'MID' })]),
    message({ documentType: 'DT_PARTIC_UPDATE', version: 6 }, [person('7000', 'Nyberg', 'Liv', later)]),
    message({ documentType: 'DT_PARTIC_NAME', version: 2, language: 'ARA' }, [
      odfElement('Participant', { Code: '7000', FamilyName: 'برغ', GivenName: 'ليف' }),
    ]),
    message({ documentType: 'DT_ENTRIES', version: 3 }, [odfElement('Entry', { Code: '7000', Type: 'A', Bib: '5' })]),
    message({ documentType: 'DT_ENTRIES', version: 5 }, [odfElement('Entry', { Code: '7000', Type: 'A', Bib: '6' })]),
  ];
  const orders = [feed, feed.toReversed(), [2, 0, 5, 3, 1, 4, 2].map((index) => feed[index] ?? '')];
  const states = [];
  for (const [number, messages] of orders.entries()) {
    const own = (text: string) => text.replaceAll('700', `71${number}`).replaceAll(/"(AAA|MID|NEW)"/g, `"$1${number}"`);
    for (const each of messages) {
      const body = own(each).replaceAll('DocumentCode="IHOMTEAM6', `DocumentCode="XQ${number}MTEAM6`);
      const headers = { 'content-type': 'application/xml' };
      await altis.administrator.fetch('/api/results/messages', { method: 'POST', headers, body });
    }
    const read = await api().participants.read({ code: own('7000') });
    const same = (await api().search({ q: 'berg' })).items.filter(({ code }) => code === read.code);
    const organisations = (await api().organisations.list()).items.filter(({ code }) => code.endsWith(String(number)));
    states.push(
      JSON.stringify({ read, same, organisations })
        .replaceAll(`71${number}`, '700')
        .replaceAll(/(AAA|MID|NEW|XQ)\d/g, '$1'),
    );
  }
  expect(JSON.parse(states[0] ?? '')).toMatchObject({
    read: { organisation: 'NEW', formerOrganisations: ['MID', 'AAA'], name: { local: 'برغ ليف' } },
    same: [{ organisation: 'NEW' }],
    organisations: [{ code: 'NEW' }],
  });
  expect(new Set(states).size).toBe(1);
});

const tables = sharedData('odf/codes-pyeongchang-2018');

test.skipIf(tables === undefined)('genuine tables give names in three languages', async () => {
  for (const table of ['Discipline', 'Event', 'EventUnit']) {
    const csv = await readFile(join(tables ?? '', `${table}.csv`), 'utf8');
    expect((await importTable(table, csv)).status).toBe(201);
  }
  const alpine = await api().disciplines.read({ code: 'ALP' });
  expect(alpine.name).toMatchObject({ en: 'Alpine Skiing', fr: 'Ski alpin', ko: '알파인 스키', de: 'Ski alpin' });
  expect(alpine.eventList).toMatchObject([
    {
      rsc: event,
      name: { en: expect.stringContaining('Slalom'), fr: expect.stringContaining('Slalom'), ko: expect.any(String) },
    },
  ]);
  expect((await found(alpine.eventList[0]?.name['ko'] ?? '', 'event')).map(({ code }) => code)).toEqual([event]);
});

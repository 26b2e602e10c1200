import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { guessMapping } from './guess-mapping.ts';
import { readRows } from './read-rows.ts';
import { readTable } from './read-table.ts';

/** What people send: who is read, as `bib given family time born start`, and what is said, by line. */
async function told(content: string | Uint8Array): Promise<{ read: string[]; said: string[] }> {
  const table = await readTable(typeof content === 'string' ? new TextEncoder().encode(content) : content);
  if (!table.ok) return { read: [], said: [`${table.message} ${table.remedy}`] };
  const { competitors, faults } = readRows(table, guessMapping(table));
  return {
    read: competitors.map(({ bib, given, family, resultMs, birth, start }) =>
      [bib, given, family, resultMs, birth, start].filter((part) => part !== null).join(' '),
    ),
    said: faults.map(({ line, code, value }) => `${line} ${code} ${value}`),
  };
}

const heading = 'Dorflauf 2030;;;\n;;;\nStand: 1.2.2030;;;\n';
const windows = Buffer.from('Nr;Nachname;Vorname;Zeit\r\n1;Müller;Jörg;1:02,34\r\n2;Groß;Zoë;1.02,35\r\n', 'latin1');

test.each([
  ['Windows-1252 with semicolons and decimal commas', windows, ['1 Jörg Müller 62340', '2 Zoë Groß 62350'], []],
  ['UTF-16', Buffer.from('\uFEFFDossard;Nom;Prénom;Temps\n1;Dupré;Zoé;62,3\n', 'utf16le'), ['1 Zoé Dupré 62300'], []],
  [
    'rows above the titles, empty ones, titles again on each page, sums',
    `${heading}Nr;Name;Verein;Zeit\n1;Tero Valla;SC X;31:02\n\n;;;\nNr;Name;Verein;Zeit\n2;Total Eclipse;SC Y;32:00\nGesamt;2 Läufer;;\n;Summe;;1:03:02\n`,
    ['1 Tero Valla 1862000', '2 Total Eclipse 1920000'],
    ['10 total-row Gesamt', '11 total-row Summe'],
  ],
  [
    'an athlete whose name is a word for a sum',
    'Family name;Given name;Club;Time\nSoma;Ana;SC X;31:02\n계;;서울;32:00\nSum;;;1:03:02\n',
    ['Ana Soma 1862000', '계 1920000'],
    ['4 total-row Sum'],
  ],
  [
    'times and days as a spreadsheet keeps them',
    'Bib,Name,Born,Start,Time\n1,Tero Valla,35874,0.4375,0.00072152777\n2,Aki Suomi,21.3.1998,1:05 PM,0.03125\n',
    ['1 Tero Valla 62340 1998-03-20 10:30:00', '2 Aki Suomi 2700000 1998-03-21 13:05:00'],
    [],
  ],
  [
    'times of a spreadsheet with few decimals, known by the others',
    'Bib,Name,Start,Time\n1,Tero Valla,0.5,0.0125\n2,Aki Suomi,0.25,0.5\n',
    ['1 Tero Valla 1080000 12:00:00', '2 Aki Suomi 43200000 06:00:00'],
    [],
  ],
  [
    'parts of a second, and hours with a dot',
    'Bib,Name,Start,Time\n1,Tero Valla,23.50,0.5\n2,Aki Suomi,0.25,0.125\n',
    ['1 Tero Valla 500 23:50:00', '2 Aki Suomi 125 00:25:00'],
    [],
  ],
  [
    'decimal commas that part cells',
    'Bib,Name,Time\n1,Tero Valla,62,34\n2,Aki Suomi,63,12\n',
    ['1 Tero Valla 62000', '2 Aki Suomi 63000'],
    ['2 ragged '],
  ],
  [
    'a bib twice, and namesakes',
    'Bib;Name;Club\n1;Anna Rossi;X\n2;Anna Rossi;X\n2;Lena Moser;X\n;Anna Rossi;X\n',
    ['1 Anna Rossi', '2 Anna Rossi'],
    ['3 namesake Anna Rossi', '4 bib-twice 2 (3)', '5 athlete-twice Anna Rossi'],
  ],
  [
    'a list deep in JSON',
    JSON.stringify({
      meta: { count: 1 },
      data: { rows: [{ athlete: { firstName: 'Tero', lastName: 'Valla' }, mark: { time: '62.3' } }] },
    }),
    ['Tero Valla 62300'],
    [],
  ],
  ['JSON by ids', '{"7":{"name":"Tero Valla"},"9":{"name":"Aki Suomi"}}', ['Tero Valla', 'Aki Suomi'], []],
  ['JSON of arrays', '[["bib","name"],[7,"Tero Valla"]]', ['7 Tero Valla'], []],
  [
    'an object on each line',
    '{"bib":7,"name":"Tero Valla"}\n{"bib":8,"name":"Aki Suomi"}\n',
    ['7 Tero Valla', '8 Aki Suomi'],
    [],
  ],
])('%s', async (_, content, read, said) => {
  expect(await told(content)).toEqual({ read, said });
});

/** The teams of a list, as `bib name time rank: member/leg, …`. */
async function teamsOf(content: string): Promise<string[]> {
  const table = await readTable(new TextEncoder().encode(content));
  if (!table.ok) return [table.message];
  return readRows(table, guessMapping(table)).competitors.map(
    ({ bib, team, resultMs, rank, members }) =>
      `${bib} ${team} ${resultMs} ${rank}: ${members.map(({ given, leg }) => `${given}/${leg}`).join(', ')}`,
  );
}

test.each([
  [
    'one athlete on two legs',
    'Relay,Leg,Name,Time\nSC X,1,Tero Valla,5:00.1\nSC X,2,Aki Suomi,5:02\nSC X,3,Tero Valla,5:03\nSC X,1,Tero Valla,5:00.1\n',
    ['null SC X 905100 null: Tero/1, Aki/2, Tero/3'],
  ],
  [
    'a rank for each leg, also where that of one team is the same',
    'Relay,Leg,Name,Time,Rank\nSC X,1,Tero Valla,5:00,2\nSC X,2,Aki Suomi,5:02,2\nSC Y,1,Lena Moser,4:50,1\nSC Y,2,Anna Rossi,5:03,3\n',
    ['null SC X 602000 null: Tero/1, Aki/2', 'null SC Y 593000 null: Lena/1, Anna/2'],
  ],
  [
    'a rank in the row of the team',
    'Relay,Leg,Name,Time,Rank\nSC X,,,10:02,1\nSC X,1,Tero Valla,5:00,2\nSC X,2,Aki Suomi,5:02,3\n',
    ['null SC X 602000 1: Tero/1, Aki/2'],
  ],
  [
    'one rank for the team, and two teams of one name',
    'Relay,Leg,Name,Time,Rank\nSC X,1,Tero Valla,10:02,1\nSC X,2,Aki Suomi,10:02,1\nSC X,1,Lena Moser,10:03,2\nSC X,2,Anna Rossi,10:03,2\n',
    ['null SC X 602000 1: Tero/1, Aki/2', 'null SC X 603000 2: Lena/1, Anna/2'],
  ],
])('a relay with %s', async (_, content, teams) => {
  expect(await teamsOf(content)).toEqual(teams);
});

test.each([
  ['.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /\.xls.*Save it as \.xlsx/],
  ['.docx called .xlsx', zipSync({ 'word/document.xml': strToU8('<w/>') }), /text document.*spreadsheet/],
  ['.ods', zipSync({ mimetype: strToU8('x'), 'content.xml': strToU8('<w/>') }), /OpenDocument.*Save it as/],
  ['PDF', '%PDF-1.7\n1 0 obj\n', /PDF.*spreadsheet/],
  ['a web page called .xls', '<html><table><tr><td>1</td></tr></table></html>', /web page.*save the list/],
  ['JSON without a list', '{"event":"10 km","runners":31}', /no array of objects.*Write one/],
  ['titles alone', 'Bib;Name;Club\n', /no rows.*one athlete into each row/],
  ['20,001 rows', `Bib,Name\n${'1,Tero Valla\n'.repeat(20_001)}`, /more than 20000 rows.*in parts/],
])('%s is refused, with what to do', async (_, content, message) => {
  expect((await told(content)).said).toEqual([expect.stringMatching(message)]);
});

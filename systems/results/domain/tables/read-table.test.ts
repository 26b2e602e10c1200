import { strToU8, zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatDuration } from '../format-duration.ts';
import { rankTimes } from '../rank-times.ts';
import { guessMapping } from './guess-mapping.ts';
import { readDate } from './read-date.ts';
import { readDuration } from './read-duration.ts';
import { readRows } from './read-rows.ts';
import { readTable } from './read-table.ts';
import { splitName } from './split-name.ts';

async function tableOf(bytes: Uint8Array | string) {
  const table = await readTable(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes);
  if (!table.ok) throw new Error(table.message);
  return table;
}

test.each([
  ['1:02.3', 62_300, 1],
  ['62,3', 62_300, 1],
  ['01:02:03.45', 3_723_450, 2],
  ['62.3 s', 62_300, 1],
  ['1h02\'03"4', 3_723_400, 1],
  ['2′05″', 125_000, 0],
  ['٦٢٫٣', 62_300, 1],
  ['9.58', 9580, 2],
  ['62.299999999999997', 62_300, 1],
])('the time %s is %i ms', (text, ms, decimals) => {
  expect(readDuration(text)).toEqual({ ms, decimals });
});

test.each(['', 'fast', '1:62', '1:2:3:4:5', '-3', '1:75:00', 'DNF'])('"%s" is no time', (text) => {
  expect(readDuration(text)).toBeUndefined();
});

test('a time that is written is read again', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 359_999_999 }), fc.integer({ min: 0, max: 3 }), (ms, decimals) => {
      const unitMs = 10 ** (3 - decimals);
      expect(readDuration(formatDuration(ms, decimals))).toEqual({ ms: Math.floor(ms / unitMs) * unitMs, decimals });
    }),
  );
});

test('ranks count who is faster; equal times share one, and the first has no gap', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 3000 }), { maxLength: 30 }), (times) => {
      const placings = rankTimes(times.map((ms, key) => ({ key: String(key), ms })));
      const shown = times.map((ms) => Math.floor(ms / 10));
      times.forEach((_, key) => {
        const { rank, isShared, diff } = placings.get(String(key))!;
        expect(rank).toBe(1 + shown.filter((other) => other < shown[key]!).length);
        expect(isShared).toBe(shown.filter((other) => other === shown[key]).length > 1);
        expect(diff === null).toBe(rank === 1);
      });
    }),
  );
});

test('names are parted as they are written', () => {
  expect(splitName('Valla, Tero')).toEqual({ family: 'Valla', given: 'Tero' });
  expect(splitName('DE LA CRUZ María José')).toEqual({ family: 'DE LA CRUZ', given: 'María José' });
  expect(splitName('Tero VALLA')).toEqual({ family: 'VALLA', given: 'Tero' });
  expect(splitName('Anna van der Berg')).toEqual({ family: 'van der Berg', given: 'Anna' });
  expect(splitName('谷 爱凌')).toEqual({ family: '谷', given: '爱凌' });
  expect(splitName('Zico')).toEqual({ family: 'Zico', given: null });
});

test('dates of birth are read, the day before the month', () => {
  expect(['1998', '1998-03-21', '21.3.1998', '21/03/1998', '1998年3月21日', ''].map(readDate)).toEqual([
    '1998',
    '1998-03-21',
    '1998-03-21',
    '1998-03-21',
    '1998-03-21',
    null,
  ]);
  expect(['31.02.1998', 'yesterday', '98'].map(readDate)).toEqual([undefined, undefined, undefined]);
});

describe('CSV', () => {
  const text =
    'Dossard;Nom;Prénom;Temps\r\n1;"Dupré; dit ""le Vite""";Zoé;1:02,3\r\n\r\n2;"Two\r\nlines";Léo;DNF\r\n3;X;Y;1\r\n';
  const utf16 = Buffer.from(`\uFEFF${text}`, 'utf16le');
  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16', utf16],
    ['UTF-16', utf16.subarray(2)],
    ['UTF-16', Buffer.from(utf16).swap16()],
    ['Windows-1252', Buffer.from(text, 'latin1')],
  ])('in %s, with quotes and line breaks in cells, keeps the lines of the file', async (encoding, bytes) => {
    const table = await tableOf(bytes);
    expect(table.encoding).toBe(encoding);
    expect(table.rows.map(({ line }) => line)).toEqual([2, 4, 6]);
    expect(table.rows[0]?.cells).toEqual(['1', 'Dupré; dit "le Vite"', 'Zoé', '1:02,3']);
    expect(guessMapping(table)).toEqual(['bib', 'family', 'given', 'result']);
  });

  test.each([',', ';', '\t', '|'])('parted by %j', async (delimiter) => {
    const rows = [
      ['Bib', 'Name', 'Club'],
      ['1', 'Tero Valla', 'SC X'],
      ['2', 'Aki Suomi', 'SC Y'],
    ];
    const table = await tableOf(rows.map((row) => row.join(delimiter)).join('\n'));
    expect(table.columns).toEqual(rows[0]);
  });

  test.each([
    ['en', 'Bib,Name,Club,Time'],
    ['it', 'Pettorale,Cognome e nome,Società,Tempo'],
    ['de', 'Startnummer,Name,Verein,Zeit'],
    ['es', 'Dorsal,Nombre y apellidos,Club,Tiempo'],
    ['pt', 'Número,Nome completo,Clube,Tempo'],
    ['zh-Hans', '号码,姓名,单位,成绩'],
    ['zh-Hant', '號碼,姓名,單位,成績'],
    ['ja', 'ゼッケン,氏名,所属,タイム'],
    ['ko', '배번,성명,소속,기록'],
    ['ar', 'رقم,الاسم,النادي,الزمن'],
    ['ru', 'Номер,Фамилия и имя,Клуб,Время'],
  ])('titles in %s', async (_, titles) => {
    const table = await tableOf(`${titles}\n1,Tero Valla,SC X,1:02\n`);
    expect(guessMapping(table)).toEqual(['bib', 'name', 'organisation', 'result']);
  });

  test.each([
    ['en', 'Bib,Team,Athlete 1,Athlete 2', 'Heat,Relay,Leg,Name'],
    ['fr', 'Dossard,Équipe,Relayeur 1,Relayeur 2', 'Série,Relais,Parcours,Nom complet'],
    ['it', 'Pettorale,Squadra,Frazionista 1,Frazionista 2', 'Batteria,Staffetta,Frazione,Atleta'],
    ['de', 'Startnummer,Mannschaft,Läufer 1,2. Läufer', 'Lauf,Staffel,Strecke,Name'],
    ['es', 'Dorsal,Equipo,Integrante 1,Integrante 2', 'Serie,Relevo,Posta,Nombre completo'],
    ['pt', 'Número,Equipe,Atleta 1,Atleta 2', 'Bateria,Revezamento,Percurso,Nome completo'],
    ['zh-Hans', '号码,代表队,队员1,队员2', '组次,接力队,棒次,姓名'],
    ['zh-Hant', '號碼,隊名,隊員1,隊員2', '組次,接力隊,棒次,姓名'],
    ['ja', 'ゼッケン,チーム,第1走者,第2走者', '組,チーム名,走順,氏名'],
    ['ko', '배번,팀,주자 1,주자 2', '조,계주팀,구간,성명'],
    ['ar', 'رقم,الفريق,اللاعب 1,اللاعب 2', 'الشوط,فريق التتابع,المرحلة,الاسم'],
    ['ru', 'Номер,Команда,Участник 1,Участник 2', 'Забег,Эстафета,Этап,Фамилия и имя'],
  ])('titles of teams in %s', async (_, inRow, byMember) => {
    const table = await tableOf(`${inRow}\n1,SC X,Tero Valla,Aki Suomi\n`);
    expect(guessMapping(table)).toEqual(['bib', 'team', 'member', 'member']);
    const members = await tableOf(`${byMember}\n1,SC X,1,Tero Valla\n2,SC Y,1,Aki Suomi\n`);
    expect(guessMapping(members)).toEqual(['unit', 'team', 'leg', 'name']);
  });

  test('without titles, the columns are known by what stands in them', async () => {
    const table = await tableOf('1;Tero Valla;SC Bergdorf;1:02.3\n2;Aki Suomi;SC Tal;1:03.4\n');
    expect(guessMapping(table)).toEqual(['bib', 'name', 'organisation', 'result']);
    expect(table.rows.length).toBe(2);
  });

  test('with 5,000 rows, each is read', async () => {
    const lines = Array.from(
      { length: 5000 },
      (_, at) => `${at + 1},Runner${at} Test,Club ${at % 40},${60 + at / 100}`,
    );
    const table = await tableOf(['Bib,Name,Club,Time', ...lines].join('\n'));
    const { rows, faults } = readRows(table, guessMapping(table));
    expect([rows.filter(({ reading }) => reading !== null).length, faults]).toEqual([5000, []]);
  });
});

describe('XLSX', () => {
  const xml = (text: string) => strToU8(`<?xml version="1.0"?>${text}`);
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const text = (at: string, value: string) => `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
  const workbook = (sheet: string): Uint8Array =>
    zipSync({
      '[Content_Types].xml': xml('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
      'xl/workbook.xml': xml(
        `<workbook xmlns="${main}" xmlns:r="${relation}"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>`,
      ),
      'xl/_rels/workbook.xml.rels': xml(
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relation}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${relation}/styles" Target="styles.xml"/></Relationships>`,
      ),
      'xl/styles.xml': xml(
        `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="170" formatCode="mm:ss.0"/></numFmts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>`,
      ),
      'xl/worksheets/sheet1.xml': xml(`<worksheet xmlns="${main}">${sheet}</worksheet>`),
      'xl/worksheets/sheet2.xml': xml(`<worksheet xmlns="${main}"/>`),
    });

  test('formulas, merged cells, empty rows and times of the spreadsheet are read, and said', async () => {
    const table = await tableOf(
      workbook(
        `<sheetData><row r="1">${text('A1', 'Village race')}</row><row r="3">${text('A3', 'Bib')}${text('B3', 'Name')}${text('C3', 'Club')}${text('D3', 'Time')}</row>` +
          `<row r="5"><c r="A5"><f>A4+1</f><v>1</v></c>${text('B5', 'Tero Valla')}${text('C5', 'SC X')}<c r="D5" s="1"><v>0.0007233796296</v></c></row>` +
          `<row r="6"><c r="A6"><v>2</v></c>${text('B6', 'Aki Suomi')}<c r="D6"><v>62.3</v></c></row></sheetData>` +
          '<mergeCells count="1"><mergeCell ref="C5:C6"/></mergeCells>',
      ),
    );
    expect(table.columns).toEqual(['Bib', 'Name', 'Club', 'Time']);
    expect(table.rows).toEqual([
      { line: 5, cells: ['1', 'Tero Valla', 'SC X', '0:01:02.50'] },
      { line: 6, cells: ['2', 'Aki Suomi', 'SC X', '62.3'] },
    ]);
    expect(table.notes.map(({ code, value }) => `${code} ${value}`)).toEqual([
      'sheets 2',
      'merged C5:C6',
      'formulas 1',
    ]);
  });

  test('a damaged workbook is refused with a reason', async () => {
    const whole = workbook('<sheetData/>');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1 }), async (changes) => {
        const bytes = Uint8Array.from(whole);
        for (const [at, byte] of changes) bytes[at] = byte;
        const table = await readTable(bytes);
        expect(table.ok || table.remedy !== '').toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

test('whatever the bytes, they are read or refused with a remedy, and each row is read or has a fault', async () => {
  const cell = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom('1:02.3', 'DNF', '"', '\n', ';', 'M'),
  );
  const rows = fc
    .array(fc.array(cell, { maxLength: 6 }).map((cells) => cells.join(';')))
    .map((lines) => lines.join('\n'));
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    rows.map((text) => new TextEncoder().encode(`Bib;Name;Time\n${text}`)),
  );
  await fc.assert(
    fc.asyncProperty(bytes, async (input) => {
      const table = await readTable(input);
      const { rows: read, faults } = table.ok ? readRows(table, guessMapping(table)) : { rows: [], faults: [] };
      const isToldOf =
        read.every(({ reading }) => reading !== null) || faults.some(({ severity }) => severity === 'error');
      expect(table.ok ? isToldOf : table.remedy !== '').toBe(true);
    }),
    { numRuns: 300 },
  );
});

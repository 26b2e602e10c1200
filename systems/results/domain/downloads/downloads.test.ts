import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { calendarFile } from './calendar-file.ts';
import { csvFile } from './csv-file.ts';

const columns = [0, 1].map((at) => ({ title: `c${at}`, cell: (row: readonly string[]) => row[at] }));

test('whatever cells hold, a reader of CSV finds it again, and a spreadsheet computes nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string(), fc.string())), (rows) => {
      const { data } = Papa.parse<string[]>(csvFile(columns, rows), { newline: '\r\n', skipEmptyLines: false });
      const cells = data.slice(1, -1).flat();
      expect(cells.map((cell) => cell.replace(/^'(?=[=+\-@\t\r])/, ''))).toEqual(
        rows.flat().map((cell) => cell.replace(/^'(?=[=+\-@\t\r])/, '')),
      );
      for (const cell of cells) expect(cell).not.toMatch(/^([=@\t\r]|[+-](?!\d[\d.,:]*$))/);
    }),
  );
});

test('signs of differences stay, formulas become text, the mark is there when asked for', () => {
  const rows = [
    ['+0.45', '=HYPERLINK("http://example.org")'],
    ['-1:02.3', '-2+3'],
  ];
  expect(csvFile(columns, rows)).toBe(`c0,c1\r\n+0.45,"'=HYPERLINK(""http://example.org"")"\r\n-1:02.3,'-2+3\r\n`);
  expect(csvFile(columns, [], { withMark: true })).toBe('\uFEFFc0,c1\r\n');
});

test('a calendar has instants in UTC, escaped texts, and no line over 75 bytes', () => {
  const entry = {
    id: 'U1',
    startsAt: '2030-02-22T21:10:00+01:00',
    endsAt: null,
    place: 'Hall; North',
    category: 'IHO',
  };
  const title = `Final, ${'金メダル'.repeat(30)}`;
  const text = calendarFile('Day', [{ ...entry, title, status: 'CONFIRMED' }], '2030-02-01T00:00:00Z');
  const lines = text.split('\r\n');
  expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  const unfolded = text.replaceAll('\r\n ', '').split('\r\n');
  expect(unfolded).toContain('DTSTART:20300222T201000Z');
  expect(unfolded).toContain('LOCATION:Hall\\; North');
  expect(unfolded).toContain(`SUMMARY:Final\\, ${'金メダル'.repeat(30)}`);
  expect(unfolded.some((line) => line.startsWith('DTEND'))).toBe(false);
});

import { canReadPdf, readPdf } from '@altis/testing';
import { afterAll, expect, test } from 'vitest';
import { openPrinter, type PrintBlock, type PrintDocument } from './index.ts';

const printer = openPrinter();
afterAll(() => printer.close());

const hasReader = await canReadPdf();

const table = (rows: number, columns = 3): PrintBlock => ({
  kind: 'table',
  columns: [
    { title: 'Rank', align: 'end' },
    { title: 'Name', align: 'start', isWide: true },
    ...Array.from({ length: columns - 2 }, (_, index) => ({ title: `Mark ${index}`, align: 'end' as const })),
  ],
  rows: Array.from({ length: rows }, (_, row) => ({
    cells: [
      { text: String(row + 1) },
      { text: `Racer-${row + 1}` },
      ...Array.from({ length: columns - 2 }, (__, index) => ({ text: `1:${row}.${index}234` })),
    ],
  })),
});

const bookOf = (blocks: readonly PrintBlock[], more: Partial<PrintDocument> = {}): PrintDocument => ({
  title: 'A book',
  language: 'en',
  direction: 'ltr',
  pageOf: 'Page {page} of {pages}',
  fontMissing: '{packages} is missing',
  sections: [{ head: { start: ['Sport'], end: ['Games'] }, foot: ['Source'], blocks }],
  ...more,
});

test.skipIf(!hasReader)('a long table runs over pages: its head on each, its rows in order, each once', async () => {
  const { pdf, pages } = await printer.print(bookOf([{ kind: 'heading', text: 'Results' }, table(150)]));
  const texts = await readPdf(pdf);
  expect(texts).toHaveLength(pages);
  expect(pages).toBeGreaterThan(2);
  for (const [index, text] of texts.entries()) {
    expect(text).toContain('Rank');
    expect(text).toContain(`Page ${index + 1} of ${pages}`);
    expect(text.match(/Racer-\d+/g)?.length).toBeGreaterThan(1);
  }
  const racers = texts.join('').match(/Racer-\d+/g);
  expect(racers).toEqual(Array.from({ length: 150 }, (_, row) => `Racer-${row + 1}`));
});

test('a sheet lies across where a table does not fit upright', async () => {
  const sizeOf = ({ pdf }: { pdf: Buffer }) => /\/MediaBox \[0 0 (\d+)/.exec(pdf.toString('latin1'))?.[1];
  expect(sizeOf(await printer.print(bookOf([table(3)])))).toBe('595');
  expect(sizeOf(await printer.print(bookOf([table(3, 16)])))).toBe('842');
});

test.skipIf(!hasReader)(
  'text stays text in every script, and the file says its title, language and direction',
  async () => {
    const names = ['Łukasz Åström', 'Пётр Иванов', 'بحر خير', 'مسعود محمود', '李小龙'];
    const blocks = [...names, 'بيرغ'].map((text): PrintBlock => ({ kind: 'text', text }));
    const { pdf, missingFonts } = await printer.print(bookOf(blocks, { title: 'Ⅻ', language: 'ar', direction: 'rtl' }));
    const [text = ''] = await readPdf(pdf);
    for (const name of missingFonts.length === 0 ? names : names.slice(0, -1)) expect(text).toContain(name);
    // The two letters in between are one glyph, which no character has, and which readers take apart in their own order.
    expect(text).toMatch(/ب(ير|ري)غ/);
    expect(pdf.toString('latin1')).toMatch(/\/Lang \(ar\)[^]*\/Direction \/R2L/);
  },
);

test('documents wait for each other, and the thread that asks goes on meanwhile', async () => {
  const asked = [1, 2, 3].map((part) => printer.print(bookOf([table(200 * part)])));
  let turns = 0;
  const counting = setInterval(() => (turns += 1), 1);
  const printed = await Promise.all(asked);
  clearInterval(counting);
  const pages = printed.map((each) => each.pages);
  expect(pages).toEqual(pages.toSorted((a, b) => a - b));
  expect(turns).toBeGreaterThan(5);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { breakLines, widestPiece } from './break-lines.ts';
import { fitColumns } from './fit-columns.ts';
import { paginate, type Strip } from './paginate.ts';

const tenEach = (text: string) => Array.from(text).length * 10;

test('lines break at spaces and hyphens, between ideographs but for the rules, and within words only where they must', () => {
  expect(breakLines('Ida Berg-Dahl', 80, tenEach)).toEqual(['Ida', 'Berg-', 'Dahl']);
  expect(breakLines('女子大回转，第一轮', 50, tenEach)).toEqual(['女子大回', '转，第一轮']);
  expect(breakLines('成绩（正式）', 30, tenEach)).toEqual(['成绩', '（正', '式）']);
  expect(breakLines('Donaudampfschiff', 60, tenEach)).toEqual(['Donaud', 'ampfsc', 'hiff']);
  expect(widestPiece('Skarvann Nordic Park', tenEach)).toBe(80);
});

test('no line is wider than it may be, and no letter is lost', () => {
  const words = fc.array(fc.stringMatching(/^[a-zäß李第，-]{1,12}$/), { maxLength: 12 });
  fc.assert(
    fc.property(words, fc.integer({ min: 40, max: 200 }), (list, width) => {
      const text = list.join(' ');
      const lines = breakLines(text, width, tenEach);
      expect(Math.max(...lines.map(tenEach))).toBeLessThanOrEqual(width);
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    }),
  );
});

test('columns fill the room, and none is narrower than its words', () => {
  const column = fc
    .record({ least: fc.integer({ min: 5, max: 60 }), more: fc.integer({ min: 0, max: 90 }), isWide: fc.boolean() })
    .map(({ least, more, isWide }) => ({ natural: least + more, least, isWide }));
  fc.assert(
    fc.property(
      fc.array(column, { minLength: 1, maxLength: 9 }),
      fc.integer({ min: 50, max: 600 }),
      (columns, room) => {
        const widths = fitColumns(columns, room);
        const least = columns.reduce((sum, each) => sum + each.least, 0);
        const natural = columns.reduce((sum, each) => sum + each.natural, 0);
        const short = widths?.filter((width, index) => width < (columns[index]?.least ?? 0) - 0.1);
        const taken = widths?.reduce((sum, width) => sum + width, 0) ?? 0;
        expect(widths === undefined).toBe(least > room && natural > room);
        expect(short ?? []).toEqual([]);
        expect(taken).toBeLessThanOrEqual(room + 0.1);
      },
    ),
  );
});

test('the head of a table comes again, what joins stays together, and every strip is placed once', () => {
  const strip = (height: number, more: Partial<Strip> = {}): Strip => ({ height, draw: () => undefined, ...more });
  const head = strip(10, { joinsNext: true });
  const rows = Array.from({ length: 12 }, (_, index) => strip(20, { head, joinsNext: index === 0 || index === 10 }));
  const pages = paginate([strip(15), strip(5, { isGap: true, joinsNext: true }), head, ...rows], 100);
  expect(
    pages.map((page) => page.map(({ strip: placed }) => (placed === head ? 'head' : rows.indexOf(placed)))),
  ).toEqual([
    [-1, -1, 'head', 0, 1, 2],
    ['head', 3, 4, 5, 6],
    ['head', 7, 8, 9],
    ['head', 10, 11],
  ]);
  for (const page of pages) expect(page.at(-1)!.top + page.at(-1)!.strip.height).toBeLessThanOrEqual(100);
});

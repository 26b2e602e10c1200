import { expect, test } from 'vitest';
import { codesOfRows } from './codes-of-rows.ts';
import { guessMapping } from './guess-mapping.ts';
import { organisationsOf } from './list-of-rows.ts';
import { readRows } from './read-rows.ts';
import { readTable } from './read-table.ts';

const event = 'RUNXVILLAGERELAYLONG--------------';

/** Codes by bib and name of the teams and people of a list of units. */
async function codesIn(...units: string[][]): Promise<Record<string, string>> {
  const lines = units.flatMap((rows, at) => rows.map((row) => `${at + 1};${row}`));
  const table = await readTable(new TextEncoder().encode(`Heat;Bib;Team;Club;Runner 1\n${lines.join('\n')}\n`));
  if (!table.ok) throw new Error(table.message);
  const { competitors } = readRows(table, guessMapping(table));
  const parted = [...Map.groupBy(competitors, ({ unit }) => unit).values()];
  const made = codesOfRows(parted, event, organisationsOf(competitors, new Map()));
  if (!made.ok) throw new Error(made.fault.message);
  return Object.fromEntries(
    competitors.flatMap((row) =>
      [row, ...row.members].map((each) => [`${row.bib} ${each.family}`, made.codes.get(each)!]),
    ),
  );
}

test('each team has a code of its own over all heats, in whichever order a list has them', async () => {
  const foxes = '1;Foxes 1;SC Tal;Anna Rossi';
  const wolves = '2;Wolves 1;SC Tal;Lena Moser';
  const twins = ['3;Bears;SC Tal;Anna Rossi', '4;Bears;SC Tal;Ida Berg'];
  const codes = await codesIn([foxes, ...twins], [wolves]);
  expect(new Set(Object.values(codes)).size).toBe(8);
  expect(codes['1 Foxes 1']).toMatch(/^RUNXVILLA\d{4}SC\d[0-9A-Z]{4}$/);
  expect(await codesIn([wolves], [...twins.toReversed(), foxes])).toEqual(codes);
});

test('many teams of one organisation have a code each', async () => {
  const rows = Array.from({ length: 300 }, (_, at) => `${at + 1};Team ${at + 1};SC Tal;Runner No${at}`);
  const codes = await codesIn(rows);
  expect(new Set(Object.values(codes)).size).toBe(600);
  expect(await codesIn(rows.toReversed())).toEqual(codes);
});

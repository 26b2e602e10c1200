import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatRsc, parseRsc, rscAt, rscContains, rscLevel, rscParent } from './rsc.ts';
import type { Rsc } from './rsc.ts';

const code = (least: number, most: number) =>
  fc.string({ unit: fc.constantFrom(...Array.from('ABCMWXYZ0129.+_')), minLength: least, maxLength: most });
const rscs: fc.Arbitrary<Rsc> = fc.record(
  {
    discipline: code(3, 3),
    gender: fc.constantFrom('', 'M', 'W', 'X', 'O', 'G'),
    event: code(0, 18),
    phase: code(0, 4),
    unit: code(0, 8),
  },
  { noNullPrototype: true },
);

function rscOf(text: string): Rsc {
  const reading = parseRsc(text);
  if (!reading.ok) throw new Error(reading.fault.message);
  return reading.value;
}

function faultOf(text: string): string {
  const reading = parseRsc(text);
  return reading.ok ? '' : reading.fault.message;
}

test('a code written and read again is the same', () => {
  fc.assert(
    fc.property(rscs, (rsc) => {
      expect(formatRsc(rsc)).toHaveLength(34);
      expect(rscOf(formatRsc(rsc))).toStrictEqual(rsc);
    }),
  );
});

test('any text is read or refused with a reason, and what is read is written back alike', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.string({ minLength: 34, maxLength: 34, unit: fc.constantFrom(...Array.from('AM-0é a')) }),
      ),
      (text) => {
        const reading = parseRsc(text);
        expect(reading.ok ? formatRsc(reading.value) : reading.fault.message).toContain(reading.ok ? text : 'RSC');
      },
    ),
    { numRuns: 2000 },
  );
});

test('parts of a final in ice hockey, and the levels above it', () => {
  const final = rscOf('IHOMTEAM6-------------FNL-000100--');
  expect(final).toStrictEqual({ discipline: 'IHO', gender: 'M', event: 'TEAM6', phase: 'FNL', unit: '000100' });
  expect(rscLevel(final)).toBe('unit');
  expect(formatRsc(rscAt(final, 'event'))).toBe('IHOMTEAM6-------------------------');
  const above = [];
  for (let rsc = rscParent(final); rsc !== undefined; rsc = rscParent(rsc)) above.push(rscLevel(rsc));
  expect(above).toStrictEqual(['phase', 'event', 'gender', 'discipline']);
  expect(rscContains(rscAt(final, 'phase'), final)).toBe(true);
  expect(rscContains(final, rscAt(final, 'phase'))).toBe(false);
  expect(rscContains(rscOf('IHOW------------------------------'), final)).toBe(false);
});

test('codes of cancelled events and training are codes like others', () => {
  expect(rscOf('BTH-------------------CNCL000100--')).toMatchObject({ event: '', phase: 'CNCL', unit: '000100' });
  expect(rscOf('TRU-IHO-------------------3D------')).toMatchObject({
    discipline: 'TRU',
    event: 'IHO',
    phase: '',
    unit: '3D',
  });
});

test('a wrong code is refused with the part that is wrong', () => {
  expect(faultOf('IHOMTEAM6')).toBe('The RSC "IHOMTEAM6" has 9 characters, not 34.');
  expect(faultOf('IH-MTEAM6-------------FNL-000100--')).toContain('discipline "IH-": it needs three characters');
  expect(faultOf('IHOQTEAM6-------------FNL-000100--')).toContain('gender "Q"');
  expect(faultOf('IHOMTeam6-------------FNL-000100--')).toContain('write "e" in upper case');
  expect(faultOf('IHOMTEAM6--------------FNL000100--')).toContain('phase "-FNL": it begins with "-"');
  expect(faultOf('IHOMTEAM6-------------FNL-0001 0--')).toContain('unit "0001 0--": " " is not allowed');
  expect(() => formatRsc({ discipline: 'IHO', gender: 'M', event: 'TEAM6', phase: 'FINAL', unit: '' })).toThrow(
    /phase "FINAL" does not fit/,
  );
});

const table = new URL('../../../shared/data/odf/codes-pyeongchang-2018/EventUnit.csv', import.meta.url);

test.skipIf(!existsSync(table))('every event unit of the 2018 Games is read and written back', () => {
  const rows = readFileSync(table, 'utf8').trim().split(/\r?\n/).slice(1);
  const codes = rows.map((row) => row.split(',').slice(0, 5).join(''));
  expect(codes).toHaveLength(2585);
  expect(codes.filter((each) => faultOf(each) !== '' || formatRsc(rscOf(each)) !== each)).toStrictEqual([]);
});

import { expect, test } from 'vitest';
import type { TimingDeed } from '../../contract/timing.ts';
import type { RaceEntrant } from '../race-list.ts';
import { timingSheet } from './timing-sheet.ts';

const starter = (bib: string, at: number): RaceEntrant => ({
  code: `P${bib}`,
  bib,
  startOrder: at + 1,
  family: `Runner ${bib}`,
  given: null,
  organisation: 'ALT',
  nation: null,
  gender: 'X',
  birthDate: null,
  result: null,
  diff: null,
  rank: null,
  isRankShared: false,
  mark: null,
});

const sheetOf = (...deeds: readonly TimingDeed[]) =>
  timingSheet(
    ['1', '2'].map(starter),
    deeds.map((deed, at) => ({ id: `press-${at + 1}`, atMs: at * 1000, deed })),
  );

test('a press for a bib that nobody has waits to be assigned, whatever it says', () => {
  const wrong: TimingDeed[] = [
    { kind: 'start', bib: '11' },
    { kind: 'split', bib: '11', point: 1 },
    { kind: 'finish', bib: '11' },
    { kind: 'penalty', bib: '11', timeMs: 5000, reason: '' },
    { kind: 'mark', bib: '22', mark: 'DNF', reason: '' },
    { kind: 'rank', bib: '22', rank: 1, reason: '' },
  ];
  expect(sheetOf(...wrong).unassigned.map(({ input, bib, kind }) => [input, bib, kind])).toEqual([
    ['press-1', '11', 'start'],
    ['press-2', '11', 'split'],
    ['press-3', '11', 'finish'],
    ['press-4', '11', 'penalty'],
    ['press-5', '22', 'mark'],
    ['press-6', '22', 'rank'],
  ]);

  const assigned = sheetOf(
    ...wrong,
    ...[1, 2, 3, 4].map((number): TimingDeed => ({ kind: 'assign', input: `press-${number}`, bib: '1' })),
    { kind: 'assign', input: 'press-5', bib: '2' },
    { kind: 'undo', input: 'press-6' },
  );
  expect(assigned.unassigned).toEqual([]);
  expect(assigned.races).toMatchObject([
    { bib: '1', splitsMs: new Map([[1, 1000]]), timeMs: 7000, penaltyMs: 5000, mark: null, placing: { rank: 1 } },
    { bib: '2', timeMs: null, mark: 'DNF' },
  ]);
});

import { expect, test } from 'vitest';
import type { Fact } from '../contract/index.ts';
import { compareFacts } from './compare-facts.ts';

test('what one message tells comes in the order in which it happens', () => {
  const inOrder = [
    fact('started'),
    fact('period-start', { position: 'P1' }),
    fact('goal', { position: 'P1', value: '9-1' }),
    fact('goal', { position: 'P1', value: '10-1' }),
    fact('penalty', { position: 'P1' }),
    fact('period-end', { position: 'P1' }),
    fact('period-start', { position: 'P2' }),
    fact('period-end', { position: 'P2' }),
    fact('goal', { position: 'OT', value: '10-2' }),
    fact('goal', { position: 'PSS', value: '10-3' }),
    fact('finished', { competitor: 'A', value: '31.0' }),
    fact('lead-change', { competitor: 'A' }),
    fact('finished'),
    fact('qualified', { competitor: 'A' }),
    fact('unofficial'),
    fact('official'),
    fact('medals', { competitor: 'A' }),
    fact('split', { at: '2030-02-22T14:00:01.000Z' }),
  ];
  expect(inOrder.toReversed().toSorted(compareFacts)).toEqual(inOrder);
  const shuffled = inOrder.toSorted((left, right) => (left.kind < right.kind ? -1 : 1));
  expect(shuffled.toSorted(compareFacts)).toEqual(inOrder);
});

function fact(kind: Fact['kind'], more: Partial<Fact> = {}): Fact {
  const unit = 'IHOMTEAM6-------------FNL-000100--';
  const source = { message: '1', documentType: 'DT_PLAY_BY_PLAY', version: 1, issuedAt: '' };
  const about = { competitor: null, name: null, organisation: null, position: null, value: null };
  const at = '2030-02-22T14:00:00.000Z';
  const id = [kind, more.competitor, more.position, more.value].join(':');
  return { id, kind, unit, at, ...about, rank: null, previous: null, source, ...more };
}

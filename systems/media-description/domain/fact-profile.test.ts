import type { Fact } from '@altis/results/contract';
import { expect, test } from 'vitest';
import { profileOfFact, toldAs } from './fact-profile.ts';

const source = { message: 'm', documentType: 'DT_RESULT', version: 1, issuedAt: '2030-02-22T10:00:00.000' };

function fact(kind: Fact['kind'], second: number, changes: Partial<Fact> = {}): Fact {
  const unit = 'ALPMDH----------------FNL-000100--';
  const at = `2030-02-22T09:00:${String(second).padStart(2, '0')}.000Z`;
  const about = { competitor: '1', name: 'Ida BERG', organisation: 'AAA', position: null, value: null, rank: null };
  return { id: `${kind} ${second}`, kind, unit, at, ...about, previous: null, source, ...changes };
}

const tellingOf = (of: Fact, ...others: Fact[]) => profileOfFact(of, [of, ...others])?.telling;

test('a finish and the lead or place that it brings are one moment, where they are of one person and one instant', () => {
  const finish = fact('finished', 10, { rank: '2' });
  const lead = fact('lead-change', 15, { rank: '1', value: '1:31.00' });
  expect(tellingOf(finish, lead)).toBe('fact.lead');
  expect(tellingOf(lead, finish)).toBeUndefined();
  expect(toldAs(finish, [finish, lead])).toMatchObject({ kind: 'finished', rank: '1', value: '1:31.00' });
  expect(tellingOf(fact('podium-change', 12), finish)).toBeUndefined();
  expect(tellingOf(fact('podium-change', 12), lead)).toBeUndefined();

  for (const other of [fact('lead-change', 16), fact('lead-change', 10, { competitor: '2' })]) {
    expect(tellingOf(finish, other)).toBe('fact.finished');
    expect(tellingOf(other, finish)).toBe('fact.lead');
    expect(toldAs(finish, [finish, other])).toBe(finish);
  }
});

test('who finishes first leads; who did not start is nothing to be seen', () => {
  expect(tellingOf(fact('finished', 10, { rank: '1' }))).toBe('fact.lead');
  expect(tellingOf(fact('out', 10, { value: 'DNF' }))).toBe('fact.out');
  expect(tellingOf(fact('out', 10, { value: 'DNS' }))).toBeUndefined();
  expect(tellingOf(fact('split', 10))).toBeUndefined();
  expect(tellingOf(fact('finished', 10, { competitor: null }))).toBeUndefined();
});

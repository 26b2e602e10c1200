import type { Fact, FactKind } from '@altis/results/contract';
import { isToldByActions } from './profile.ts';
import type { ActionProfile } from './action-profile.ts';

/** How a fact becomes a moment. Times are from the fact's own instant. */
export type FactProfile = Pick<ActionProfile, 'preMs' | 'postMs' | 'importance' | 'telling'>;

/** The facts that are moments: what a competitor did, or what became of it. */
const profiles: Readonly<Partial<Record<FactKind, FactProfile>>> = {
  record: { preMs: 12_000, postMs: 6_000, importance: 5, telling: 'fact.record' },
  'lead-change': { preMs: 12_000, postMs: 6_000, importance: 4, telling: 'fact.lead' },
  'podium-change': { preMs: 12_000, postMs: 6_000, importance: 3, telling: 'fact.podium' },
  finished: { preMs: 12_000, postMs: 6_000, importance: 2, telling: 'fact.finished' },
  out: { preMs: 6_000, postMs: 8_000, importance: 3, telling: 'fact.out' },
};

/** What one finish brings is told by one message, or by two that follow closely. */
const sameInstantMs = 5_000;

/** Whether a fact may be a moment, now or put right. In sports with an action profile, actions are the moments. */
export function mayBeMoment({ kind, unit, competitor }: Fact): boolean {
  return competitor !== null && profiles[kind] !== undefined && !isToldByActions(unit.slice(0, 3));
}

/**
 * The profile of a fact, or `null` when it is no moment. A finish and the lead or place that it brings are one moment: the
 * finish, told as what it brings.
 *
 * @param standing the facts of its competitor in the unit that stand
 */
export function profileOfFact(fact: Fact, standing: readonly Fact[]): FactProfile | null {
  const comesWith = (kind: FactKind): boolean => companionOf(fact, standing, kind) !== undefined;
  if (!mayBeMoment(fact)) return null;
  // Of who did not start there is nothing to see.
  if (fact.kind === 'out' && fact.value === 'DNS') return null;
  if (fact.kind === 'lead-change' && comesWith('finished')) return null;
  if (fact.kind === 'podium-change' && (comesWith('finished') || comesWith('lead-change'))) return null;
  const leads = fact.kind === 'finished' && (fact.rank === '1' || comesWith('lead-change'));
  return profiles[leads ? 'lead-change' : fact.kind] ?? null;
}

/** A fact in the words of what it brings: who takes the lead in the second of two runs does so with the sum of both. */
export function toldAs(fact: Fact, standing: readonly Fact[]): Fact {
  const lead = fact.kind === 'finished' ? companionOf(fact, standing, 'lead-change') : undefined;
  return lead === undefined ? fact : { ...fact, rank: lead.rank ?? fact.rank, value: lead.value ?? fact.value };
}

/** What else the same competitor brings about at the same instant. */
function companionOf(fact: Fact, standing: readonly Fact[], kind: FactKind): Fact | undefined {
  return standing.find(
    (other) =>
      other.kind === kind &&
      other.competitor === fact.competitor &&
      Math.abs(Date.parse(other.at) - Date.parse(fact.at)) <= sameInstantMs,
  );
}

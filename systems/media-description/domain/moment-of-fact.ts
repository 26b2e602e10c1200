import type { Fact, StatedFact } from '@altis/results/contract';
import type { Moment } from '../contract/moment.ts';
import { profileOfFact, toldAs, type FactProfile } from './fact-profile.ts';
import { placeMoment, type Placing } from './place-moment.ts';
import type { Telling } from './tell-action.ts';

type Description = {
  readonly stated: StatedFact;
  /** The facts of its competitor in the unit that stand. */
  readonly standing: readonly Fact[];
  readonly tell: (fact: Fact, profile: FactProfile) => Telling;
};

/**
 * The moment of a fact in a recording as it is now known, or `undefined` when the fact is none there: it is part of another
 * one's, is no moment at all, or happened outside of the recording.
 */
export function momentOfFact({ stated, standing, tell }: Description, placing: Placing): Moment | undefined {
  const { fact, unitName } = stated;
  const profile = profileOfFact(fact, standing);
  if (profile === null) return undefined;
  const happening = {
    unit: fact.unit,
    discipline: fact.unit.slice(0, 3),
    action: fact.kind,
    actionId: fact.id,
    ...tell(toldAs(fact, standing), profile),
    unitName,
    athletes: athletesOf(fact),
    organisations: fact.organisation === null ? [] : [fact.organisation],
    source: { kind: 'message' as const, ...fact.source },
  };
  return placeMoment(happening, Date.parse(fact.at), profile, placing);
}

/** Codes of athletes are numbers; those of teams begin with their event (ODF Foundation, Competitor Code). */
function athletesOf({ competitor, name, organisation }: Fact): Moment['athletes'] {
  if (competitor === null || !/^\d+$/.test(competitor)) return [];
  return [
    { code: competitor, name: name ?? competitor, localName: null, organisation: organisation ?? '', role: null },
  ];
}

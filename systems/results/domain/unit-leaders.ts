import type { UnitSummary } from '../contract/index.ts';
import type { CompetitorFacts } from './competitor-facts.ts';
import type { Register } from './register.ts';

/** One of the best so far, under the name that the message has. */
export type LeaderFacts = UnitSummary['leaders'][number] & { readonly kind: 'athlete' | 'team' };

/** The first three places, whoever shares them, or both sides of a game. Before anybody has a rank or a result, only a game has any. */
export function unitLeaders(competitors: readonly CompetitorFacts[]): LeaderFacts[] {
  const isGame =
    competitors.length === 2 && (competitors.every(({ side }) => side !== null) || isAnnounced(competitors));
  const best = isGame
    ? competitors.toSorted((left, right) => sideOrder(left) - sideOrder(right))
    : firstPlaces(competitors.filter(({ rank }) => rank !== null));
  // Who did not finish may have a rank nevertheless: the loser of a duel, or the last of a final.
  return best.map(({ code, kind, name, organisation, rank, result, invalidMark, outcome }) => {
    return { code, kind, name, organisation, rank, result: result ?? invalidMark, outcome };
  });
}

/** Leaders as lists show them, under the names of the register where it knows them. */
export function nameLeaders(leaders: readonly LeaderFacts[], register: Register): UnitSummary['leaders'] {
  return leaders.map(({ kind, ...leader }) => {
    const team = kind === 'team' ? register.teams.get(leader.code) : undefined;
    const person = kind === 'athlete' ? register.participants.get(leader.code) : undefined;
    return {
      ...leader,
      name: team?.name ?? person?.name.tv ?? leader.name,
      organisation: leader.organisation === '' ? ((team ?? person)?.organisation ?? '') : leader.organisation,
    };
  });
}

/** Of a great tie, as many as lists have room for. */
const mostLeaders = 6;

function firstPlaces(ranked: readonly CompetitorFacts[]): CompetitorFacts[] {
  const inOrder = ranked.toSorted((left, right) => Number(left.rank) - Number(right.rank));
  const last = Number(inOrder[2]?.rank ?? Infinity);
  return inOrder.filter(({ rank }) => Number(rank) <= last).slice(0, mostLeaders);
}

/** Two teams on a start list that has no results yet: it names the home team first. */
function isAnnounced(competitors: readonly CompetitorFacts[]): boolean {
  return competitors.every(
    ({ kind, rank, result, invalidMark }) =>
      kind === 'team' && [rank, result, invalidMark].every((mark) => mark === null),
  );
}

function sideOrder({ side }: CompetitorFacts): number {
  return side === 'home' ? 0 : 1;
}

import type { Random } from '../../broadcast/random.ts';

/** One attempt; `number` counts those of its side from 0. */
type Attempt = { readonly side: 'home' | 'away'; readonly number: number; readonly isIn: boolean };

const shots = 5;
/** Nobody shoots for ever. */
const mostRounds = 12;

/** Five attempts each, as long as the one behind can still catch up; then one each until one side leads. */
export function penaltyShots(random: Random): Attempt[] {
  const attempts: Attempt[] = [];
  const scored = { home: 0, away: 0 };
  const taken = { home: 0, away: 0 };
  const isDecided = (): boolean => {
    const rounds = Math.max(shots, taken.home, taken.away);
    return scored.home > scored.away + (rounds - taken.away) || scored.away > scored.home + (rounds - taken.home);
  };
  while (!isDecided()) {
    const side = taken.away === taken.home ? 'away' : 'home';
    const isIn = taken.home < mostRounds ? random.next() < 0.33 : side === 'home';
    attempts.push({ side, number: taken[side], isIn });
    taken[side] += 1;
    if (isIn) scored[side] += 1;
  }
  return attempts;
}

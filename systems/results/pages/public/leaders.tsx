import type { ReactNode } from 'react';
import type { UnitSummary } from '../../contract/index.ts';
import styles from './leaders.module.css';
import { LocalCompetitor } from './local-competitor.tsx';
import { OrganisationChip } from './organisation-chip.tsx';

type Leader = UnitSummary['leaders'][number];

/** Who leads a unit, or both sides of a game with the score; takes the same room whether there are three or none, and more where a place is shared. */
export function Leaders({ unit }: { unit: UnitSummary }): ReactNode {
  const [home, away] = unit.leaders;
  const isGame = unit.leaders.length === 2 && unit.leaders.every(({ rank }) => rank === null);
  if (isGame && home && away) return <Sides home={home} away={away} />;
  return (
    <span className={styles['leaders']}>
      {unit.leaders.map((leader) => (
        <span key={leader.code} className={styles['leader']}>
          <span className={styles['rank']}>
            <bdi>
              {unit.leaders.some((other) => other !== leader && other.rank === leader.rank) && '='}
              {leader.rank}
            </bdi>
          </span>
          <OrganisationChip code={leader.organisation} />
          <span className={styles['name']}>
            <LocalCompetitor {...leader} />
          </span>
          <bdi className={styles['result']}>{leader.result}</bdi>
        </span>
      ))}
    </span>
  );
}

function Sides({ home, away }: { home: Leader; away: Leader }): ReactNode {
  return (
    <span className={styles['sides']}>
      {[home, away].map((side) => (
        <span key={side.code} className={styles['side']} data-won={side.outcome === 'W' || undefined}>
          <OrganisationChip code={side.organisation} />
          <span className={styles['name']}>
            <LocalCompetitor {...side} />
          </span>
          <bdi className={styles['score']}>{side.result}</bdi>
        </span>
      ))}
    </span>
  );
}

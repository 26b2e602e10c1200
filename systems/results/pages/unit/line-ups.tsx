import type { ReactNode } from 'react';
import { useText } from '@altis/web';
import type { UnitCompetitor } from '../../contract/index.ts';
import { pageMessages } from '../page-messages.ts';
import { LocalCompetitor } from '../public/local-competitor.tsx';
import styles from './line-ups.module.css';

/** Who plays, team by team, by number. */
export function LineUps({ teams }: { teams: readonly UnitCompetitor[] }): ReactNode {
  const t = useText(pageMessages);
  return (
    <section>
      <h2 className={styles['title']}>{t('lineUps')}</h2>
      <div className={styles['teams']}>
        {teams.map((team) => (
          <div key={team.code} className={styles['team']}>
            <h3>
              <LocalCompetitor {...team} />
            </h3>
            {team.athletes.length === 0 ? (
              <p className={styles['none']}>{t('lineUp.none')}</p>
            ) : (
              <ul>
                {team.athletes.toSorted(byBib).map((athlete) => (
                  <li key={athlete.code}>
                    <span className={styles['bib']}>{athlete.bib}</span>
                    <bdi>{athlete.name.print}</bdi>
                    <span className={styles['role']}>{athlete.role}</span>
                  </li>
                ))}
              </ul>
            )}
          </div>
        ))}
      </div>
    </section>
  );
}

type Athlete = UnitCompetitor['athletes'][number];

function byBib(left: Athlete, right: Athlete): number {
  return Number(left.bib ?? Infinity) - Number(right.bib ?? Infinity) || 0;
}

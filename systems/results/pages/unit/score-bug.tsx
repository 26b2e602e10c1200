import type { ReactNode } from 'react';
import { useText } from '@altis/web';
import type { UnitCompetitor, UnitDetail } from '../../contract/index.ts';
import { pageMessages } from '../page-messages.ts';
import styles from './score-bug.module.css';
import { usePeriodName } from './use-period-name.ts';

/** The score as television shows it: home, away, period and clock. */
export function ScoreBug(props: { unit: UnitDetail; home: UnitCompetitor; away: UnitCompetitor }): ReactNode {
  const { unit, home, away } = props;
  const t = useText(pageMessages);
  const periodName = usePeriodName();
  const score = scoreOf(unit, home, away);
  const last = unit.actions.at(-1);
  const period = unit.clock?.period ?? last?.period;
  const clock = unit.clock?.time ?? last?.clock;
  return (
    <section
      className={styles['bug']}
      aria-label={t('score', { home: home.name, away: away.name, homeScore: score.home, awayScore: score.away })}
    >
      <Side team={home} score={score.home} />
      <div className={styles['middle']}>
        {period && <span className={styles['period']}>{periodName(period)}</span>}
        {clock && <span className={styles['clock']}>{clock}</span>}
      </div>
      <Side team={away} score={score.away} isAway />
    </section>
  );
}

function Side({ team, score, isAway }: { team: UnitCompetitor; score: string; isAway?: boolean }): ReactNode {
  return (
    <div className={styles['side']} data-away={isAway || undefined}>
      <span className={styles['team']}>
        <span className={styles['organisation']}>{team.organisation}</span>
        <bdi className={styles['name']}>{team.name}</bdi>
      </span>
      <span className={styles['score']}>{score}</span>
    </div>
  );
}

/** While the unit goes on, the play-by-play is ahead of the results; in the end the results hold. */
function scoreOf(unit: UnitDetail, home: UnitCompetitor, away: UnitCompetitor): { home: string; away: string } {
  const isOver = ['OFFICIAL', 'UNOFFICIAL', 'UNCONFIRMED'].includes(unit.resultStatus ?? '');
  const scored = unit.actions.findLast(({ homeScore, awayScore }) => homeScore !== null && awayScore !== null);
  const said = { home: home.result ?? '0', away: away.result ?? '0' };
  if (isOver || !scored) return said;
  return { home: scored.homeScore ?? said.home, away: scored.awayScore ?? said.away };
}

import type { ReactNode } from 'react';
import { useText } from '@altis/web';
import type { UnitCompetitor, UnitDetail } from '../../contract/index.ts';
import { LocalCompetitor } from '../public/local-competitor.tsx';
import { useLocalText } from '../public/local-text.tsx';
import { useCompetitorNames } from '../public/use-local-names.ts';
import { pageMessages } from '../page-messages.ts';
import { isOver } from './is-over.ts';
import styles from './score-bug.module.css';
import { useCodeWords } from './use-code-words.ts';
import { usePeriodName } from './use-period-name.ts';

/** The score as television shows it: home, away, period and clock. */
export function ScoreBug(props: { unit: UnitDetail; home: UnitCompetitor; away: UnitCompetitor }): ReactNode {
  const { unit, home, away } = props;
  const t = useText(pageMessages);
  const periodName = usePeriodName();
  const [textOf, localNames] = [useLocalText(), useCompetitorNames()];
  const nameOf = (team: UnitCompetitor): string => textOf(localNames(team)).text;
  const score = scoreOf(unit, home, away);
  const last = unit.actions.at(-1);
  const period = unit.clock?.period ?? last?.period;
  const clock = unit.clock?.time ?? last?.clock;
  return (
    <section
      className={styles['bug']}
      aria-label={t('score', { home: nameOf(home), away: nameOf(away), homeScore: score.home, awayScore: score.away })}
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
  const { invalidMark } = useCodeWords();
  const { name, organisation, invalidMark: mark } = team;
  return (
    <div className={styles['side']} data-away={isAway || undefined}>
      <span className={styles['team']}>
        <span className={styles['organisation']}>{organisation}</span>
        <span className={styles['name']}>
          <LocalCompetitor name={name} organisation={organisation} />{' '}
          {mark !== null && <abbr title={invalidMark(mark)}>{mark}</abbr>}
        </span>
      </span>
      <span className={styles['score']}>{score}</span>
    </div>
  );
}

/** While the unit goes on, the play-by-play is ahead of the results; in the end the results hold. */
function scoreOf(unit: UnitDetail, home: UnitCompetitor, away: UnitCompetitor): { home: string; away: string } {
  const scored = unit.actions.findLast(({ homeScore, awayScore }) => homeScore !== null && awayScore !== null);
  const said = { home: home.result ?? '0', away: away.result ?? '0' };
  if (isOver(unit) || !scored) return said;
  return { home: scored.homeScore ?? said.home, away: scored.awayScore ?? said.away };
}

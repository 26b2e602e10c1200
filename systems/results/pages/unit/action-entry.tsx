import type { ReactNode } from 'react';
import { StatusBadge, useText } from '@altis/web';
import type { UnitDetail } from '../../contract/index.ts';
import { pageMessages } from '../page-messages.ts';
import { FactSource } from './fact-source.tsx';
import styles from './play-by-play.module.css';
import { useActionWords } from './use-action-words.ts';
import { usePeriodName } from './use-period-name.ts';

type UnitAction = UnitDetail['actions'][number];

/** One action: when, what, who; whether it was put right; and where it comes from. */
export function ActionEntry({ action, isWithdrawn }: { action: UnitAction; isWithdrawn: boolean }): ReactNode {
  const t = useText(pageMessages);
  const words = useActionWords();
  const periodName = usePeriodName();
  const name = words.action(action.code);
  const isGoal = action.homeScore !== null && action.awayScore !== null;
  return (
    <div
      className={styles['entry']}
      data-goal={(isGoal && !isWithdrawn) || undefined}
      data-withdrawn={isWithdrawn || undefined}
    >
      <div className={styles['when']}>
        <span className={styles['clock']}>{action.clock}</span>
        {action.period && <span className={styles['period']}>{periodName(action.period)}</span>}
      </div>
      <div className={styles['what']}>
        <div className={styles['line']}>
          <strong className={styles['name']}>{name}</strong>
          {isGoal && (
            <bdi className={styles['score']}>
              {action.homeScore}–{action.awayScore}
            </bdi>
          )}
          {action.result && <span className={styles['situation']}>{words.situation(action.result)}</span>}
          {isWithdrawn && <StatusBadge status="bad">{t('withdrawn')}</StatusBadge>}
          {!isWithdrawn && action.isCorrected && <StatusBadge status="warn">{t('corrected')}</StatusBadge>}
        </div>
        <People action={action} />
        {action.comment && <p className={styles['comment']}>{action.comment}</p>}
      </div>
      <FactSource source={action.source} fact={`${name} ${action.clock ?? ''}`.trim()} />
    </div>
  );
}

function People({ action }: { action: UnitAction }): ReactNode {
  const { role } = useActionWords();
  if (action.competitors.length === 0) return null;
  return (
    <ul className={styles['people']}>
      {action.competitors.map((competitor) => (
        <li key={competitor.code}>
          <span className={styles['organisation']}>{competitor.organisation || competitor.name}</span>
          {competitor.athletes.map((athlete) => (
            <span key={`${athlete.code} ${athlete.role}`} className={styles['person']}>
              {athlete.bib && <span className={styles['bib']}>{athlete.bib}</span>}
              <bdi>{athlete.name.tv}</bdi>
              {role(athlete.role) && <span className={styles['role']}>{role(athlete.role)}</span>}
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}

import type { ReactNode } from 'react';
import { EmptyState, useText } from '@altis/web';
import type { UnitDetail } from '../../contract/index.ts';
import { pageMessages } from '../page-messages.ts';
import { ActionEntry } from './action-entry.tsx';
import { isOver } from './is-over.ts';
import styles from './play-by-play.module.css';

/** The actions of a unit, the newest first; what was withdrawn stays in its place, struck out. */
export function PlayByPlay({ unit }: { unit: UnitDetail }): ReactNode {
  const t = useText(pageMessages);
  const entries = [
    ...unit.actions.map((action) => ({ action, isWithdrawn: false })),
    ...unit.withdrawn.map((action) => ({ action, isWithdrawn: true })),
  ].sort((left, right) => right.action.order - left.action.order);
  // A sport without play-by-play, such as curling: its score and periods tell that something has happened.
  if (entries.length === 0 && (isOver(unit) || unit.periods.length > 1)) return null;
  return (
    <section>
      <h2 className={styles['title']}>{t('playByPlay')}</h2>
      {entries.length === 0 ? (
        <EmptyState title={t('playByPlay.none')}>{t('playByPlay.none.text')}</EmptyState>
      ) : (
        <ol className={styles['list']} reversed>
          {entries.map(({ action, isWithdrawn }) => (
            <li key={action.id}>
              <ActionEntry action={action} isWithdrawn={isWithdrawn} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

import type { ReactNode } from 'react';
import { useText } from '@altis/web';
import styles from './tables-page.module.css';
import { tablesMessages } from './tables-messages.ts';

type PlannedList = {
  readonly units: readonly { readonly rsc: string; readonly name: string; readonly competitors: number }[];
  readonly competition: string;
  readonly athletes: number;
  readonly teams: number;
  readonly organisations: readonly { readonly code: string; readonly name: string; readonly isNew: boolean }[];
  readonly messages: readonly { readonly documentType: string; readonly entries: number }[];
};

/** What will be written: who, for which clubs, as which messages. */
export function Plan({ plan }: { plan: PlannedList }): ReactNode {
  const t = useText(tablesMessages);
  return (
    <div className={styles['plan']}>
      <p>
        {plan.teams > 0 && `${t('teams', { count: plan.teams })} · `}
        {t('plan.athletes', { athletes: plan.athletes, clubs: plan.organisations.length })}
      </p>
      <ul className={styles['units']} aria-label={t('plan.units')}>
        {plan.units.map(({ rsc, name, competitors }) => (
          <li key={rsc}>
            <span>
              <bdi>{name}</bdi> ({competitors})
            </span>
            <code dir="ltr">{rsc}</code>
          </li>
        ))}
      </ul>
      <ul className={styles['clubs']} aria-label={t('plan.clubs')}>
        {plan.organisations.map(({ code, name }) => (
          <li key={code}>
            <b>{code}</b> {name !== code && <bdi>{name}</bdi>}
          </li>
        ))}
      </ul>
      <p className={styles['hint']}>
        {t('plan.messages')}{' '}
        <bdi dir="ltr">
          {plan.messages.map(({ documentType, entries }) => `${documentType} (${entries})`).join(', ')}
        </bdi>
      </p>
    </div>
  );
}

import type { ReactNode } from 'react';
import { useText } from '@altis/web';
import styles from './tables-page.module.css';
import { tablesMessages } from './tables-messages.ts';

type PlannedList = {
  readonly unit: string;
  readonly competition: string;
  readonly athletes: number;
  readonly organisations: readonly { readonly code: string; readonly name: string; readonly isNew: boolean }[];
  readonly messages: readonly { readonly documentType: string; readonly entries: number }[];
};

/** What will be written: who, for which clubs, as which messages. */
export function Plan({ plan }: { plan: PlannedList }): ReactNode {
  const t = useText(tablesMessages);
  return (
    <div className={styles['plan']}>
      <p>
        {t('plan.athletes', { athletes: plan.athletes, clubs: plan.organisations.length })}{' '}
        <code dir="ltr">{plan.unit}</code>
      </p>
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

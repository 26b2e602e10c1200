import type { ReactNode } from 'react';
import { useText } from '@altis/web';
import { pageMessages } from '../page-messages.ts';
import type { MomentView } from '../views.ts';
import styles from './moment-panel.module.css';

/** Who took part in a moment, with the name in the athlete's own script where the feed has it. */
export function MomentAthletes({ athletes }: Pick<MomentView, 'athletes'>): ReactNode {
  const t = useText(pageMessages);
  if (athletes.length === 0) return null;
  return (
    <ul className={styles['athletes']} aria-label={t('athletes')}>
      {athletes.map(({ code, name, localName, organisation, role }) => (
        <li key={code}>
          <b>{organisation}</b>
          <bdi>{name}</bdi>
          {localName !== null && localName !== name && <bdi className={styles['local']}>{localName}</bdi>}
          {role !== null && <span className={styles['role']}>{role}</span>}
        </li>
      ))}
    </ul>
  );
}

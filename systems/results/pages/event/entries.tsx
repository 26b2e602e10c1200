import type { ReactNode } from 'react';
import { useText } from '@altis/web';
import type { EventDetail } from '../../contract/index.ts';
import { CompetitorName } from '../public/competitor-name.tsx';
import { OrganisationChip } from '../public/organisation-chip.tsx';
import { publicMessages } from '../public/public-messages.ts';
import styles from './entries.module.css';

/** Who is entered; folded, as it is long and asked for rarely. */
export function Entries({ entries }: { entries: EventDetail['entries'] }): ReactNode {
  const t = useText(publicMessages);
  if (entries.length === 0) return null;
  return (
    <details className={styles['entries']}>
      <summary>{t('entries', { count: entries.length })}</summary>
      <ul>
        {entries.map((entry) => (
          <li key={entry.code}>
            <span className={styles['bib']}>{entry.bib}</span>
            <OrganisationChip code={entry.organisation} isLink />
            <CompetitorName competitor={entry} />
          </li>
        ))}
      </ul>
    </details>
  );
}

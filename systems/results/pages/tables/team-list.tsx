import type { ReactNode } from 'react';
import { useText } from '@altis/web';
import type { TableReading } from '../../contract/index.ts';
import styles from './tables-page.module.css';
import { tablesMessages } from './tables-messages.ts';

/** The teams that the rows make up, each with its members in the order of the legs. */
export function TeamList({ table }: { table: TableReading }): ReactNode {
  const t = useText(tablesMessages);
  const { teams, teamCount, columns, mapping } = table;
  const unitTitle = columns[mapping.indexOf('unit')] ?? '';
  if (teamCount === 0) return null;
  return (
    <details className={styles['teams']} open>
      <summary>{t('teams', { count: teamCount })}</summary>
      <ul>
        {teams.map(({ line, unit, bib, name, members }) => (
          <li key={`${line} ${name}`}>
            <strong>
              {bib !== null && <span className={styles['hint']}>{bib}</span>} <bdi>{name}</bdi>
              {unit !== null && (
                <bdi className={styles['hint']}>{/\p{L}/u.test(unit) ? unit : `${unitTitle} ${unit}`}</bdi>
              )}
            </strong>
            {members.length === 0 && <span className={styles['hint']}>{t('teams.none')}</span>}
            <ol>
              {members.map((member, at) => (
                // oxlint-disable-next-line react/no-array-index-key -- the leg is what a member is known by
                <li key={at}>
                  <bdi>{member}</bdi>
                </li>
              ))}
            </ol>
          </li>
        ))}
      </ul>
    </details>
  );
}

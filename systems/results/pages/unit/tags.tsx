import type { ReactNode } from 'react';
import { useText } from '@altis/web';
import type { UnitCompetitor } from '../../contract/index.ts';
import { publicMessages } from '../public/public-messages.ts';
import styles from './tags.module.css';
import { useCodeWords } from './use-code-words.ts';

/** That a competitor is through, and which records the mark set or equalled. */
export function Tags({ competitor }: { competitor: Pick<UnitCompetitor, 'qualification' | 'records'> }): ReactNode {
  const t = useText(publicMessages);
  const words = useCodeWords();
  return (
    <>
      {competitor.qualification !== null && (
        <abbr className={styles['tag']} data-kind="qualified" title={words.qualification(competitor.qualification)}>
          {competitor.qualification}
        </abbr>
      )}
      {competitor.records.map(({ code, type, isEqualled }) => (
        <abbr
          key={`${code} ${type}`}
          className={styles['tag']}
          data-kind="record"
          title={isEqualled ? t('record.equals', { record: words.record(type) }) : words.record(type)}
        >
          {isEqualled ? `=${type}` : type}
        </abbr>
      ))}
    </>
  );
}

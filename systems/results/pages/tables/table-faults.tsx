import type { ReactNode } from 'react';
import { Notice, useText } from '@altis/web';
import type { TableFault, TableReading } from '../../contract/index.ts';
import styles from './tables-page.module.css';
import { tablesMessages } from './tables-messages.ts';

/** What is odd in a table: where, what, and what to do. */
export function TableFaults({ table }: { table: TableReading }): ReactNode {
  const t = useText(tablesMessages);
  if (table.faultCount === 0) return <Notice tone="ok" title={t('faults.none')} />;
  return (
    <details className={styles['faults']} open={table.good === 0}>
      <summary>{t('faults', { count: table.faultCount, left: table.rows - table.good })}</summary>
      <ul>
        {table.faults.map((fault, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- one row may have two faults of a kind
          <li key={at} data-severity={fault.severity}>
            <FaultText fault={fault} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function FaultText({ fault }: { fault: TableFault }): ReactNode {
  const t = useText(tablesMessages);
  const { line, column, value } = fault;
  const place = [line === null ? '' : t('faults.line', { line }), column ?? '']
    .filter((part) => part !== '')
    .join(' · ');
  const code = faultCodes.find((each) => each === fault.code);
  return (
    <>
      {place !== '' && <strong>{place}</strong>}
      <span>{code === undefined ? fault.message : t(`fault.${code}`, { value: value ?? '' })}</span>
      <span className={styles['hint']}>{code === undefined ? fault.remedy : t(`remedy.${code}`)}</span>
    </>
  );
}

const faultCodes = [
  'formulas',
  'merged',
  'ragged',
  'no-titles',
  'no-name-column',
  'name-missing',
  'team-missing',
  'members-missing',
  'legs-added',
  'leg-times-missing',
  'total-row',
  'sheets',
  'time-unreadable',
  'bib-unreadable',
  'bib-twice',
  'athlete-twice',
  'namesake',
  'gender-unreadable',
  'birth-unreadable',
  'code-unreadable',
  'start-unreadable',
  'number-unreadable',
] as const;

import type { ReactNode } from 'react';
import { StatusBadge, useFormat, useText } from '@altis/web';
import type { RecordEntry } from '../../contract/index.ts';
import { OrganisationChip } from '../public/organisation-chip.tsx';
import { publicMessages } from '../public/public-messages.ts';
import { FactSource } from '../unit/fact-source.tsx';
import panel from '../unit/panel.module.css';
import { useCodeWords } from '../unit/use-code-words.ts';
import columns from '../public/columns.module.css';

/** The records of an event, those of these Games marked. */
export function RecordList({ records }: { records: readonly RecordEntry[] }): ReactNode {
  const t = useText(publicMessages);
  if (records.length === 0) return null;
  return (
    <section className={columns['section']}>
      <h2>{t('tab.records')}</h2>
      <RecordLines records={records} />
    </section>
  );
}

/** Records, one to a line. */
export function RecordLines({ records }: { records: readonly RecordEntry[] }): ReactNode {
  return (
    <ul className={panel['box']}>
      {records.map((record) => (
        <li key={`${record.code} ${record.type} ${record.holder} ${record.result}`}>
          <RecordLine record={record} isBeaten={isBeaten(record, records)} />
        </li>
      ))}
    </ul>
  );
}

/** One record: which, how much, whose, where and when. */
function RecordLine({ record, isBeaten: isOld }: { record: RecordEntry; isBeaten: boolean }): ReactNode {
  const t = useText(publicMessages);
  const words = useCodeWords();
  const { date } = useFormat('UTC');
  const type = words.record(record.type);
  const title = record.name?.includes(type) ? [record.name] : [type, record.name];
  const day = record.day === null ? null : date(record.day, { dateStyle: 'medium' });
  const holder = record.holderName ?? record.holder ?? (record.organisation ? null : t('record.none'));
  return (
    <>
      <span className={panel['grow']}>
        <span className={panel['dim']}>{title.filter((part) => part).join(' · ')}</span>
        <span>
          <OrganisationChip code={record.organisation} /> <bdi>{holder}</bdi>
        </span>
        <bdi className={panel['dim']}>{[record.place, day].filter((part) => part).join(' · ')}</bdi>
        {isOld && <StatusBadge status="idle">{t('record.previous')}</StatusBadge>}
        {record.isNew && (
          <StatusBadge status="ok">{t(record.isEqualled ? 'record.equalled' : 'record.new')}</StatusBadge>
        )}
      </span>
      <bdi className={panel['figure']}>{record.result}</bdi>
      <FactSource source={record.source} fact={`${type} ${record.result ?? ''}`.trim()} />
    </>
  );
}

/** Whether these Games brought a better mark for the same record. */
function isBeaten({ code, type, isNew }: RecordEntry, records: readonly RecordEntry[]): boolean {
  return (
    !isNew && records.some((other) => other.code === code && other.type === type && other.isNew && !other.isEqualled)
  );
}

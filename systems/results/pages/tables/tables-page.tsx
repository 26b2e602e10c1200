import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Page, useApi, useText } from '@altis/web';
import { results, type TableReading } from '../../contract/index.ts';
import { pageMessages } from '../page-messages.ts';
import { MappingTable } from './mapping-table.tsx';
import { TableDrop } from './table-drop.tsx';
import { TableFaults } from './table-faults.tsx';
import { TargetForm } from './target-form.tsx';
import styles from './tables-page.module.css';
import { tablesMessages } from './tables-messages.ts';
import { TeamList } from './team-list.tsx';
import { Written, type WrittenList } from './written.tsx';

/** A start list or result list from a file: drop it, see how it is read, say what it is of, write it. */
export function TablesPage(): ReactNode {
  const t = useText(tablesMessages);
  const shared = useText(pageMessages);
  const [table, setTable] = useState<TableReading>();
  const [written, setWritten] = useState<WrittenList>();
  const again = (): void => {
    setTable(undefined);
    setWritten(undefined);
  };
  return (
    <Page
      title={t('tables')}
      description={t('tables.text')}
      breadcrumbs={[{ label: shared('units'), to: '/results' }]}
      actions={
        table && (
          <Button variant="default" onClick={again}>
            {t('tables.another')}
          </Button>
        )
      }
    >
      {written !== undefined && <Written list={written} />}
      {written === undefined && table === undefined && <TableDrop onRead={setTable} />}
      {written === undefined && table !== undefined && (
        <Mapped table={table} onChange={setTable} onWritten={setWritten} />
      )}
    </Page>
  );
}

function Mapped(props: {
  table: TableReading;
  onChange: (table: TableReading) => void;
  onWritten: (list: WrittenList) => void;
}): ReactNode {
  const t = useText(tablesMessages);
  const { table, onChange } = props;
  const { tables } = useApi(results);
  const kept = useQuery(tables.mappings.queryOptions({}));
  const remap = (mapping: TableReading['mapping']): void => {
    void tables.preview({ id: table.id, mapping }).then(onChange, () => undefined);
  };
  const fitting = (kept.data?.items ?? []).filter(({ columns }) => columns.length === table.columns.length);
  return (
    <>
      <section className={styles['part']} aria-labelledby="table-heading">
        <div className={styles['heading']}>
          <h2 id="table-heading">
            <span className={styles['step']}>1</span> {t('table')}
          </h2>
          <p className={styles['hint']}>
            <bdi>{table.name}</bdi> · {table.format.toUpperCase()}
            {table.encoding !== null && ` · ${table.encoding}`} ·{' '}
            {t('table.rows', { good: table.good, rows: table.rows })}
          </p>
          {fitting.length > 0 && (
            <div className={styles['kept']}>
              {fitting.map(({ name, mapping }) => (
                <Button key={name} variant="default" size="xs" onClick={() => remap(mapping)}>
                  {t('mapping.use', { name })}
                </Button>
              ))}
            </div>
          )}
        </div>
        <TableFaults table={table} />
        <MappingTable table={table} onChange={remap} />
        <TeamList table={table} />
      </section>
      <TargetForm table={table} onWritten={props.onWritten} />
    </>
  );
}

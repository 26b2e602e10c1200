import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '@altis/web';
import { TableField, type TableReading } from '../../contract/index.ts';
import styles from './tables-page.module.css';
import { tablesMessages } from './tables-messages.ts';

/** The rows as the file has them, above each column what it says. */
export function MappingTable(props: {
  table: TableReading;
  onChange: (mapping: TableReading['mapping']) => void;
}): ReactNode {
  const t = useText(tablesMessages);
  const { columns, mapping, sample, faults } = props.table;
  const choose = (at: number, value: string): void => {
    const field = TableField.options.find((each) => each === value) ?? null;
    // Several columns may hold members of a team, of all else there is one.
    const moved = field === 'member' ? null : field;
    props.onChange(mapping.map((before, place) => (place === at ? field : before === moved ? null : before)));
  };
  const choices = TableField.options.map((field) => ({ value: field, label: t(`field.${field}`) }));
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a wide table scrolls by itself; the keyboard must be able to reach it
    <div className={styles['frame']} role="region" aria-label={t('table')} tabIndex={0}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{t('faults.line.title')}</th>
            {columns.map((title, at) => (
              // oxlint-disable-next-line react/no-array-index-key -- two columns may have one title
              <th key={at} scope="col" data-unused={mapping[at] === null || undefined}>
                <NativeSelect
                  size="xs"
                  aria-label={t('field.of', { column: title })}
                  value={mapping[at] ?? ''}
                  onChange={(event) => choose(at, event.currentTarget.value)}
                  data={[{ value: '', label: t('field.none') }, ...choices]}
                />
                <bdi>{title}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sample.map(({ line, cells, reading }) => (
            <tr key={line} data-left={reading === null || undefined}>
              <th scope="row">{line}</th>
              {cells.map((cell, at) => (
                <td
                  // oxlint-disable-next-line react/no-array-index-key -- the place is what a cell is known by
                  key={at}
                  data-unused={mapping[at] === null || undefined}
                  data-fault={faults.some((fault) => fault.line === line && fault.column === columns[at]) || undefined}
                >
                  <bdi>{cell}</bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

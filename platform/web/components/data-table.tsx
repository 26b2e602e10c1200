import { Skeleton, Table, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { shellMessages } from '../language/shell-messages.ts';
import { useText } from '../language/use-text.ts';
import { EmptyState } from './empty-state.tsx';
import { ErrorNotice } from './error-notice.tsx';
import { PageLink } from './page-link.tsx';
import styles from './data-table.module.css';

export type Column<Row> = {
  readonly id: string;
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  /** Figures stand at the end of their column. */
  readonly isFigure?: boolean;
  /** The title is for those only who do not see the column, such as that of a row's buttons. */
  readonly hidesTitle?: boolean;
  /** Left out on phones. */
  readonly isSecondary?: boolean;
};

/** What `useQuery` answers, as far as a list needs it. */
export type ListState<Row> = {
  readonly data?: readonly Row[] | undefined;
  readonly error?: unknown;
  readonly refetch?: () => unknown;
};

/**
 * Rows and columns with all their states: loading, failed, empty, filled. A row with `linkTo` is opened by a click
 * anywhere on it; its first cell is the link that the keyboard and screen readers reach.
 */
export function DataTable<Row>(props: {
  /** What the table shows, for people who do not see it. */
  label: string;
  rows: ListState<Row>;
  columns: readonly Column<Row>[];
  rowKey: (row: Row) => string;
  linkTo?: (row: Row) => string;
  /** Shown when there are no rows. */
  empty?: ReactNode;
}): ReactNode {
  const t = useText(shellMessages);
  const { columns, rows } = props;
  if (rows.error !== undefined && rows.error !== null && !rows.data) {
    return <ErrorNotice error={rows.error} {...(rows.refetch ? { onRetry: () => void rows.refetch?.() } : {})} />;
  }
  if (rows.data?.length === 0)
    return <div className={styles['frame']}>{props.empty ?? <EmptyState title={t('list.empty')} />}</div>;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a wide table scrolls by itself; the keyboard must be able to reach it
    <div className={styles['frame']} role="region" aria-label={props.label} tabIndex={0}>
      <Table highlightOnHover={props.linkTo !== undefined} aria-busy={!rows.data}>
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <Table.Th key={column.id} className={styles['head'] ?? ''} {...columnData(column)}>
                {column.hidesTitle ? <VisuallyHidden>{column.title}</VisuallyHidden> : column.title}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.data
            ? rows.data.map((row) => (
                <Table.Tr key={props.rowKey(row)} className={styles['row'] ?? ''}>
                  {columns.map((column, place) => (
                    <Table.Td key={column.id} {...columnData(column)}>
                      {place === 0 && props.linkTo ? (
                        <PageLink to={props.linkTo(row)} className={styles['link']}>
                          {column.cell(row)}
                        </PageLink>
                      ) : (
                        column.cell(row)
                      )}
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))
            : [80, 64, 72, 56].map((width) => (
                <Table.Tr key={width}>
                  {columns.map((column) => (
                    <Table.Td key={column.id} {...columnData(column)}>
                      <Skeleton height={14} width={`${width}%`} my={4} />
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function columnData<Row>(column: Column<Row>): Record<string, boolean | undefined> {
  return { 'data-figure': column.isFigure || undefined, 'data-secondary': column.isSecondary || undefined };
}

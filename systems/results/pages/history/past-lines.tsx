import type { ReactNode } from 'react';
import { DataTable, EmptyState, useFormat, useText, type Column, type ListState } from '@altis/web';
import type { PastLine } from '../../contract/index.ts';
import { publicMessages } from '../public/public-messages.ts';
import { historyMessages } from './history-messages.ts';

/** A medal table of the past; each line leads to the organisation through time. */
export function PastLines({ label, rows }: { label: string; rows: ListState<PastLine> }): ReactNode {
  const t = useText(historyMessages);
  const words = useText(publicMessages);
  const { number, list } = useFormat();
  const figures = (['gold', 'silver', 'bronze', 'total'] as const).map((id): Column<PastLine> => ({
    id,
    title: words(id === 'total' ? 'medals.total' : `medal.${id}`),
    isFigure: true,
    cell: (line) => number(line[id]),
  }));
  return (
    <DataTable
      label={label}
      rows={rows}
      rowKey={({ organisation }) => organisation}
      linkTo={({ organisation }) => `/results/history/organisations/${organisation}`}
      empty={<EmptyState title={t('none')}>{t('none.text')}</EmptyState>}
      columns={[
        {
          id: 'name',
          title: words('organisation'),
          cell: ({ rank, name, includes }) => (
            <>
              {number(rank)} · <bdi>{name}</bdi>
              {includes.length > 0 && ` (${t('includes', { codes: list(includes) })})`}
            </>
          ),
        },
        ...figures,
      ]}
    />
  );
}

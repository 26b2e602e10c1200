import type { ReactNode } from 'react';
import { DataTable } from '../components/data-table.tsx';
import type { Column } from '../components/data-table.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { StatusBadge } from '../components/status-badge.tsx';
import type { Status } from '../components/status-badge.tsx';
import { useFormat } from '../language/use-format.ts';
import { Example, Section } from './example.tsx';
import styles from './design.module.css';

type Run = { bib: number; athlete: string; organisation: string; status: Status; word: string; timeMs: number };

const runs: readonly Run[] = [
  { bib: 7, athlete: 'Alma Fjellström', organisation: 'SWE', status: 'ok', word: 'Official', timeMs: 48_870 },
  { bib: 12, athlete: 'Żaneta Łęcka', organisation: 'POL', status: 'live', word: 'On course', timeMs: 31_240 },
  { bib: 3, athlete: '李雪', organisation: 'CHN', status: 'warn', word: 'Under review', timeMs: 49_310 },
  { bib: 21, athlete: 'ليلى حداد', organisation: 'LBN', status: 'idle', word: 'At the start', timeMs: 0 },
];

export function ListExamples(): ReactNode {
  const { number } = useFormat();
  const columns: readonly Column<Run>[] = [
    { id: 'athlete', title: 'Athlete', cell: (run) => <bdi>{run.athlete}</bdi> },
    { id: 'bib', title: 'Bib', isFigure: true, cell: (run) => run.bib },
    { id: 'organisation', title: 'Organisation', isSecondary: true, cell: (run) => run.organisation },
    { id: 'status', title: 'Status', cell: (run) => <StatusBadge status={run.status}>{run.word}</StatusBadge> },
    {
      id: 'time',
      title: 'Time',
      isFigure: true,
      cell: (run) => (run.timeMs === 0 ? '' : number(run.timeMs / 1000, { minimumFractionDigits: 2 })),
    },
  ];
  const shown = { columns: columns.slice(0, 2), rowKey: (run: Run) => String(run.bib) };
  return (
    <Section title="Tables">
      <Example title="Rows that open a page" note="The first cell is the link; the whole row is its target.">
        <DataTable
          label="Slalom, second run"
          rows={{ data: runs }}
          columns={columns}
          rowKey={(run) => String(run.bib)}
          linkTo={(run) => `/design?bib=${run.bib}`}
        />
      </Example>
      <div className={styles['columns']}>
        <Example title="Loading">
          <DataTable label="Loading" rows={{}} {...shown} />
        </Example>
        <Example title="Empty">
          <DataTable
            label="Empty"
            rows={{ data: [] }}
            {...shown}
            empty={<EmptyState title="Nobody has started yet">The first start is at 10:00.</EmptyState>}
          />
        </Example>
        <Example title="Failed">
          <DataTable
            label="Failed"
            rows={{ error: new TypeError('Failed to fetch'), refetch: () => undefined }}
            {...shown}
          />
        </Example>
      </div>
    </Section>
  );
}

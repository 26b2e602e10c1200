import { Progress } from '@mantine/core';
import type { ReactNode } from 'react';
import { useFormat } from '../language/use-format.ts';
import styles from './progress-line.module.css';

/** How far a piece of work is. `fraction` from 0 to 1; undefined while nobody can tell. */
export function ProgressLine(props: {
  label: string;
  fraction: number | undefined;
  note?: ReactNode;
  status?: 'busy' | 'ok' | 'bad' | 'idle';
}): ReactNode {
  const { percent } = useFormat();
  const { fraction, status = 'busy' } = props;
  const color = `var(--altis-${{ busy: 'accent', ok: 'ok', bad: 'bad', idle: 'line-strong' }[status]})`;
  const isUnknown = fraction === undefined && status === 'busy';
  return (
    <div className={styles['line']}>
      <div className={styles['words']}>
        <span className={styles['label']}>{props.label}</span>
        <span className={styles['share']}>{fraction !== undefined && percent(fraction)}</span>
      </div>
      <Progress.Root size={5} radius="xs">
        <Progress.Section
          value={isUnknown ? 100 : 100 * (fraction ?? 0)}
          color={color}
          animated={isUnknown}
          striped={isUnknown}
          aria-label={props.label}
          {...(isUnknown ? { withAria: false, role: 'progressbar' } : {})}
        />
      </Progress.Root>
      {props.note !== undefined && <div className={styles['note']}>{props.note}</div>}
    </div>
  );
}

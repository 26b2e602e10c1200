import type { ReactNode } from 'react';
import styles from './stat.module.css';

/** One figure with its name, and what it means; several stand side by side in `Stats`. */
export function Stat(props: { label: string; value: ReactNode; note?: ReactNode }): ReactNode {
  return (
    <div className={styles['stat']}>
      <dt>{props.label}</dt>
      <dd className={styles['value']}>{props.value}</dd>
      {props.note !== undefined && <dd className={styles['note']}>{props.note}</dd>}
    </div>
  );
}

/** A row of figures. */
export function Stats(props: { children: ReactNode }): ReactNode {
  return <dl className={styles['stats']}>{props.children}</dl>;
}

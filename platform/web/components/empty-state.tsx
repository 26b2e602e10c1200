import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { CrystalMark } from '../shell/crystal-mark.tsx';
import styles from './empty-state.module.css';

/** Says that there is nothing here yet, why, and what to do. */
export function EmptyState(props: { title: string; children?: ReactNode; action?: ReactNode }): ReactNode {
  return (
    <div className={styles['empty']}>
      <CrystalMark size={44} />
      <Text fw={650}>{props.title}</Text>
      {props.children !== undefined && (
        <Text c="dimmed" size="sm" maw="52ch" component="div">
          {props.children}
        </Text>
      )}
      {props.action}
    </div>
  );
}

import { VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '@altis/web';
import { pageMessages } from '../page-messages.ts';
import styles from './importance-mark.module.css';

/** A hexagon as on the time line: the more a moment matters, the larger and the warmer. */
export function ImportanceMark({ importance }: { importance: number }): ReactNode {
  const t = useText(pageMessages);
  const label = t('importance.of', { importance });
  return (
    <span className={styles['mark']} data-importance={importance} title={label}>
      <VisuallyHidden>{label}</VisuallyHidden>
    </span>
  );
}

import type { ReactNode } from 'react';
import IconAlert from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconInfo from '@tabler/icons-react/dist/esm/icons/IconInfoCircle.mjs';
import styles from './notice.module.css';

const icons = { info: IconInfo, ok: IconCheck, warn: IconAlert } as const;

/** A message in the flow of a page that is no error. */
export function Notice(props: { tone?: keyof typeof icons; title?: string; children?: ReactNode }): ReactNode {
  const Icon = icons[props.tone ?? 'info'];
  return (
    <div className={styles['notice']} data-tone={props.tone ?? 'info'} role="status">
      <Icon size={20} aria-hidden="true" />
      <div className={styles['text']}>
        {props.title !== undefined && <strong>{props.title}</strong>}
        {props.children}
      </div>
    </div>
  );
}

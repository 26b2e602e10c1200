import type { ReactNode } from 'react';
import styles from './status-badge.module.css';

/** `live` is happening now; `busy` is being worked on by the machine; `idle` waits. */
export type Status = 'ok' | 'busy' | 'idle' | 'warn' | 'bad' | 'live';

/** A state in one or two words; its mark differs in shape as well as in colour. */
export function StatusBadge(props: { status: Status; children: ReactNode }): ReactNode {
  return (
    <span className={styles['badge']} data-status={props.status}>
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
        {marks[props.status]}
      </svg>
      {props.children}
    </span>
  );
}

const hexagon = 'M6 .6 10.7 3.3v5.4L6 11.4 1.3 8.7V3.3Z';

const marks: Readonly<Record<Status, ReactNode>> = {
  ok: (
    <>
      <path d={hexagon} fill="currentColor" />
      <path d="m3.6 6.1 1.7 1.7 3.1-3.4" fill="none" stroke="var(--altis-surface)" strokeWidth="1.5" />
    </>
  ),
  busy: (
    <>
      <path d={hexagon} fill="none" stroke="currentColor" strokeWidth="1.3" opacity="0.4" />
      <path d="M6 .6 10.7 3.3v5.4" fill="none" stroke="currentColor" strokeWidth="1.6" />
    </>
  ),
  idle: <path d={hexagon} fill="none" stroke="currentColor" strokeWidth="1.3" />,
  warn: <path d="M6 .8 11.6 11H.4Z" fill="currentColor" />,
  bad: (
    <path
      d="m6 0 6 6-6 6-6-6ZM3.9 3l-.9.9L5.1 6 3 8.1l.9.9L6 6.9 8.1 9l.9-.9L6.9 6 9 3.9 8.1 3 6 5.1Z"
      fill="currentColor"
      fillRule="evenodd"
    />
  ),
  live: (
    <>
      <path d={hexagon} fill="none" stroke="currentColor" strokeWidth="1.2" />
      <path d="M6 3 8.6 4.5v3L6 9 3.4 7.5v-3Z" fill="currentColor" />
    </>
  ),
};

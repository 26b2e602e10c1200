import type { ReactNode } from 'react';

/** The sign of the house: a six-sided ice crystal cut into facets, one of them lit. */
export function CrystalMark(props: { size?: number; isLit?: boolean }): ReactNode {
  return (
    <svg width={props.size ?? 28} height={props.size ?? 28} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <g fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinejoin="round">
        <path d="M16 2.4 27.8 9.2v13.6L16 29.6 4.2 22.8V9.2Z" />
        <path d="M16 9.6 21.5 12.8v6.4L16 22.4l-5.5-3.2v-6.4Z" />
        <path d="M16 2.4v7.2M27.8 9.2 21.5 12.8M27.8 22.8l-6.3-3.6M16 29.6v-7.2M4.2 22.8l6.3-3.6M4.2 9.2l6.3 3.6" />
      </g>
      {props.isLit && <path d="M16 2.4 27.8 9.2 21.5 12.8 16 9.6Z" fill="var(--mantine-color-ice-3)" />}
    </svg>
  );
}

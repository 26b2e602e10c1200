import type { ReactNode } from 'react';
import { formatTimecode } from './timecode.ts';
import type { FrameRate } from './timecode.ts';
import styles from './time-code.module.css';

/** A time code in figures of equal width, written left to right in every language. */
export function TimeCode(props: {
  frame: number;
  frameRate: FrameRate;
  start?: string | undefined;
  dropFrame?: boolean | undefined;
  size?: 'small' | 'large';
}): ReactNode {
  const text = formatTimecode(props.frame, props.frameRate, props);
  const cut = text.length - 3;
  return (
    <bdi dir="ltr" className={styles['timecode']} data-size={props.size ?? 'small'}>
      {text.slice(0, cut)}
      <span className={styles['frames']}>{text.slice(cut)}</span>
    </bdi>
  );
}

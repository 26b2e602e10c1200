import type { ReactNode } from 'react';
import type { FeedSource } from '../../contract/index.ts';
import styles from './source-card.module.css';

const minutes = 15;
const minuteMs = 60_000;
const [width, height] = [240, 40];
/** A line of less is flat: differences that nobody feels fill no picture. */
const leastScaleMs = 2_000;

/** The median lag of the last 15 minutes as a line; a bar for each minute in which messages came. */
export function LagLine(props: { minutes: FeedSource['minutes']; now: string; label: string }): ReactNode {
  const nowMs = Date.parse(props.now);
  const points = props.minutes.flatMap(({ at, messages, lagMs }) => {
    const age = (nowMs - Date.parse(at)) / minuteMs;
    return age > minutes ? [] : [{ at, x: width * (1 - Math.max(0, age) / minutes), messages, lagMs }];
  });
  const most = Math.max(1, ...points.map(({ messages }) => messages));
  const scaleMs = Math.max(leastScaleMs, ...points.map(({ lagMs }) => lagMs ?? 0));
  const line = points.flatMap(({ x, lagMs }) =>
    lagMs === null
      ? []
      : [`${x.toFixed(1)},${(height - 2 - (height - 6) * Math.min(1, Math.max(0, lagMs) / scaleMs)).toFixed(1)}`],
  );
  return (
    <svg
      className={styles['line']}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={props.label}
    >
      <path className={styles['ground']} d={`M0 ${height - 0.5}H${width}`} />
      {points.map(({ at, x, messages }) => (
        <rect
          key={at}
          className={styles['bar']}
          x={x - 5}
          width={8}
          y={height - (height - 4) * (messages / most)}
          height={(height - 4) * (messages / most)}
        />
      ))}
      {line.length > 1 && <polyline className={styles['lag']} points={line.join(' ')} />}
    </svg>
  );
}

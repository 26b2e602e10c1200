import type { ReactNode } from 'react';
import styles from './history.module.css';

const kinds = ['bronze', 'silver', 'gold'] as const;
const heightPx = 100;
const stepPx = 10;

type Games = {
  readonly code: string;
  readonly host: string;
  readonly year: number;
} & Readonly<Record<(typeof kinds)[number] | 'total', number>>;

/** Medals per Games as stacked columns, oldest first; the table beside it says the same in figures. */
export function MedalChart({ label, games }: { label: string; games: readonly Games[] }): ReactNode {
  const most = Math.max(1, ...games.map(({ total }) => total));
  return (
    <svg
      className={styles['chart']}
      viewBox={`0 0 ${Math.max(1, games.length) * stepPx} ${heightPx}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      {games.map((each, at) => {
        let below = 0;
        return kinds.map((kind) => {
          const height = (each[kind] / most) * heightPx;
          below += height;
          return (
            <rect
              key={`${each.code} ${kind}`}
              className={styles[kind]}
              x={at * stepPx + 1.5}
              y={heightPx - below}
              width={stepPx - 3}
              height={height}
            >
              <title>{`${each.host} ${each.year}: ${each.gold} / ${each.silver} / ${each.bronze}`}</title>
            </rect>
          );
        });
      })}
    </svg>
  );
}

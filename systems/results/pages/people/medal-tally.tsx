import type { ReactNode } from 'react';
import { MedalMark } from '../public/medal-mark.tsx';
import styles from './people.module.css';

type Medals = { readonly gold: number; readonly silver: number; readonly bronze: number };

/** How many medals of each kind; nothing for none. */
export function MedalTally({ medals }: { medals: Medals }): ReactNode {
  return (['gold', 'silver', 'bronze'] as const).map((medal) =>
    medals[medal] === 0 ? null : (
      <span key={medal} className={styles['tally']}>
        <MedalMark medal={medal} /> {medals[medal]}
      </span>
    ),
  );
}

import type { ReactNode } from 'react';
import { Page } from '../components/page.tsx';
import styles from './entrance.module.css';

/** The frame of the pages through which one enters: the form beside a wall of ice. */
export function Entrance(props: { title: string; description?: string; children: ReactNode }): ReactNode {
  return (
    <div className={styles['entrance']}>
      <div className={styles['form']}>
        <Page title={props.title} description={props.description} width="reading">
          {props.children}
        </Page>
      </div>
      <IceWall />
    </div>
  );
}

// Facets between points that were placed by eye: light falls from the upper left.
const points: readonly (readonly [number, number])[] = [
  [0, 0],
  [150, -10],
  [310, 0],
  [470, -10],
  [620, 0],
  [-20, 170],
  [120, 130],
  [270, 190],
  [400, 120],
  [640, 160],
  [0, 330],
  [170, 300],
  [330, 340],
  [500, 270],
  [630, 350],
  [-10, 520],
  [110, 480],
  [290, 520],
  [440, 460],
  [640, 540],
  [0, 700],
  [180, 690],
  [320, 710],
  [480, 660],
  [620, 720],
  [-10, 910],
  [150, 910],
  [310, 910],
  [470, 910],
  [640, 910],
];

function IceWall(): ReactNode {
  const facets = Array.from({ length: 20 }, (_, place) => {
    const corner = Math.floor(place / 4) * 5 + (place % 4);
    const [a, b, c, d] = [corner, corner + 1, corner + 6, corner + 5];
    const isSplitDown = (place + Math.floor(place / 4)) % 2 === 0;
    return isSplitDown
      ? [
          [a, b, c],
          [a, c, d],
        ]
      : [
          [a, b, d],
          [b, c, d],
        ];
  }).flat();
  return (
    <svg className={styles['wall']} viewBox="0 0 620 900" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      {facets.map((corners) => (
        <polygon
          key={corners.join(' ')}
          points={corners.map((corner) => points[corner]?.join(',')).join(' ')}
          fill="currentColor"
          fillOpacity={lightOn(corners)}
        />
      ))}
    </svg>
  );
}

function lightOn(corners: readonly number[]): number {
  const [a, b, c] = corners.map((corner) => points[corner] ?? [0, 0]);
  if (!a || !b || !c) return 0;
  const slope = Math.atan2((b[1] ?? 0) + (c[1] ?? 0) - 2 * (a[1] ?? 0), (b[0] ?? 0) + (c[0] ?? 0) - 2 * (a[0] ?? 0));
  const depth = ((a[1] ?? 0) + (b[1] ?? 0) + (c[1] ?? 0)) / 2700;
  return Math.max(0.03, (0.42 + 0.36 * Math.cos(slope * 2.2 - 0.6)) * (1 - 0.62 * depth));
}

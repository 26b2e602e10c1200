import { VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '@altis/web';
import styles from './medal-mark.module.css';
import { publicMessages } from './public-messages.ts';

type MedalKind = 'gold' | 'silver' | 'bronze' | 'any';

/** A medal: its colour and, as not everybody tells colours apart, the place that it stands for. */
export function MedalMark({ medal, isLarge }: { medal: MedalKind; isLarge?: boolean }): ReactNode {
  const t = useText(publicMessages);
  return (
    <span className={styles['mark']} data-medal={medal} data-large={isLarge || undefined} title={t(`medal.${medal}`)}>
      <span aria-hidden="true">{places[medal]}</span>
      <VisuallyHidden>{t(`medal.${medal}`)}</VisuallyHidden>
    </span>
  );
}

const places = { gold: '1', silver: '2', bronze: '3', any: '★' } as const;

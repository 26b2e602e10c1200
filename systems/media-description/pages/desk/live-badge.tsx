import { UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '@altis/web';
import { pageMessages } from '../page-messages.ts';
import type { Playback } from './use-playback.ts';
import styles from './live-badge.module.css';

/** While the recording is of just now: says that the picture keeps up, and leads back to now. Equally wide in both states. */
export function LiveBadge({ playback }: { playback: Playback }): ReactNode {
  const t = useText(pageMessages);
  if (!playback.isLive) return null;
  const isOn = playback.isFollowing;
  return (
    <UnstyledButton
      className={styles['live'] ?? ''}
      data-following={isOn || undefined}
      aria-pressed={isOn}
      title={t('live.follow')}
      onClick={playback.follow}
    >
      <span className={styles['mark']} />
      {t('live')}
    </UnstyledButton>
  );
}

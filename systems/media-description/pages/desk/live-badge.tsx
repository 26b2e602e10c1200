import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import IconFollow from '@tabler/icons-react/dist/esm/icons/IconPlayerSkipForwardFilled.mjs';
import { useText } from '@altis/web';
import { pageMessages } from '../page-messages.ts';
import type { Playback } from './use-playback.ts';
import styles from './session-desk.module.css';

/** Over the picture while the recording is of just now: says that it keeps up, or leads back to now. */
export function LiveBadge({ playback }: { playback: Playback }): ReactNode {
  const t = useText(pageMessages);
  if (!playback.isLive) return null;
  return (
    <div className={styles['live']}>
      {playback.isFollowing ? (
        <span className={styles['onAir']}>{t('live')}</span>
      ) : (
        <Button size="compact-md" color="flare.6" leftSection={<IconFollow size={15} />} onClick={playback.follow}>
          {t('live.follow')}
        </Button>
      )}
    </div>
  );
}

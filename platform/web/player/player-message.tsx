import { Loader } from '@mantine/core';
import type { ReactNode } from 'react';
import { shellMessages } from '../language/shell-messages.ts';
import { useText } from '../language/use-text.ts';
import type { Transport } from './transport.ts';
import { useTransport } from './use-transport.ts';
import styles from './video-player.module.css';

/** What lies over the picture while it loads, or instead of it when it cannot be shown. */
export function PlayerMessage(props: { transport: Transport | undefined; title: string }): ReactNode {
  const t = useText(shellMessages);
  const failure = useTransport(props.transport, (state) => state.failure, undefined);
  const isWaiting = useTransport(props.transport, (state) => state.isWaiting || !state.isReady, true);
  if (failure !== undefined) {
    return (
      <div className={styles['message']} role="alert">
        <strong>{t('player.failed', { title: props.title })}</strong>
        <span>{t('player.failed.remedy')}</span>
        <small dir="ltr">{failure}</small>
      </div>
    );
  }
  return isWaiting ? (
    <Loader className={styles['loader'] ?? ''} color="ice.3" size="md" aria-label={t('loading')} />
  ) : null;
}

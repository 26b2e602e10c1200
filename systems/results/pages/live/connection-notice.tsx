import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { useText } from '@altis/web';
import { publicMessages } from '../public/public-messages.ts';
import { useConnection } from './connection.ts';
import styles from './connection-notice.module.css';

/** How long it is said that the connection is back. */
const backMs = 5_000;

/** Says that what the page shows may be out of date, and when it is not any more. It lies above the page, so that nothing moves. */
export function ConnectionNotice(): ReactNode {
  const t = useText(publicMessages);
  const connection = useConnection();
  const [wasLost, setWasLost] = useState(false);
  useEffect(() => {
    if (connection === 'lost') setWasLost(true);
    if (connection === 'lost' || !wasLost) return undefined;
    const end = setTimeout(() => setWasLost(false), backMs);
    return () => clearTimeout(end);
  }, [connection, wasLost]);
  const isBack = connection === 'live' && wasLost;
  return (
    <div role="status" className={styles['place']}>
      {(connection === 'lost' || isBack) && (
        <p className={styles['notice']} data-lost={connection === 'lost' || undefined}>
          {t(isBack ? 'connection.back' : 'connection.lost')}
        </p>
      )}
    </div>
  );
}

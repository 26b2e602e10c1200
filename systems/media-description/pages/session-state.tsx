import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { StatusBadge, useText } from '@altis/web';
import { pageMessages } from './page-messages.ts';
import { isRunning } from './is-running.ts';
import type { SessionView } from './views.ts';

const status = { preparing: 'busy', ready: 'ok', failed: 'bad' } as const;

/** Whether a session can be watched, or is of just now. */
export function SessionState({ session }: { session: SessionView }): ReactNode {
  const t = useText(pageMessages);
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  if (isRunning(session, nowMs)) return <StatusBadge status="live">{t('live')}</StatusBadge>;
  return <StatusBadge status={status[session.state]}>{t(`state.${session.state}`)}</StatusBadge>;
}

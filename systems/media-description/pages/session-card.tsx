import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { PageLink, ProgressLine, useApi, useFormat, useText } from '@altis/web';
import { mediaDescription } from '../contract/index.ts';
import { useNameOfUnit } from './desk/use-name-of-unit.ts';
import { sessionMedia } from './media-addresses.ts';
import { pageMessages } from './page-messages.ts';
import { SessionState } from './session-state.tsx';
import type { SessionView } from './views.ts';
import styles from './sessions-page.module.css';

/** A session as a card: picture, title, unit, start, and how it is. */
export function SessionCard(props: { session: SessionView; countsMoments: boolean }): ReactNode {
  const { session } = props;
  const t = useText(pageMessages);
  const format = useFormat();
  const unitName = useNameOfUnit(session.unit);
  return (
    <article className={styles['card']} data-state={session.state}>
      <div className={styles['picture']}>
        {session.state === 'ready' && <img src={sessionMedia(session.id).poster} alt="" loading="lazy" />}
        {session.video && <span className={styles['length']}>{format.duration(session.video.durationMs)}</span>}
      </div>
      <div className={styles['words']}>
        <div className={styles['line']}>
          <SessionState session={session} />
          {session.state === 'ready' && props.countsMoments && <MomentCount id={session.id} />}
        </div>
        <h2 className={styles['title']}>
          <PageLink className={styles['link']} to={`/moments/sessions/${session.id}`}>
            {session.title}
          </PageLink>
        </h2>
        {unitName !== session.title && <span className={styles['unit']}>{unitName ?? '\u00a0'}</span>}
        <span className={styles['start']}>{format.dateTime(session.startsAt)}</span>
        {session.state === 'preparing' && <ProgressLine label={t('preparing')} fraction={session.fraction} />}
        {session.state === 'failed' && (
          <p className={styles['reason']}>{[session.reason, session.remedy].filter(Boolean).join(' ')}</p>
        )}
      </div>
    </article>
  );
}

function MomentCount({ id }: { id: string }): ReactNode {
  const t = useText(pageMessages);
  const api = useApi(mediaDescription).sessions;
  const moments = useQuery(api.moments.queryOptions({ id, withdrawn: true }));
  const named = moments.data?.items.filter(({ state }) => state === 'named');
  return <span className={styles['count']}>{named && t('count', { count: named.length })}</span>;
}

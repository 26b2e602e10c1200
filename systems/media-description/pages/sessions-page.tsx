import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import { EmptyState, ErrorNotice, Page, PageLink, useApi, useChanges, useSession, useText } from '@altis/web';
import { mediaDescription } from '../contract/index.ts';
import { pageMessages } from './page-messages.ts';
import { SessionCard } from './session-card.tsx';
import styles from './sessions-page.module.css';

/** All sessions, newest first. */
export function SessionsPage(): ReactNode {
  const t = useText(pageMessages);
  const { may } = useSession();
  const api = useApi(mediaDescription).sessions;
  useChanges(['media-description.sessions']);
  const query = useQuery({
    ...api.list.queryOptions({ limit: 100 }),
    refetchInterval: ({ state }) => (state.data?.items.some((each) => each.state === 'preparing') ? 1000 : false),
  });
  const describe = may('media-description.session.create') && (
    <Button component={PageLink} to="/moments/new" leftSection={<IconPlus size={17} />}>
      {t('new')}
    </Button>
  );
  return (
    <Page title={t('sessions')} description={t('sessions.text')} actions={describe}>
      {query.error !== null && !query.data && <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && (
        <div className={styles['cards']} role="status" aria-label={t('loading')}>
          {[1, 2, 3].map((each) => (
            <Skeleton key={each} height={280} />
          ))}
        </div>
      )}
      {query.data?.items.length === 0 && (
        <EmptyState title={t('sessions.none')} action={describe}>
          {t('sessions.none.text')}
        </EmptyState>
      )}
      {query.data && query.data.items.length > 0 && (
        <ul className={styles['cards']}>
          {query.data.items.map((session, place) => (
            <li key={session.id}>
              <SessionCard session={session} countsMoments={place < mostCounted} />
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}

/** Counting means reading all moments of a session, so only the newest are counted. */
const mostCounted = 12;

import { Button, SegmentedControl } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import {
  DataTable,
  EmptyState,
  Page,
  useApi,
  useChanges,
  useFormat,
  useSearchParameter,
  useSession,
  useText,
} from '@altis/web';
import { results, type KeptMessage } from '../../contract/index.ts';
import { pageMessages } from '../page-messages.ts';
import styles from './messages-page.module.css';
import { Outcome } from './outcome.tsx';
import { SendFiles } from './send-files.tsx';

const shown = ['all', 'new', 'replaces', 'conflict', 'refused', 'test'] as const;
type Shown = (typeof shown)[number];

/** The log of messages: what came, from where, and what became of it. */
export function MessagesPage(): ReactNode {
  const t = useText(pageMessages);
  const { may } = useSession();
  const { dateTime } = useFormat();
  const asked = useSearchParameter('outcome');
  const [outcome, setOutcome] = useState<Shown>(isShown(asked) ? asked : 'all');
  const query = useMessages(outcome);
  return (
    <Page title={t('messages')} description={t('messages.text')} breadcrumbs={[{ label: t('units'), to: '/results' }]}>
      {may('results.message.send') && <SendFiles />}
      <div className={styles['filter']}>
        <SegmentedControl
          aria-label={t('outcome')}
          value={outcome}
          onChange={(value) => setOutcome(isShown(value) ? value : 'all')}
          data={shown.map((value) => ({ value, label: value === 'test' ? t('feed.test') : t(`outcome.${value}`) }))}
        />
      </div>
      <DataTable
        label={t('messages')}
        rows={{ ...query, data: query.data?.pages.flatMap(({ items }) => items) }}
        rowKey={({ id }) => id}
        linkTo={({ id }) => `/results/messages/${id}`}
        empty={<EmptyState title={t('messages.none')}>{t('messages.none.text')}</EmptyState>}
        columns={[
          { id: 'message', title: t('message'), cell: (message) => <What message={message} /> },
          {
            id: 'version',
            title: t('version'),
            isFigure: true,
            isSecondary: true,
            cell: ({ version }) => version || '',
          },
          { id: 'outcome', title: t('outcome'), cell: (message) => <Outcome outcome={message.outcome} /> },
          { id: 'origin', title: t('origin'), isSecondary: true, cell: ({ origin }) => <bdi>{origin}</bdi> },
          { id: 'received', title: t('received'), isSecondary: true, cell: ({ receivedAt }) => dateTime(receivedAt) },
        ]}
      />
      {query.hasNextPage && (
        <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('messages.older')}
        </Button>
      )}
    </Page>
  );
}

function isShown(value: string | undefined): value is Shown {
  return shown.some((each) => each === value);
}

function useMessages(chosen: Shown) {
  const { list } = useApi(results).messages;
  const part = chosen === 'test' ? { feed: 'test' as const } : chosen === 'all' ? {} : { outcome: chosen };
  const filter = { limit: 50, ...part };
  useChanges(['results.messages']);
  return useInfiniteQuery({
    queryKey: list.queryKey(filter),
    queryFn: ({ pageParam, signal }) => list({ ...filter, ...(pageParam && { before: pageParam }) }, { signal }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
}

function What({ message }: { message: KeptMessage }): ReactNode {
  const t = useText(pageMessages);
  const kind = [message.documentType, message.documentSubcode].filter((part) => part).join(' · ');
  return (
    <span className={styles['what']}>
      <bdi>{kind || t('message.unreadable')}</bdi>
      {message.documentCode && <bdi className={styles['code']}>{message.documentCode}</bdi>}
      {message.feed === 'test' && <span className={styles['test']}>{t('feed.test')}</span>}
      {message.reason && <span className={styles['reason']}>{message.reason}</span>}
    </span>
  );
}

import { DataTable, Page, useApi, useChanges, useFormat, useSession, useText } from '@altis/web';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { sampleRoom } from '../contract/index.ts';
import { messages } from './messages.ts';
import { PostNotice } from './post-notice.tsx';

/** The latest notices; those who may, post one. */
export function NoticesPage(): ReactNode {
  const t = useText(messages);
  const format = useFormat();
  const { may } = useSession();
  const api = useApi(sampleRoom);
  const { data, error, refetch } = useQuery(api.notices.list.queryOptions({}));
  useChanges(['sample-room.notices']);

  return (
    <Page title={t('title')} description={t('description')}>
      {may('sample-room.notice.post') && <PostNotice />}
      <DataTable
        label={t('title')}
        rows={{ data: data?.items, error, refetch }}
        rowKey={(notice) => notice.id}
        columns={[
          { id: 'text', title: t('notice.text'), cell: (notice) => notice.text },
          {
            id: 'posted',
            title: t('notice.posted'),
            cell: (notice) => format.dateTime(notice.postedAt),
            isSecondary: true,
          },
          {
            id: 'reading-time',
            title: t('notice.readingTime'),
            cell: ({ readingTimeMs }) =>
              readingTimeMs !== null && t('notice.seconds', { seconds: Math.ceil(readingTimeMs / 1000) }),
            isFigure: true,
          },
        ]}
      />
    </Page>
  );
}

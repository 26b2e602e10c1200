import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { EmptyState, ErrorNotice, Page, Stat, Stats, useApi, useChanges, useFormat, useText } from '@altis/web';
import { results } from '../../contract/index.ts';
import { pageMessages } from '../page-messages.ts';
import { Archives } from './archives.tsx';
import { feedMessages } from './feed-messages.ts';
import styles from './feed-page.module.css';
import { Gaps } from './gaps.tsx';
import { Rebuild } from './rebuild.tsx';
import { Refused } from './refused.tsx';
import { SourceCard } from './source-card.tsx';

/** How long something may have changed without anybody having told so: silence, above all. */
const readEveryMs = 5_000;

/** The feed at a glance: who sends, how late, what is missing, what was refused. */
export function FeedPage(): ReactNode {
  const t = useText(feedMessages);
  const shared = useText(pageMessages);
  const { number } = useFormat();
  const query = useQuery({ ...useApi(results).feed.read.queryOptions({}), refetchInterval: readEveryMs });
  useChanges(['results.feed']);
  const { data } = query;
  return (
    <Page title={t('feed')} description={t('feed.text')} breadcrumbs={[{ label: shared('units'), to: '/results' }]}>
      {query.error !== null && <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Skeleton height={280} aria-label={shared('loading')} />}
      {data && (
        <>
          <Stats>
            <Stat
              label={t('sources')}
              value={number(data.sources.length)}
              note={t('sources.silent', { count: data.sources.filter(({ state }) => state === 'silent').length })}
            />
            <Stat label={t('gaps')} value={number(data.openGaps)} note={t('gaps.note')} />
            <Stat label={t('refused')} value={number(data.refused)} note={t('refused.note')} />
            <Stat label={t('test')} value={number(data.test)} note={t('test.note')} />
          </Stats>
          <section className={styles['part']} aria-labelledby="sources-heading">
            <h2 id="sources-heading">{t('sources')}</h2>
            {data.sources.length === 0 ? (
              <EmptyState title={t('sources.none')}>{t('sources.none.text')}</EmptyState>
            ) : (
              <ul className={styles['cards']}>
                {data.sources.map((source) => (
                  <SourceCard key={`${source.feed} ${source.source}`} source={source} now={data.now} />
                ))}
              </ul>
            )}
          </section>
          <Gaps gaps={data.gaps} count={data.openGaps} />
          <Refused messages={data.newestRefused} count={data.refused} />
          <Archives now={data.now} />
          <Rebuild rebuild={data.rebuild} />
        </>
      )}
    </Page>
  );
}

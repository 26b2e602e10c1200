import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import {
  ErrorNotice,
  Notice,
  Page,
  useAction,
  useApi,
  useFormat,
  usePathParameter,
  useSession,
  useText,
} from '@altis/web';
import { results, type KeptMessage } from '../../contract/index.ts';
import { pageMessages } from '../page-messages.ts';
import styles from './message-page.module.css';
import { Outcome } from './outcome.tsx';

type ReadMessage = KeptMessage & { readonly text: string; readonly isWhole: boolean };

/** One message of the log: what became of it, what is odd in it, and its text. */
export function MessagePage(): ReactNode {
  const t = useText(pageMessages);
  const id = usePathParameter('id');
  const { may } = useSession();
  const api = useApi(results);
  const retry = useAction(api.feed.retry);
  const query = useQuery(api.messages.read.queryOptions({ id }));
  const title = query.data === undefined ? t('message') : query.data.documentType || t('message.unreadable');
  return (
    <Page
      title={title}
      breadcrumbs={[
        { label: t('units'), to: '/results' },
        { label: t('messages'), to: '/results/messages' },
      ]}
      aside={query.data && <Outcome outcome={query.data.outcome} />}
      actions={
        query.data && (
          <>
            {query.data.outcome === 'refused' && query.data.isWhole && may('results.feed.manage') && (
              <Button loading={retry.isRunning} onClick={() => void retry.run({ message: id })}>
                {t('message.retry')}
              </Button>
            )}
            <Button component="a" variant="default" href={`/api/results/messages/${id}/original.xml`} download>
              {t('message.download')}
            </Button>
          </>
        )
      }
    >
      {query.error !== null && <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Skeleton height={320} aria-label={t('loading')} />}
      {query.data && <Details message={query.data} />}
    </Page>
  );
}

function Details({ message }: { message: ReadMessage }): ReactNode {
  const t = useText(pageMessages);
  const { bytes, dateTime } = useFormat();
  const facts: [label: string, value: string | number][] = [
    [t('unit'), message.documentCode],
    [t('version'), message.version],
    [t('issued'), message.issuedAt?.replace('T', ' ') ?? ''],
    [t('received'), dateTime(message.receivedAt)],
    [t('origin'), message.feed === 'test' ? `${message.origin}, ${t('feed.test')}` : message.origin],
    [t('size'), bytes(message.sizeBytes)],
  ];
  return (
    <>
      {message.reason !== null && (
        <Notice tone="warn" title={message.reason}>
          {message.remedy}
        </Notice>
      )}
      <dl className={styles['facts']}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      {message.warnings.length > 0 && (
        <details className={styles['warnings']}>
          <summary>{t('message.warnings', { count: message.warnings.length })}</summary>
          <ul>
            {message.warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </details>
      )}
      {!message.isWhole && <Notice>{t('message.part')}</Notice>}
      {/* A long text scrolls by itself; the keyboard must be able to reach it to scroll. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region */}
      <pre className={styles['text']} dir="ltr" tabIndex={0} role="region" aria-label={t('message.textOf')}>
        {message.text}
      </pre>
    </>
  );
}

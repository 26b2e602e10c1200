import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { DataTable, PageLink, StatusBadge, useAction, useApi, useFormat, useSession, useText } from '@altis/web';
import { results, type KeptMessage } from '../../contract/index.ts';
import { feedMessages } from './feed-messages.ts';
import styles from './feed-page.module.css';

/** The newest refusals with reason and remedy, and a way to take them all in again. */
export function Refused({ messages, count }: { messages: readonly KeptMessage[]; count: number }): ReactNode {
  const t = useText(feedMessages);
  const { may } = useSession();
  const { dateTime } = useFormat();
  const retry = useAction(useApi(results).feed.retry, { done: (done) => t('retry.done', done) });
  return (
    <section className={styles['part']}>
      <div className={styles['heading']}>
        <h2>{t('refused')}</h2>
        {count > 0 && (
          <div>
            <Button component={PageLink} variant="subtle" to="/results/messages?outcome=refused">
              {t('refused.all')}
            </Button>
            {may('results.feed.manage') && (
              <Button variant="default" loading={retry.isRunning} onClick={() => void retry.run({})}>
                {t('retry')}
              </Button>
            )}
          </div>
        )}
      </div>
      <p className={styles['hint']}>{t(count === 0 ? 'refused.none.text' : 'refused.text')}</p>
      {count === 0 ? (
        <StatusBadge status="ok">{t('refused.none')}</StatusBadge>
      ) : (
        <DataTable
          label={t('refused')}
          rows={{ data: messages }}
          rowKey={({ id }) => id}
          linkTo={({ id }) => `/results/messages/${id}`}
          columns={[
            { id: 'reason', title: t('reason'), cell: (message) => <Why message={message} /> },
            { id: 'origin', title: t('origin'), isSecondary: true, cell: ({ origin }) => <bdi>{origin}</bdi> },
            { id: 'received', title: t('received'), isSecondary: true, cell: ({ receivedAt }) => dateTime(receivedAt) },
          ]}
        />
      )}
    </section>
  );
}

function Why({ message: { reason, remedy, documentType } }: { message: KeptMessage }): ReactNode {
  return (
    <span className={styles['what']}>
      {documentType !== '' && <bdi>{documentType}</bdi>}
      <span className={styles['reason']} dir="auto">
        {reason}
      </span>
      <span className={styles['code']} dir="auto">
        {remedy}
      </span>
    </span>
  );
}

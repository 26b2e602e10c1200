import type { ReactNode } from 'react';
import { DataTable, StatusBadge, useFormat, useText } from '@altis/web';
import type { FeedGap } from '../../contract/index.ts';
import { feedMessages } from './feed-messages.ts';
import styles from './feed-page.module.css';

/** Versions that have not come; each opens the message that shows it. */
export function Gaps({ gaps, count }: { gaps: readonly FeedGap[]; count: number }): ReactNode {
  const t = useText(feedMessages);
  const { dateTime } = useFormat();
  return (
    <section className={styles['part']}>
      <h2>{t('gaps')}</h2>
      <p className={styles['hint']}>{t(gaps.length === 0 ? 'gaps.none.text' : 'gaps.text')}</p>
      {gaps.length === 0 ? (
        <StatusBadge status="ok">{t('gaps.none')}</StatusBadge>
      ) : (
        <DataTable
          label={t('gaps')}
          rows={{ data: gaps }}
          rowKey={(gap) => `${gap.documentType} ${gap.documentSubcode} ${gap.documentCode} ${gap.version}`}
          linkTo={({ openedBy }) => `/results/messages/${openedBy}`}
          columns={[
            { id: 'message', title: t('message'), cell: (gap) => <What gap={gap} /> },
            { id: 'version', title: t('version'), isFigure: true, cell: ({ version }) => version },
            { id: 'source', title: t('source'), isSecondary: true, cell: ({ source }) => <bdi>{source}</bdi> },
            { id: 'since', title: t('since'), isSecondary: true, cell: ({ openedAt }) => dateTime(openedAt) },
          ]}
        />
      )}
      {count > gaps.length && <p className={styles['hint']}>{t('gaps.more', { count: count - gaps.length })}</p>}
    </section>
  );
}

function What({ gap }: { gap: FeedGap }): ReactNode {
  return (
    <span className={styles['what']}>
      <bdi>{[gap.documentType, gap.documentSubcode].filter((part) => part).join(' · ')}</bdi>
      <bdi className={styles['code']}>{gap.documentCode}</bdi>
    </span>
  );
}

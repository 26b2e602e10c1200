import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Notice, PageLink, useText } from '@altis/web';
import styles from './tables-page.module.css';
import { tablesMessages } from './tables-messages.ts';

/** A list that was written. */
export type WrittenList = {
  readonly unit: string;
  readonly athletes: number;
  readonly kind: 'start-list' | 'results';
  readonly messages: readonly { readonly id: string; readonly documentType: string; readonly version: number }[];
};

/** It is written: where to see it, and what to do next. */
export function Written({ list }: { list: WrittenList }): ReactNode {
  const t = useText(tablesMessages);
  return (
    <div className={styles['part']}>
      <Notice tone="ok" title={t('written', { count: list.athletes })}>
        {t('written.text')}
      </Notice>
      <div className={styles['actions']}>
        {list.kind === 'start-list' && (
          <Button component={PageLink} to={`/results/timing/${list.unit}`} size="md">
            {t('written.timing')}
          </Button>
        )}
        <Button component={PageLink} to={`/results/units/${list.unit}`} size="md" variant="default">
          {t('written.page')}
        </Button>
      </div>
      <ul className={styles['clubs']} aria-label={t('plan.messages')}>
        {list.messages.map(({ id, documentType, version }) => (
          <li key={id}>
            <PageLink to={`/results/messages/${id}`}>
              {documentType} {version}
            </PageLink>
          </li>
        ))}
      </ul>
    </div>
  );
}

import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Notice, PageLink, useText } from '@altis/web';
import { AwardMedals } from '../timing/award-medals.tsx';
import styles from './tables-page.module.css';
import { tablesMessages } from './tables-messages.ts';

/** A list that was written. */
export type WrittenList = {
  readonly units: readonly { readonly rsc: string; readonly name: string }[];
  readonly athletes: number;
  readonly teams: number;
  readonly kind: 'start-list' | 'results';
  readonly messages: readonly { readonly id: string; readonly documentType: string; readonly version: number }[];
};

/** It is written: where to see it, and what to do next. */
export function Written({ list }: { list: WrittenList }): ReactNode {
  const t = useText(tablesMessages);
  return (
    <div className={styles['part']}>
      <Notice tone="ok" title={t('written', { count: list.teams || list.athletes })}>
        {t('written.text')}
      </Notice>
      {list.units.map(({ rsc, name }) => (
        <div key={rsc} className={styles['actions']} role="group" aria-label={name}>
          {list.units.length > 1 && <bdi className={styles['lead']}>{name}</bdi>}
          {list.kind === 'start-list' && (
            <Button component={PageLink} to={`/results/timing/${rsc}`} size="md">
              {t('written.timing')}
            </Button>
          )}
          <Button component={PageLink} to={`/results/units/${rsc}`} size="md" variant="default">
            {t('written.page')}
          </Button>
        </div>
      ))}
      {list.kind === 'results' && list.units.map(({ rsc }) => <AwardMedals key={rsc} unit={rsc} />)}
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

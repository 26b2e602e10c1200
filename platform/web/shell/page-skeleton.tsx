import { Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import { shellMessages } from '../language/shell-messages.ts';
import { useText } from '../language/use-text.ts';
import styles from '../components/page.module.css';

/** The place of a page while its code is on the way. */
export function PageSkeleton(): ReactNode {
  const t = useText(shellMessages);
  return (
    <div className={styles['page']} role="status" aria-label={t('loading')}>
      <Skeleton height={30} width="min(320px, 60%)" />
      <Skeleton height={180} />
      <Skeleton height={90} />
    </div>
  );
}

import type { ReactNode } from 'react';
import { PageLink } from '@altis/web';
import styles from './organisation-chip.module.css';

/** An organisation by its three letters; a link where it stands alone, plain inside another link. */
export function OrganisationChip({ code, isLink }: { code: string | null; isLink?: boolean }): ReactNode {
  if (!code) return null;
  const face = <bdi className={styles['chip']}>{code}</bdi>;
  if (!isLink) return face;
  return (
    <PageLink to={`/results/organisations/${code}`} className={styles['link']}>
      {face}
    </PageLink>
  );
}

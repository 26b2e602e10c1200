import { Button } from '@mantine/core';
import { jobs } from '@altis/jobs/contract';
import {
  EmptyState,
  PageLink,
  ProgressLine,
  StatusBadge,
  useAction,
  useApi,
  useFormat,
  useSession,
  useText,
} from '@altis/web';
import type { ReactNode } from 'react';
import { itemPath } from '../item-addresses.ts';
import { pageMessages } from '../page-messages.ts';
import type { ImportView } from '../views.ts';
import styles from './import-page.module.css';

/** The imports, newest first: those under way with their progress, failed ones with what can be done. */
export function ImportList({ items }: { items: readonly ImportView[] | undefined }): ReactNode {
  const t = useText(pageMessages);
  if (items === undefined) return null;
  if (items.length === 0) return <EmptyState title={t('imports.none')}>{t('imports.none.text')}</EmptyState>;
  return (
    <section>
      <h2 className={styles['heading']}>{t('imports')}</h2>
      <ul className={styles['list']}>
        {items.map((item) => (
          <ImportRow key={item.id} item={item} />
        ))}
      </ul>
    </section>
  );
}

const status = { waiting: 'idle', running: 'busy', done: 'ok', failed: 'bad', cancelled: 'warn' } as const;

function ImportRow({ item }: { item: ImportView }): ReactNode {
  const t = useText(pageMessages);
  const { dateTime } = useFormat();
  const isUnderWay = item.state === 'waiting' || item.state === 'running';
  return (
    <li className={styles['row']}>
      <div className={styles['what']}>
        {item.state === 'running' ? (
          <ProgressLine label={item.fileName} fraction={item.fraction} />
        ) : (
          <span className={styles['name']}>{item.fileName}</span>
        )}
        {item.reason !== null && (
          <p className={styles['reason']}>
            {item.reason} {item.remedy}
          </p>
        )}
        {item.isDuplicate && <p className={styles['note']}>{t('import.duplicate')}</p>}
      </div>
      <StatusBadge status={status[item.state]}>{t(`import.${item.state}`)}</StatusBadge>
      <time className={styles['time']} dateTime={item.createdAt}>
        {dateTime(item.createdAt, { dateStyle: 'short', timeStyle: 'short' })}
      </time>
      <div className={styles['act']}>
        {isUnderWay && <Cancel item={item} />}
        {item.item !== null && (
          <Button
            component={PageLink}
            to={itemPath(item.item)}
            variant="default"
            size="compact-sm"
            aria-label={t('import.open.named', { file: item.fileName })}
          >
            {t('import.open')}
          </Button>
        )}
      </div>
    </li>
  );
}

function Cancel({ item }: { item: ImportView }): ReactNode {
  const t = useText(pageMessages);
  const { may } = useSession();
  const cancel = useAction(useApi(jobs).cancel, { done: t('import.cancelling') });
  if (!may('platform.jobs.manage')) return null;
  return (
    <Button
      variant="default"
      size="compact-sm"
      loading={cancel.isRunning}
      aria-label={t('import.cancel.named', { file: item.fileName })}
      onClick={() => void cancel.run({ id: item.job })}
    >
      {t('import.cancel')}
    </Button>
  );
}
